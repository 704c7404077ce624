package io.orgscope.bench;

import io.orgscope.testing.Liquibases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/**
 * This library, through Liquibase: the expanding steps under the old application, the contracting ones under the new
 * one, and the way back in the opposite order.
 *
 * @param workers connections that fill
 * @param pace    percent of its time that each works; 0 for the library's default
 */
record Library(int workers, int pace) implements Contender {

    private static final String TAG = "before";
    private static final int CONTRACTING_STEPS = 2;

    private static final String MASTER = """
            databaseChangeLog:
              - changeSet: { id: before, author: bench, changes: [ tagDatabase: { tag: before } ] }
              - include: { file: tenancy.orgscope.yaml, relativeToChangelogFile: true }
            """;

    private static final String DECLARATION = """
            orgscope:
              version: 1
              workers: %d%s
              tables:
                - table: social_platform_connections
                  route: user_id -> users.default_organization_id
                  unique:
                    - { replaces: idx_social_conn_user_platform, name: idx_social_platform_conn_org_user_platform }
                  index: idx_social_platform_conn_org_id
                  foreignKey: fk_social_platform_conn_organization_id
            """;

    @Override
    public String name() {
        return "liquibase-orgscope" + (workers == 1 ? "" : ", " + workers + " workers") + (pace == 0 ? "" : ", pace " + pace);
    }

    @Override
    public void migrate(Stage stage) throws SQLException {
        StepClock clock = new StepClock(stage, "/03-backfill.yaml");
        Liquibases liquibase = liquibase(stage, clock, declaration());
        liquibase.labels("orgscope-expand").update();
        clock.stop();
        stage.upgradeApplication();
        liquibase.update();
        clock.stop();
    }

    @Override
    public boolean rollBack(Stage stage) throws SQLException {
        StepClock clock = new StepClock(stage, "nothing");
        Liquibases liquibase = liquibase(stage, clock, declaration());
        liquibase.rollbackCount(CONTRACTING_STEPS);
        clock.stop();
        stage.downgradeApplication();
        liquibase.rollback(TAG);
        clock.stop();
        return true;
    }

    private String declaration() {
        return DECLARATION.formatted(workers, pace == 0 ? "" : "\n  pace: " + pace);
    }

    static Liquibases liquibase(Stage stage, StepClock clock, String declaration) {
        try {
            return Liquibases.at(stage.url()).in(Bench.changelogs())
                    .file("tenancy.orgscope.yaml", declaration).changelog("master.yaml", MASTER).telling(clock);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
