package io.orgscope.bench;

/** The statements that several recipes share. */
final class Recipes {

    static final String FOREIGN_KEY_NOT_VALID = """
            ALTER TABLE social_platform_connections ADD CONSTRAINT fk_social_platform_conn_organization_id
              FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE NOT VALID
            """;
    static final String VALIDATE_FOREIGN_KEY =
            "ALTER TABLE social_platform_connections VALIDATE CONSTRAINT fk_social_platform_conn_organization_id";
    static final String CHECK_NOT_VALID = """
            ALTER TABLE social_platform_connections ADD CONSTRAINT organization_not_null CHECK (organization_id IS NOT NULL) NOT VALID
            """;
    static final String VALIDATE_CHECK = "ALTER TABLE social_platform_connections VALIDATE CONSTRAINT organization_not_null";
    static final String SET_NOT_NULL = "ALTER TABLE social_platform_connections ALTER COLUMN organization_id SET NOT NULL";
    static final String DROP_CHECK = "ALTER TABLE social_platform_connections DROP CONSTRAINT organization_not_null";
    static final String UNIQUE_INDEX_CONCURRENTLY = """
            CREATE UNIQUE INDEX CONCURRENTLY idx_social_platform_conn_org_user_platform
              ON social_platform_connections (organization_id, user_id, platform)
            """;
    static final String DROP_OLD_INDEX_CONCURRENTLY = "DROP INDEX CONCURRENTLY idx_social_conn_user_platform";

    static final String FILL_FUNCTION = """
            CREATE FUNCTION fill_organization() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              SELECT default_organization_id INTO NEW.organization_id FROM users WHERE users.id = NEW.user_id;
              RETURN NEW;
            END $$
            """;

    private Recipes() {
    }

    static String fillTrigger(String when) {
        return "CREATE TRIGGER fill_organization BEFORE INSERT OR UPDATE ON social_platform_connections FOR EACH ROW WHEN ("
                + when + ") EXECUTE FUNCTION fill_organization()";
    }
}
