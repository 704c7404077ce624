-- One table for each thing that Citus refuses or does differently. The comment of a table says what the report has to find, in its order;
-- without a comment it has to find nothing. Each was tried on Citus 13.0.3: docs/citus.md.
CREATE SCHEMA "Odd ""1""";
SET search_path = "Odd ""1""";

CREATE TABLE "Org; DROP" ("Key 1" integer PRIMARY KEY, name text NOT NULL);
CREATE TABLE country (code text PRIMARY KEY);

-- People belong to several organizations: a reference table.
CREATE TABLE users (id bigint PRIMARY KEY, email text UNIQUE, country text REFERENCES country);
CREATE TABLE members (
  "Org Id" integer NOT NULL REFERENCES "Org; DROP", user_id bigint NOT NULL REFERENCES users,
  PRIMARY KEY ("Org Id", user_id));

CREATE TABLE "fine ""t""" (
  "Org Id" integer NOT NULL REFERENCES "Org; DROP" ON DELETE CASCADE, id bigint NOT NULL, parent bigint, code text, note text,
  PRIMARY KEY ("Org Id", id), UNIQUE ("Org Id", code),
  FOREIGN KEY ("Org Id", parent) REFERENCES "fine ""t""" ("Org Id", id));
CREATE INDEX ON "fine ""t""" (code);

CREATE TABLE keys (
  "Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint PRIMARY KEY, code text UNIQUE, token text, note text);
CREATE UNIQUE INDEX keys_token ON keys (token) INCLUDE ("Org Id");
CREATE UNIQUE INDEX keys_note ON keys (lower(note)) WHERE note <> '';
COMMENT ON TABLE keys IS 'primary-key unique-key unique-key unique-key';

CREATE TABLE no_key ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint);
COMMENT ON TABLE no_key IS 'primary-key';

CREATE TABLE identified ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, UNIQUE ("Org Id", id));
ALTER TABLE identified REPLICA IDENTITY USING INDEX "identified_Org Id_id_key";

CREATE TABLE nullable ("Org Id" integer REFERENCES "Org; DROP", id bigint NOT NULL, UNIQUE ("Org Id", id));
ALTER TABLE nullable REPLICA IDENTITY FULL;
COMMENT ON TABLE nullable IS 'organization-column';

CREATE DOMAIN org_key AS integer;
CREATE TABLE of_domain ("Org Id" org_key NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, PRIMARY KEY ("Org Id", id));
COMMENT ON TABLE of_domain IS 'organization-column';

CREATE TABLE slots (
  "Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, during int4range, PRIMARY KEY ("Org Id", id),
  EXCLUDE USING gist (int4range("Org Id", "Org Id", '[]') WITH =, during WITH &&));
CREATE TABLE seats (
  "Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, PRIMARY KEY ("Org Id", id), EXCLUDE USING btree (id WITH =, "Org Id" WITH =));
COMMENT ON TABLE slots IS 'exclusion-constraint';

CREATE TABLE child (
  "Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, key_id bigint NOT NULL REFERENCES keys, PRIMARY KEY ("Org Id", id));
COMMENT ON TABLE child IS 'reference';

CREATE TABLE cascading (
  "Org Id" integer NOT NULL, id bigint NOT NULL, fine_id bigint, PRIMARY KEY ("Org Id", id),
  FOREIGN KEY ("Org Id") REFERENCES "Org; DROP" ON UPDATE CASCADE,
  FOREIGN KEY ("Org Id", fine_id) REFERENCES "fine ""t""" ON UPDATE CASCADE ON DELETE SET NULL);
COMMENT ON TABLE cascading IS 'update-action reference-action update-action';

-- Tables that others inherit from take no part.
CREATE TABLE legacy (id bigint PRIMARY KEY, "Org Id" integer, fine_id bigint);
CREATE TABLE legacy_child () INHERITS (legacy);
ALTER TABLE legacy ADD FOREIGN KEY ("Org Id", fine_id) REFERENCES "fine ""t""";
COMMENT ON TABLE legacy IS 'other-kind';
COMMENT ON TABLE legacy_child IS 'organization-column primary-key inheritance';
CREATE TABLE old_country (code text REFERENCES country);
CREATE TABLE old_country_child () INHERITS (old_country);
COMMENT ON TABLE old_country IS 'inheritance';
CREATE TABLE to_legacy (
  "Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, legacy_id bigint REFERENCES legacy, PRIMARY KEY ("Org Id", id));
COMMENT ON TABLE to_legacy IS 'other-kind';

-- A reference table that references a distributed one.
ALTER TABLE users ADD COLUMN "Org" integer, ADD COLUMN home bigint, ADD FOREIGN KEY ("Org", home) REFERENCES "fine ""t""";
COMMENT ON TABLE users IS 'other-kind';

CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE triggered ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, PRIMARY KEY ("Org Id", id));
CREATE TRIGGER touched BEFORE UPDATE ON triggered FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER zz_orgscope_fill_on_insert BEFORE INSERT ON triggered FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TABLE triggered IS 'trigger trigger';

CREATE TABLE guarded ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, PRIMARY KEY ("Org Id", id));
ALTER TABLE guarded ENABLE ROW LEVEL SECURITY;
CREATE POLICY "by setting" ON guarded USING ("Org Id" = nullif(current_setting('app.organization_id', true), '')::integer);
CREATE POLICY "by query" ON guarded USING ("Org Id" = (SELECT nullif(current_setting('app.tenant', true), '')::integer));
COMMENT ON TABLE guarded IS 'policy row-security';

CREATE SEQUENCE shared;
CREATE TABLE numbered (
  "Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL DEFAULT nextval('shared'), small serial, named bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY ("Org Id", id));
CREATE TABLE numbered_too (
  "Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, number integer DEFAULT nextval('shared'), PRIMARY KEY ("Org Id", id));
COMMENT ON TABLE numbered IS 'shared-sequence sequence identity';
COMMENT ON TABLE numbered_too IS 'shared-sequence sequence';

CREATE TABLE seen ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, picture oid, PRIMARY KEY ("Org Id", id));
CREATE VIEW seen_by AS SELECT * FROM seen;
CREATE MATERIALIZED VIEW "seen by all" AS SELECT "Org Id", count(*) FROM seen_by GROUP BY 1;
CREATE FUNCTION count_seen() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM "Odd ""1""".seen';
CREATE FUNCTION seenless() RETURNS bigint LANGUAGE sql AS 'SELECT 1 AS unseen';
COMMENT ON TABLE seen IS 'dependent view view function large-object';

CREATE TABLE parts ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, day date NOT NULL, PRIMARY KEY ("Org Id", id, day))
  PARTITION BY RANGE (day);
CREATE TABLE parts_2026 PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE deep_parts ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, day date NOT NULL, PRIMARY KEY ("Org Id", id, day))
  PARTITION BY RANGE (day);
