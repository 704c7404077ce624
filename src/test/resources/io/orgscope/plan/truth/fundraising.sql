-- organizations organizations.id
-- Lookups that belong to organizations and such that do not, defaults of people, a column that is there already.
CREATE TABLE organizations (id bigserial PRIMARY KEY, slug text UNIQUE, truth bigint);
CREATE TABLE people (id bigserial PRIMARY KEY, email text, default_organization_id bigint REFERENCES organizations, truth bigint);
CREATE TABLE organization_members (id bigserial PRIMARY KEY, person_id bigint NOT NULL REFERENCES people, organization_id bigint NOT NULL REFERENCES organizations, truth bigint,
  UNIQUE (organization_id, person_id));
CREATE INDEX ON organization_members (person_id);
CREATE TABLE currencies (id bigserial PRIMARY KEY, code text, truth bigint);
CREATE TABLE plans (id bigserial PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations, currency_id bigint REFERENCES currencies, truth bigint);
CREATE TABLE offers (id bigserial PRIMARY KEY, organization_id bigint NOT NULL REFERENCES organizations, truth bigint);
CREATE TABLE commitments (id bigserial PRIMARY KEY, plan_id bigint NOT NULL REFERENCES plans, created_by bigint NOT NULL REFERENCES people, truth bigint);
CREATE TABLE pledges (id bigserial PRIMARY KEY, offer_id bigint NOT NULL REFERENCES offers, person_id bigint NOT NULL REFERENCES people, truth bigint);
CREATE TABLE templates (id bigserial PRIMARY KEY, organization_id bigint REFERENCES organizations, truth bigint);
CREATE TABLE mailings (id bigserial PRIMARY KEY, template_id bigint NOT NULL REFERENCES templates, author_id bigint NOT NULL REFERENCES people, truth bigint);
CREATE TABLE goals (id bigserial PRIMARY KEY, person_id bigint NOT NULL REFERENCES people, organization_id bigint REFERENCES organizations, truth bigint);
CREATE TABLE goal_steps (id bigserial PRIMARY KEY, goal_id bigint NOT NULL REFERENCES goals ON DELETE CASCADE, truth bigint);
CREATE TABLE connections (id bigserial PRIMARY KEY, person_id bigint NOT NULL REFERENCES people, platform text, truth bigint, UNIQUE (person_id, platform));
CREATE TABLE posts (id bigserial PRIMARY KEY, connection_id bigint NOT NULL REFERENCES connections, truth bigint);
CREATE TABLE login_attempts (id bigserial PRIMARY KEY, person_id bigint NOT NULL REFERENCES people, truth bigint);
INSERT INTO organizations SELECT n, 'o' || n FROM generate_series(1, 3) n;
INSERT INTO people SELECT n, 'p' || n, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO organization_members (person_id, organization_id, truth) SELECT n, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO organization_members (person_id, organization_id, truth) SELECT n, (n + 1) % 3 + 1, (n + 1) % 3 + 1 FROM generate_series(8, 12) n;
INSERT INTO currencies SELECT n, 'c' FROM generate_series(1, 3) n;
INSERT INTO plans SELECT n, n % 3 + 1, 1, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO offers SELECT n, n % 3 + 1, n % 3 + 1 FROM generate_series(1, 12) n;
INSERT INTO commitments SELECT n, n % 12 + 1, (n * 5) % 12 + 1, (n % 12 + 1) % 3 + 1 FROM generate_series(1, 60) n;
INSERT INTO pledges SELECT n, n % 12 + 1, n % 12 + 1, (n % 12 + 1) % 3 + 1 FROM generate_series(1, 60) n;
INSERT INTO templates SELECT n, CASE WHEN n > 4 THEN n % 3 + 1 END, CASE WHEN n > 4 THEN n % 3 + 1 END FROM generate_series(1, 12) n;
INSERT INTO mailings SELECT n, n % 12 + 1, n % 12 + 1, (n + 1) % 3 + 1 FROM generate_series(1, 60) n;
UPDATE mailings m SET truth = t.organization_id FROM templates t WHERE t.id = m.template_id AND t.organization_id IS NOT NULL;
INSERT INTO goals SELECT n, n % 12 + 1, CASE WHEN n % 3 > 0 THEN n % 3 + 1 END, n % 3 + 1 FROM generate_series(1, 60) n;
INSERT INTO goal_steps SELECT n, n % 60 + 1, (n % 60 + 1) % 3 + 1 FROM generate_series(1, 60) n;
INSERT INTO connections SELECT n, n % 12 + 1, 'p' || n, (n % 12 + 1 + CASE WHEN n % 12 + 1 > 7 AND n > 30 THEN 1 ELSE 0 END) % 3 + 1 FROM generate_series(1, 60) n;
INSERT INTO posts SELECT n, n, truth FROM (SELECT id AS n, truth FROM connections) c;
INSERT INTO login_attempts SELECT n, n % 12 + 1 FROM generate_series(1, 24) n;
