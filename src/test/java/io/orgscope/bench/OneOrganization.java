package io.orgscope.bench;

import java.sql.SQLException;

/** This library where all rows belong to one named organization: a constant default in place of a backfill. */
record OneOrganization() implements Contender {

    private static final String DECLARATION = """
            orgscope:
              version: 1
              tables:
                - table: social_platform_connections
                  route: { organization: { slug: org-1 } }
                  unique:
                    - { replaces: idx_social_conn_user_platform, name: idx_social_platform_conn_org_user_platform }
            """;

    @Override
    public String name() {
        return "liquibase-orgscope, one organization";
    }

    @Override
    public void migrate(Stage stage) throws SQLException {
        StepClock clock = new StepClock(stage, "/03-backfill.yaml");
        Library.liquibase(stage, clock, DECLARATION).labels("orgscope-expand").update();
        clock.stop();
    }

    @Override
    public boolean complete() {
        return false;
    }
}
