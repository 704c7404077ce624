package io.orgscope.bench;

import java.sql.SQLException;

/** The yardsticks: one UPDATE of the table as it is, and one of a table that has no index. */
record OneUpdate(boolean stripped) implements Contender {

    static final String SQL = """
            UPDATE social_platform_connections AS c
               SET organization_id = (SELECT u.default_organization_id FROM users AS u WHERE u.id = c.user_id)
             WHERE c.organization_id IS NULL
            """;

    @Override
    public String name() {
        return stripped ? "floor: one UPDATE, no index" : "one UPDATE";
    }

    @Override
    public void prepare(Stage stage) throws SQLException {
        stage.execute("ALTER TABLE social_platform_connections ADD COLUMN organization_id uuid");
        if (stripped) {
            stage.execute("""
                    DO $$
                    DECLARE name text;
                    BEGIN
                      ALTER TABLE social_platform_connections DROP CONSTRAINT social_platform_connections_pkey;
                      FOR name IN SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 'social_platform_connections'::regclass LOOP
                        EXECUTE 'DROP INDEX ' || name;
                      END LOOP;
                    END $$""", "CHECKPOINT");
        }
    }

    @Override
    public void migrate(Stage stage) throws SQLException {
        stage.backfill(() -> stage.execute(SQL));
    }

    /** Without an index every statement of the application would read the whole table. */
    @Override
    public boolean underLoad() {
        return !stripped;
    }

    @Override
    public boolean complete() {
        return false;
    }
}
