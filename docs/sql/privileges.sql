GRANT USAGE, CREATE ON SCHEMA app TO migrator;
GRANT SELECT, UPDATE, REFERENCES ON app.organizations TO migrator; -- INSERT too, if a route has create:
GRANT SELECT, UPDATE, TRIGGER ON app.users TO migrator;            -- each table that a route reads
CREATE SCHEMA orgscope AUTHORIZATION migrator;                     -- or GRANT CREATE ON DATABASE app_db TO migrator
GRANT SELECT, REFERENCES ON app.members TO migrator;               -- only for memberships: of isolation
GRANT app_role TO migrator;                                        -- only for rows: of isolation; step 13 tries statements as this role
GRANT pg_read_all_stats TO migrator;                               -- optional: for the throttles of the backfill
GRANT TEMP ON DATABASE app_db TO migrator;                         -- only for scripts; PUBLIC has it by default
