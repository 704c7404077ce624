package io.orgscope.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the tables and whatever sessions do: none sees or changes what a model in memory does not allow. Three seeds in
 * every build; {@code -Dorgscope.seeds=500} takes more, {@code -Dorgscope.seed=7} begins at another one.
 */
@PostgresTest
class RandomSessionsTest {

    private static final int STATEMENTS = 150;

    /** The composite keys of a table go, and with them what keeps its references within the organization. */
    private static final String SINGLE = """
            DO $$ DECLARE name text; BEGIN
              FOR name IN SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = '%1$s'::regclass AND cardinality(conkey) > 1 LOOP
                EXECUTE format('ALTER TABLE %%s DROP CONSTRAINT %%I', '%1$s'::regclass, name);
              END LOOP; END $$
            """;

    /** What happened with one seed or another. */
    private static final Set<String> ALL = new TreeSet<>();

    @TempDir
    Path directory;

    @AfterAll
    static void somethingOfEachKind() {
        if (!ALL.isEmpty()) {
            assertThat(ALL).contains("read done", "join done", "insert done", "insert refused", "update done", "move done", "move refused",
                    "reference done", "reference refused", "upsert done", "upsert refused", "delete done", "delete refused");
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("orgscope.seeds", 3)).map(n -> n + Long.getLong("orgscope.seed", 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSessionSeesOrChangesWhatTheModelDoesNotAllow(long seed, TestDatabase database) throws SQLException {
        Random random = new Random(seed);
        RandomSchema schema = RandomSchema.of(random);
        Map<String, Integer> done = isolated(schema, random, database).run(STATEMENTS);
        ALL.addAll(done.keySet());
        assertThat(done).as("something of each kind").containsKeys("read done", "insert done", "insert refused", "update done");
    }

    /** One policy, or one foreign key: the model sees it. */
    @ParameterizedTest
    @MethodSource("breaks")
    void whatIsBrokenIsSeen(String sql, TestDatabase database) throws SQLException {
        Random random = new Random(2);
        RandomSchema schema = RandomSchema.of(random);
        RandomSessions sessions = isolated(schema, random, database);
        for (RandomSchema.Entity entity : schema.entities()) {
            database.execute(sql.formatted(sql.equals(SINGLE) ? entity.sql().replace("'", "''") : entity.sql()));
        }
        assertThatThrownBy(() -> sessions.run(4 * STATEMENTS)).isInstanceOf(AssertionError.class);
    }

    static String[] breaks() {
        return new String[] {"ALTER POLICY orgscope_isolation_select ON %s USING (true)", "ALTER POLICY orgscope_isolation_insert ON %s WITH CHECK (true)",
            "ALTER POLICY orgscope_isolation_update ON %s WITH CHECK (true)", "ALTER POLICY orgscope_isolation_delete ON %s USING (true)",
            "ALTER POLICY orgscope_isolation_update ON %s USING (true)", SINGLE};
    }

    private RandomSessions isolated(RandomSchema schema, Random random, TestDatabase database) throws SQLException {
        Login owner = database.asOwner("owner_" + database.name());
        Login application = database.asRole("app_" + database.name());
        database.execute("GRANT " + application.user() + " TO " + owner.user());
        owner.execute(schema.ddl(application.user()));
        Liquibases.on(owner).in(directory).changelog("tenancy.orgscope.yaml", schema.declaration(application.user())).labels("orgscope-isolate").update();
        return new RandomSessions(schema, random, database, application);
    }
}
