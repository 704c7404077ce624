package io.orgscope.isolation;

import io.orgscope.postgres.LockPolicy;
import io.orgscope.postgres.TableName;
import io.orgscope.route.Organizations;
import io.orgscope.route.ScopedTable;
import io.orgscope.spec.IsolatedTable;
import io.orgscope.spec.Isolation;
import io.orgscope.step.StepContext;
import io.orgscope.step.StepRunner;
import io.orgscope.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The notes of {@link Tenants} with comments, both with row security and composite references, and the proof that nothing is wrong with them. */
record ProvenNotes(Tenants tenants) {

    ProvenNotes(TestDatabase database) throws SQLException {
        this(new Tenants(database));
        tenants.owner.execute("""
                ALTER TABLE notes ADD UNIQUE (organization_id, id);
                CREATE TABLE comments (id integer PRIMARY KEY, organization_id integer NOT NULL REFERENCES organizations, note integer,
                  CONSTRAINT comments_note FOREIGN KEY (organization_id, note) REFERENCES notes (organization_id, id));
                CREATE INDEX ON comments (organization_id);
                INSERT INTO comments SELECT id * 10, organization_id, id FROM notes;
                GRANT SELECT, INSERT, UPDATE, DELETE ON comments TO %s""".formatted(Tenants.role(tenants.app)));
        database.execute("GRANT " + Tenants.role(tenants.app) + " TO " + tenants.owner.user());
        enable("notes");
        enable("comments");
    }

    private StepContext context(Connection connection, String table) throws SQLException {
        return StepContext.of(connection, new ScopedTable(new TableName("public", table), "organization_id",
                new Organizations(new TableName("public", "organizations"), "id", null), List.of()), LockPolicy.DEFAULT, false);
    }

    private Isolation.Rows rows(boolean force) {
        return new Isolation.Rows(Tenants.SETTING, List.of(tenants.app.user()), force);
    }

    /** Makes the policies of step 12, again if they are there. */
    void enable(String table) throws SQLException {
        enable(table, false);
    }

    /** The same. FORCE is off again with {@code force: false}. */
    void enable(String table, boolean force) throws SQLException {
        try (Connection connection = tenants.owner.connection()) {
            new StepRunner(connection, LockPolicy.DEFAULT).run(new RowSecurity(context(connection, table), rows(force)).enable());
        }
    }

    IsolationProof.Findings prove(String table) throws SQLException {
        return prove(table, false);
    }

    IsolationProof.Findings prove(String table, boolean force) throws SQLException {
        try (Connection connection = tenants.owner.connection()) {
            return prove(connection, table, force);
        }
    }

    IsolationProof.Findings prove(Connection connection, String table, boolean force) throws SQLException {
        return prove(connection, table, force, Duration.ofSeconds(5));
    }

    IsolationProof.Findings prove(Connection connection, String table, boolean force, Duration statementTimeout) throws SQLException {
        return VerifyOrganizationIsolationChange.findings(ProofTarget.of(context(connection, table), rows(force),
                List.of(new IsolatedTable(null, "notes", "organization_id", true), new IsolatedTable(null, "comments", "organization_id", true)), true,
                statementTimeout));
    }

    /** SQL with the roles in place of {@code APP} and {@code OWNER}. */
    String filled(String sql) {
        return sql.replace("APP", Tenants.role(tenants.app)).replace("OWNER TO OWNER", "OWNER TO " + tenants.owner.user())
                .replaceAll("\\bOWNER\\b(?! TO owner)", tenants.owner.user());
    }
}
