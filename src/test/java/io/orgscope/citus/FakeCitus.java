package io.orgscope.citus;

import io.orgscope.testing.Login;
import io.orgscope.testing.Waiting;

/**
 * Functions and tables with the names of Citus, on a plain PostgreSQL. They refuse what Citus refuses of keys and identities, lose the comments
 * that it loses, give what it makes again the default privileges, and write down what a table became. No row goes anywhere. What Citus really does is tested by {@link CitusTest}.
 */
final class FakeCitus {

    private static final String OBJECTS = """
            CREATE TABLE pg_catalog.pg_dist_node (noderole text, isactive boolean, shouldhaveshards boolean);
            INSERT INTO pg_catalog.pg_dist_node VALUES ('primary', true, true);
            CREATE TABLE pg_catalog.pg_dist_partition (logicalrelid regclass PRIMARY KEY, partmethod "char", repmodel "char", partkey text);
            CREATE TABLE pg_catalog.pg_dist_cleanup (object_type integer, object_name text);

            CREATE PROCEDURE pg_catalog.citus_cleanup_orphaned_resources() LANGUAGE sql AS '';
            CREATE FUNCTION pg_catalog.column_to_column_name(regclass, text) RETURNS text LANGUAGE sql AS 'SELECT $2';
            CREATE FUNCTION pg_catalog.run_command_on_shards(regclass, text) RETURNS TABLE (result text) LANGUAGE sql AS 'SELECT ''0''';

            CREATE FUNCTION pg_catalog.stand_in_alone(t regclass) RETURNS void LANGUAGE plpgsql AS $$
              BEGIN
                IF EXISTS (SELECT FROM pg_constraint WHERE contype = 'f' AND (conrelid = t OR confrelid = t)) THEN
                  RAISE EXCEPTION 'stand-in: % has foreign keys', t;
                END IF;
              END $$;
            CREATE FUNCTION pg_catalog.stand_in_loses(t regclass) RETURNS void LANGUAGE plpgsql AS $$
              DECLARE
                name text;
              BEGIN
                -- Without a command a column: whichever of the commands in here fails, the call did nothing.
                DELETE FROM pg_description WHERE classoid = 'pg_class'::regclass AND objoid = t AND objsubid > 0;
                EXECUTE format('COMMENT ON TABLE %s IS NULL', t);
                FOR name IN SELECT format('GRANT %s ON %s TO %I%s', g.privilege_type, made.oid::regclass, pg_get_userbyid(g.grantee), CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' END)
                    FROM pg_default_acl a CROSS JOIN aclexplode(a.defaclacl) g CROSS JOIN (SELECT t::oid UNION SELECT w.ev_class FROM pg_depend d
                      JOIN pg_rewrite w ON w.oid = d.objid WHERE d.refobjid = t) AS made(oid) WHERE a.defaclobjtype = 'r' AND g.grantee <> a.defaclrole LOOP
                  EXECUTE name;
                END LOOP;
              END $$;

            CREATE FUNCTION pg_catalog.citus_add_local_table_to_metadata(t regclass) RETURNS void LANGUAGE plpgsql AS $$
              BEGIN
                IF NOT EXISTS (SELECT FROM pg_catalog.pg_dist_partition WHERE logicalrelid = t) THEN
                  PERFORM pg_catalog.stand_in_alone(t), pg_catalog.stand_in_loses(t);
                  INSERT INTO pg_catalog.pg_dist_partition VALUES (t, 'n', 's');
                END IF;
              END $$;
            CREATE FUNCTION pg_catalog.create_reference_table(t regclass) RETURNS void LANGUAGE plpgsql AS $$
              BEGIN
                PERFORM pg_catalog.stand_in_alone(t);
                INSERT INTO pg_catalog.pg_dist_partition VALUES (t, 'n', 't') ON CONFLICT (logicalrelid) DO UPDATE SET repmodel = 't';
              END $$;
            CREATE FUNCTION pg_catalog.create_distributed_table_concurrently(t regclass, name text, colocate_with text DEFAULT 'default')
              RETURNS void LANGUAGE plpgsql AS $$
              BEGIN
                PERFORM pg_catalog.stand_in_alone(t);
                IF EXISTS (SELECT FROM pg_policy WHERE polrelid = t AND strpos(coalesce(polqual::text, '') || coalesce(polwithcheck::text, ''), '{SUBLINK') > 0) THEN
                  RAISE EXCEPTION 'stand-in: a policy of % has a subquery', t;
                END IF;
                UPDATE pg_catalog.pg_dist_partition SET partmethod = 'h', partkey = name WHERE logicalrelid = t AND partmethod = 'n' AND repmodel = 's';
                IF NOT FOUND THEN
                  RAISE EXCEPTION 'stand-in: % is no local table of Citus', t;
                END IF;
              END $$;
            CREATE FUNCTION pg_catalog.undistribute_table(t regclass) RETURNS void LANGUAGE plpgsql AS $$
              BEGIN
                IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = t AND attidentity <> '') THEN
                  RAISE EXCEPTION 'stand-in: % has an identity column', t;
                END IF;
                PERFORM pg_catalog.stand_in_alone(t), pg_catalog.stand_in_loses(t);
                DELETE FROM pg_catalog.pg_dist_partition WHERE logicalrelid = t;
                IF NOT FOUND THEN
                  RAISE EXCEPTION 'stand-in: % is no table of Citus', t;
                END IF;
              END $$;
            """;

    private FakeCitus() {
    }

    static void into(Login superuser) throws Exception {
        superuser.execute("SET allow_system_table_mods = on", OBJECTS);
        if (superuser.flag("SELECT EXISTS (SELECT FROM pg_settings WHERE name = 'output_plugin_libraries' AND setting !~ 'citus')")) {
            superuser.execute("ALTER SYSTEM SET output_plugin_libraries = pgoutput, test_decoding, citus", "SELECT pg_reload_conf()");
            Waiting.until("the setting to hold", () -> superuser.flag("SELECT current_setting('output_plugin_libraries') ~ 'citus'"));
        }
    }
}