CREATE TABLE deep_2026 PARTITION OF deep_parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') PARTITION BY RANGE (id);
CREATE TABLE deep_2026_1 PARTITION OF deep_2026 FOR VALUES FROM (1) TO (1000);
COMMENT ON TABLE deep_parts IS 'partitions';

CREATE TABLE doubled (
  id bigint NOT NULL, twice bigint GENERATED ALWAYS AS (id * 2) STORED, "Org Id" integer NOT NULL REFERENCES "Org; DROP", thrice bigint GENERATED ALWAYS AS (id * 3) STORED,
  PRIMARY KEY ("Org Id", id));
COMMENT ON TABLE doubled IS 'organization-column';

CREATE TABLE used ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, PRIMARY KEY ("Org Id", id));
CREATE VIEW used_by AS SELECT * FROM used;
CREATE FUNCTION of_row(used) RETURNS bigint LANGUAGE sql AS 'SELECT $1.id';
CREATE RULE kept AS ON DELETE TO used_by DO INSTEAD NOTHING;
COMMENT ON TABLE used IS 'dependent view';

-- Policies and rules of local tables that read others.
CREATE TABLE audit (id bigint PRIMARY KEY, seat bigint);
CREATE POLICY narrow ON audit AS RESTRICTIVE USING (seat IN (SELECT id FROM seats));
CREATE POLICY by_view ON audit AS RESTRICTIVE USING (seat IN (SELECT id FROM seen_by));
CREATE TABLE log (id bigint PRIMARY KEY);
CREATE RULE too AS ON INSERT TO log DO ALSO DELETE FROM seats WHERE id = NEW.id;
COMMENT ON TABLE seats IS 'dependent';

CREATE UNLOGGED TABLE unlogged ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, PRIMARY KEY ("Org Id", id));
GRANT SELECT (id) ON unlogged TO PUBLIC;
GRANT SELECT (code) ON country TO PUBLIC;
COMMENT ON TABLE unlogged IS 'column-privilege unlogged';
COMMENT ON TABLE country IS 'column-privilege';

CREATE TABLE unproven ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, PRIMARY KEY ("Org Id", id), CHECK (id <> 1));
ALTER TABLE unproven ADD CHECK (id > 0) NOT VALID, ADD CHECK (id < 100) NO INHERIT;
CREATE TABLE unproven_parts ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, PRIMARY KEY ("Org Id", id)) PARTITION BY RANGE (id);
CREATE TABLE unproven_part PARTITION OF unproven_parts DEFAULT;
ALTER TABLE unproven_part ADD CHECK (id > 0) NOT VALID;
COMMENT ON TABLE unproven IS 'check-constraint';
COMMENT ON TABLE unproven_parts IS 'check-constraint';

CREATE TABLE owned ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, PRIMARY KEY ("Org Id", id));
ALTER TABLE owned OWNER TO pg_monitor;
COMMENT ON TABLE owned IS 'owner';

-- What only a partition has.
CREATE TABLE apart ("Org Id" integer NOT NULL REFERENCES "Org; DROP", id bigint NOT NULL, code text, PRIMARY KEY ("Org Id", id)) PARTITION BY RANGE (id);
CREATE UNLOGGED TABLE apart_1 PARTITION OF apart DEFAULT;
CREATE UNIQUE INDEX ON apart_1 (code);
CREATE UNIQUE INDEX ON apart_1 (code, "Org Id");
ALTER TABLE apart_1 ADD EXCLUDE USING btree (code WITH =), ADD FOREIGN KEY (code) REFERENCES country, OWNER TO pg_monitor;
CREATE TRIGGER touched BEFORE UPDATE ON apart_1 FOR EACH ROW EXECUTE FUNCTION touch();
GRANT SELECT (id) ON apart_1 TO PUBLIC;
CREATE POLICY "by query" ON apart_1 USING ("Org Id" = (SELECT nullif(current_setting('app.organization_id', true), '')::integer));
CREATE FUNCTION of_part(apart_1) RETURNS bigint LANGUAGE sql AS 'SELECT $1.id';
COMMENT ON TABLE apart IS 'policy dependent column-privilege owner unlogged unique-key exclusion-constraint reference trigger';

RESET search_path;
