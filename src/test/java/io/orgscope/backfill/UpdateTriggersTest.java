package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.postgres.TableName;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trigger of the application can prevent the UPDATE of the backfill, or undo it. The message names it. */
@PostgresTest
class UpdateTriggersTest {

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        BackfillFixture.connections(database, 300);
        database.execute("CREATE FUNCTION archived() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF OLD.id > 3 THEN RETURN NEW; END IF; RETURN NULL; END'",
                "CREATE FUNCTION frozen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF OLD.id > 3 THEN RETURN NEW; END IF; RETURN OLD; END'",
                "CREATE TRIGGER after_all AFTER UPDATE ON connections FOR EACH ROW EXECUTE FUNCTION archived()",
                "CREATE TRIGGER disabled BEFORE UPDATE ON connections FOR EACH ROW EXECUTE FUNCTION archived()",
                "ALTER TABLE connections DISABLE TRIGGER disabled");
    }

    @Test
    void oneThatPreventsTheUpdate(TestDatabase database) throws SQLException {
        database.execute("CREATE TRIGGER archive BEFORE UPDATE ON connections FOR EACH ROW EXECUTE FUNCTION archived()");
        BackfillTask task = BackfillFixture.task(new TableName("public", "connections"), BackfillFixture.withRetryTimeout(Duration.ofMillis(50)));
        assertThatThrownBy(() -> BackfillFixture.fill(database, task)).hasMessageContaining("Rows of connections could not be filled: nobody holds them")
                .hasMessageContaining("Triggers or rules of the table may prevent it: archive. Let them pass an UPDATE of organization_id alone")
                .hasMessageNotContaining("locked");
    }

    @Test
    void oneThatUndoesIt(TestDatabase database, @TempDir Path directory) throws SQLException {
        database.execute("CREATE TRIGGER freezer BEFORE UPDATE ON connections FOR EACH ROW EXECUTE FUNCTION frozen()",
                "ALTER TABLE connections DROP COLUMN organization_id");
        assertThatThrownBy(Liquibases.on(database).in(directory).changelog("c.orgscope.yaml",
                "orgscope:\n  version: 1\n  tables:\n    - { table: connections, route: user_id -> users.default_organization_id }\n")::update)
                .hasMessageContaining("Rows of connections could not be filled: nobody holds them")
                .hasMessageContaining("Triggers or rules of the table may prevent it: freezer. ");
    }

    /** PostgreSQL refuses the statement (0A000) and names neither the table nor the rule. */
    @Test
    void aRuleThatRewritesIt(TestDatabase database) throws SQLException {
        database.execute("CREATE RULE append_only AS ON UPDATE TO connections DO INSTEAD NOTHING");
        BackfillTask task = BackfillFixture.task("connections");
        assertThatThrownBy(() -> BackfillFixture.fill(database, task)).hasMessageContaining("connections has rules ON UPDATE: append_only. ")
                .hasMessageContaining("Run ALTER TABLE \"public\".\"connections\" DISABLE RULE \"append_only\", then run update again.");
        database.execute("ALTER TABLE connections DISABLE RULE append_only");
        BackfillFixture.fill(database, task);
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
    }

    /** The trigger does nothing. Another session holds the row. */
    @Test
    void oneThatIsHarmless(TestDatabase database) throws SQLException {
        database.execute("DROP TRIGGER disabled ON connections", "CREATE TRIGGER harmless BEFORE UPDATE ON connections FOR EACH ROW WHEN (OLD.id > 3) EXECUTE FUNCTION archived()");
        BackfillTask task = BackfillFixture.task(new TableName("public", "connections"), BackfillFixture.withRetryTimeout(Duration.ofMillis(50)));
        try (Connection holder = database.connection(); Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT FROM connections WHERE id = 1 FOR UPDATE");
            assertThatThrownBy(() -> BackfillFixture.fill(database, task)).hasMessageContaining("Rows of connections stayed locked").hasMessageNotContaining("harmless");
        }
        BackfillFixture.fill(database, task);
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
    }
}
