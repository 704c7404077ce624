package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.ConcurrentWriters;
import io.orgscope.testing.FaultInjection;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Login;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.Script;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Step 14: the primary key with the organization in front, on a plain PostgreSQL. */
@PostgresTest
class PrimaryKeyTest {


    @TempDir
    Path directory;

    /** Forward and back through all steps, as the owner who is no superuser, with names that have to be quoted. */
    @ParameterizedTest
    @EnumSource(names = {"UUID", "VARCHAR", "BIGINT"})
    void forwardAndBack(KeyType type, TestDatabase database) throws SQLException {
        assumeTrue(Postgres.major() >= 15, "before, two of the references stay single, and one of them rests on a primary key");
        Login owner = database.asOwner("owner of " + database.name());
        Situation isolated = Situation.isolated(type);
        Situation situation = new Situation(isolated.name(), type, isolated.tables(), isolated.declaration().replace("composite }",
                "composite }\n  distribute: citus"));
        situation.into(owner);
        Liquibases liquibase = situation.liquibase(owner, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.update();
        assertThat(PrimaryKeyBoards.keys(database, "Tenant")).containsExactlyInAnyOrder(
                "\"Tenant \"\"Data\"\"\".items items_pkey PRIMARY KEY (organization_id, id)",
                "\"Tenant \"\"Data\"\"\".notes notes_pkey PRIMARY KEY (organization_id, id)",
                "\"Tenant \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\" Order \"x\"; DROP_pkey PRIMARY KEY (organization_id, \"The \"\"Id\"\"\")");
        assertThat(database.strings("SELECT indexdef FROM pg_indexes WHERE indexname ~ '_pkey_lookup$' ORDER BY 1")).hasSize(3)
                .allMatch(index -> !index.contains("UNIQUE") && !index.contains("organization_id"));
        CatalogSnapshot after = CatalogSnapshot.of(database, "orgscope");
        liquibase.update();
        CatalogSnapshot.assertSame(after, CatalogSnapshot.of(database, "orgscope"));
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    @Test
    void whatBelongsToTheKeyStaysAndReturns(TestDatabase database) throws SQLException {
        Liquibases liquibase = PrimaryKeyBoards.liquibase(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        liquibase.update();
        assertThat(PrimaryKeyBoards.keys(database, "^(boards|cards)$")).containsExactly(
                "boards boards_pkey PRIMARY KEY (organization_id, id) INCLUDE (note)",
                "cards cards_pkey PRIMARY KEY (organization_id, board_id, number)");
        assertThat(database.string("SELECT obj_description(oid) || (SELECT indisclustered FROM pg_index WHERE indexrelid = conindid) FROM pg_constraint"
                + " WHERE conname = 'boards_pkey'")).isEqualTo("said of the keytrue");
        assertThat(database.string("SELECT pg_get_indexdef('boards_pkey'::regclass)")).contains("fillfactor='80'");
        assertThat(database.string("SELECT obj_description('boards_pkey'::regclass)")).isEqualTo("said of\nthe index");
        liquibase.rollbackCount(2);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    /**
     * In every transaction that changes the catalog, forward and back; then on, or back. Liquibase does not run a change set again whose way
     * back was stopped, so the index of the old key is there until the way back ends.
     */
    @Test
    void stoppedInAnyTransaction(TestDatabase database) throws SQLException {
        Liquibases liquibase = PrimaryKeyBoards.liquibase(database, directory);
        FaultInjection faults = new FaultInjection(database);
        CatalogSnapshot before = CatalogSnapshot.of(database, "faults");
        liquibase.update();
        CatalogSnapshot after = CatalogSnapshot.of(database, "faults");
        int stops = 0;
        for (int n = 1; faults.stopsIn(n, () -> liquibase.rollbackCount(2)); n++, stops++) {
            if (n % 2 == 0) {
                liquibase.update();
                database.execute("DROP INDEX IF EXISTS orgscope_former_primary_key_boards, orgscope_former_primary_key_cards");
                CatalogSnapshot.assertSame(after, CatalogSnapshot.of(database, "faults"));
            }
            liquibase.rollbackCount(2);
            CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "faults"));
            liquibase.update();
        }
        assertThat(stops).isGreaterThan(3);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "faults"));
        for (int n = 1; faults.stopsIn(n, liquibase::update); n++, stops++) {
            liquibase.update();
            CatalogSnapshot.assertSame(after, CatalogSnapshot.of(database, "faults"));
            liquibase.rollbackCount(2);
            CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "faults"));
        }
        assertThat(stops).isGreaterThan(10);
        CatalogSnapshot.assertSame(after, CatalogSnapshot.of(database, "faults"));
    }

    /** Liquibase does not know of a step that was stopped: step 08, the first that it takes back, takes away what was begun. */
    @Test
    void whatAStoppedStepLeftGoesWithTheOthers(TestDatabase database) throws SQLException {
        Situation situation = PrimaryKeyBoards.situation(Situation.CONNECTIONS, Situation.BY_USER);
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        FaultInjection faults = new FaultInjection(database);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope", "faults");
        liquibase.labels("orgscope-expand or orgscope-contract").update();
        assertThat(faults.stops(6, () -> situation.liquibase(database, directory).labels("orgscope-distribute").update())).isTrue();
        assertThat(database.strings("SELECT indexname::text FROM pg_indexes WHERE indexname ~ 'lookup|orgscope_primary' ORDER BY 1"))
                .containsExactly("connections_pkey_lookup", "orgscope_primary_key_connections");
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope", "faults"));
    }

    /** Forward, back and forward again, while the application writes and looks up by the old key. */
    @Test
    void writersGoOn(TestDatabase database) throws Exception {
        Liquibases liquibase = PrimaryKeyBoards.liquibase(database, directory);
        try (ConcurrentWriters writers = ConcurrentWriters.on(database, 2,
                ConcurrentWriters.sql("INSERT INTO boards (user_id, organization_id) VALUES (?, ?)", (writer, turn) -> new Object[] {1, 1}),
                ConcurrentWriters.sql("UPDATE boards SET note = 'n' || ? WHERE id = ?", (writer, turn) -> new Object[] {turn, writer + 1}),
                ConcurrentWriters.sql("INSERT INTO cards VALUES (?, ?, NULL, ?)", (writer, turn) -> new Object[] {writer + 1, 100 + (int) turn, writer + 1}))) {
            for (int round = 0; round < 2; round++) {
                liquibase.update();
                writers.awaitTurns(6);
                liquibase.rollbackCount(2);
                writers.awaitTurns(6);
            }
            liquibase.update();
            assertThat(writers.stop().failures()).isEmpty();
        }
        assertThat(database.number("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isZero();
    }

    /** What a killed CREATE INDEX CONCURRENTLY leaves is built again, in both directions. */
    @Test
    void anInvalidIndexIsBuiltAgain(TestDatabase database) throws Exception {
        Liquibases liquibase = PrimaryKeyBoards.liquibase(database, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        InterruptedTest.killedWhileBuilding(database, liquibase::update);
        liquibase.releaseLocks();
        liquibase.update();
        InterruptedTest.killedWhileBuilding(database, () -> liquibase.rollbackCount(2));
        liquibase.releaseLocks();
        assertThat(database.strings("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid"))
                .containsExactly("orgscope_former_primary_key_cards");
        liquibase.rollbackCount(2);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    /** The scripts do the same, that of the way back also when it is written before the way forward. */
    @Test
    void theScriptsDoTheSame(TestDatabase database) throws SQLException {
        Liquibases liquibase = PrimaryKeyBoards.liquibase(database, directory);
        liquibase.tag("before");
        CatalogSnapshot before = CatalogSnapshot.of(database);
        String back = liquibase.futureRollbackSql();
        String forward = liquibase.updateSql();
        liquibase.update();
        CatalogSnapshot after = CatalogSnapshot.of(database);
        liquibase.rollbackCount(2);
        Script.run(database, forward);
        CatalogSnapshot.assertSame(after, CatalogSnapshot.of(database));
        Script.run(database, back);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    /** The routes still find their keys: also where a parent in the same table is asked. */
    @Test
    void furtherTablesCanJoin(TestDatabase database) throws SQLException {
        Situation chained = PrimaryKeyBoards.situation(Situation.CONNECTIONS + """
                CREATE TABLE posts (id integer PRIMARY KEY, connection_id integer, above integer);
                CREATE TABLE comments (id integer PRIMARY KEY, post_id integer NOT NULL);
                INSERT INTO posts SELECT n, CASE WHEN n < 7 THEN n END, CASE WHEN n > 6 THEN n - 6 END FROM generate_series(1, 12) n;
                INSERT INTO comments SELECT n, n FROM generate_series(1, 12) n;
                """, Situation.BY_USER + """
                - table: posts
                  route: [ connection_id -> connections.organization_id, above -> posts.organization_id ]
                """);
        chained.into(database);
        chained.liquibase(database, directory).update();
        Situation more = new Situation("more", KeyType.INTEGER, "", chained.declaration()
                + "- table: comments\n  route: post_id -> posts.organization_id\n  distribute: citus\n");
        assertThat(more.liquibase(database, directory).run("orgscopePlan", Map.of("spec", Situation.FILE, "target", "citus", "checkData", true)))
                .containsPattern("comments +distributed +12 ").containsPattern("connections +distributed +12 ");
        more.liquibase(database, directory).update();
        assertThat(database.number("SELECT count(*) FROM comments c JOIN posts p ON p.id = c.post_id AND p.organization_id = c.organization_id")).isEqualTo(12);
        assertThat(PrimaryKeyBoards.keys(database, "comments|posts")).allMatch(key -> key.contains("(organization_id, id)")).hasSize(2);
    }
}
