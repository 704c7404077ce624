package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.postgres.TableName;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trigger of the application can prevent the UPDATE of the backfill, or undo it. The message names it. */
@PostgresTest
class UpdateTriggersTest {

    @BeforeEach
    void load(TestDatabase database) throws SQLException {
        Ground.connections(database, 300);
        database.execute("CREATE FUNCTION archived() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF OLD.id > 3 THEN RETURN NEW; END IF; RETURN NULL; END'",
                "CREATE FUNCTION frozen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF OLD.id > 3 THEN RETURN NEW; END IF; RETURN OLD; END'",
                "CREATE TRIGGER after_all AFTER UPDATE ON connections FOR EACH ROW EXECUTE FUNCTION archived()",
                "CREATE TRIGGER disabled BEFORE UPDATE ON connections FOR EACH ROW EXECUTE FUNCTION archived()",
                "ALTER TABLE connections DISABLE TRIGGER disabled");
    }

    @Test
    void oneThatPreventsTheUpdate(TestDatabase database) throws SQLException {
        database.execute("CREATE TRIGGER archive BEFORE UPDATE ON connections FOR EACH ROW EXECUTE FUNCTION archived()");
        BackfillTask task = Ground.task(new TableName("public", "connections"), BackfillOptions.defaults().withRetryTimeout(Duration.ofMillis(50)));
        assertThatThrownBy(() -> Ground.fill(database, task)).hasMessageContaining("Rows of connections could not be filled: nobody holds them")
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
}
