package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Step 11: references between isolated tables carry the organization. */
@PostgresTest
class CompositeReferencesTest {

    private static final String KEYS = "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND convalidated"
            + " AND conrelid = '\"Tenant \"\"Data\"\"\".%s'::regclass AND confrelid <> 'organizations'::regclass ORDER BY 1";

    @TempDir
    Path directory;

    /** Forward and back as the owner who is no superuser, with what each key says in between. */
    @ParameterizedTest
    @EnumSource(names = {"UUID", "DOMAIN"})
    void everyKindOfReferenceCarriesTheOrganization(KeyType type, TestDatabase database) throws SQLException {
        Login owner = database.asOwner("owner of " + database.name());
        Situation.isolated(type).into(owner);
        Liquibases liquibase = Situation.isolated(type).liquibase(owner, directory);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.update();

        String order = "REFERENCES \"Tenant \"\"Data\"\"\".\"Order \"\"x\"\"; DROP\"";
        String items = "REFERENCES \"Tenant \"\"Data\"\"\".items";
        List<String> emptying = Postgres.major() < 15 ? List.of("two FOREIGN KEY (pb, pa) " + order + "(b, a) ON DELETE SET NULL",
                "up FOREIGN KEY (parent) " + items + "(id) ON DELETE SET DEFAULT DEFERRABLE")
                : List.of("two_by_organization_id FOREIGN KEY (organization_id, pb, pa) " + order + "(organization_id, b, a) ON UPDATE CASCADE ON DELETE SET NULL (pb, pa)",
                "up_by_organization_id FOREIGN KEY (organization_id, parent) " + items + "(organization_id, id) ON UPDATE CASCADE ON DELETE SET DEFAULT (parent) DEFERRABLE");
        assertThat(database.strings(KEYS.formatted("items"))).containsExactlyInAnyOrder(
                "by \"code\"_by_organization_id FOREIGN KEY (organization_id, code) " + order + "(organization_id, code) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED",
                "full_by_organization_id FOREIGN KEY (organization_id, later) " + items + "(organization_id, id) ON UPDATE CASCADE",
                "of the order, whose name is as long as the name of a c_264647a2 FOREIGN KEY (organization_id, \"order\") " + order
                        + "(organization_id, \"The \"\"Id\"\"\") ON UPDATE CASCADE ON DELETE CASCADE",
                "the same again_by_organization_id FOREIGN KEY (organization_id, \"order\") " + order
                        + "(organization_id, \"The \"\"Id\"\"\") ON UPDATE CASCADE ON DELETE RESTRICT", emptying.get(0), emptying.get(1));
        assertThat(database.number("SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND confrelid = 'organizations'::regclass")).isEqualTo(4);
        assertThat(liquibase.messages().stream().filter(said -> said.contains("stays single"))).hasSize(Postgres.major() < 15 ? 2 : 0)
                .allMatch(said -> said.contains("its ON DELETE would also set the organization to NULL, and PostgreSQL 14 cannot limit it"));
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    private Liquibases boards(TestDatabase database) throws SQLException {
        return Boards.contracted(database, directory);
    }

    private Liquibases declared(TestDatabase database, String tables) {
        return Boards.declared(database, directory, tables);
    }

    private static final String SINGLE = "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND cardinality(conkey) = 1 AND conrelid IN"
            + " ('cards'::regclass, 'remarks'::regclass) AND confrelid IN ('boards'::regclass, 'cards'::regclass)";
    private static final String COMPOSITE = SINGLE.replace("= 1", "= 2");

    /** What keeps chained rows right after the contract, when no trigger is left. */
    @Test
    void aParentThatMovesTakesItsChildrenAlongThroughThreeLevels(TestDatabase database) throws SQLException {
        boards(database).update();
        database.execute("UPDATE boards SET organization_id = 3 WHERE id = 1");
        assertThat(database.strings("SELECT DISTINCT organization_id::text FROM boards WHERE id = 1 UNION SELECT organization_id::text FROM cards"
                + " WHERE board_id = 1 UNION SELECT r.organization_id::text FROM remarks r JOIN cards c ON c.id = card_id WHERE board_id = 1")).containsExactly("3");
        assertThat(database.number("SELECT count(*) FROM remarks WHERE organization_id = 1")).isEqualTo(3);

        assertThatThrownBy(() -> database.execute("UPDATE cards SET above = 2 WHERE id = 1")).hasMessageContaining("cards_above_fkey_by_organization_id");
        assertThatThrownBy(() -> database.execute("UPDATE remarks SET organization_id = 2 WHERE id = 1")).hasMessageContaining("of_a_card_by_organization_id");
        assertThatThrownBy(() -> database.execute("INSERT INTO remarks VALUES (99, 1, 1, 2)")).hasMessageContaining("of_a_card_by_organization_id");
    }

    /** Counted, with five keys, before anything is changed; a script raises. */
    @Test
    void rowsThatCrossStopItBeforeAnythingIsChanged(TestDatabase database) throws SQLException {
        Liquibases liquibase = boards(database);
        liquibase.updateCount(1);
        database.execute("UPDATE cards SET above = 2 WHERE id IN (1, 7, 13, 4, 10, 16, 6)");
        CatalogSnapshot before = CatalogSnapshot.of(database);
        assertThatThrownBy(liquibase::update).hasMessageContaining("cards: 7 rows (id=").hasMessageContaining("; …)")
                .hasMessageContaining("reference a row of another organization through cards_above_fkey").hasMessageContaining("This step changed nothing");
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
        String script = liquibase.updateSql();
        assertThatThrownBy(() -> Script.run(database, script)).hasMessageContaining("reference a row of another organization");
        liquibase.releaseLocks();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));

        database.execute("UPDATE cards SET above = NULL WHERE above = 2");
        liquibase.update();
        assertThat(database.number(COMPOSITE)).isEqualTo(3);
    }

    /** The key is there then, and the message of each run says so. */
    @Test
    void aRowThatCrossesAfterTheCheckIsNamed(TestDatabase database) throws SQLException {
        Liquibases liquibase = boards(database);
        Boards.beforeTheNextAlterTable(database, "UPDATE cards SET above = 2 WHERE id = 1 AND above IS NULL");
        for (int run = 0; run < 2; run++) {
            assertThatThrownBy(liquibase::update).hasMessageContainingAll("cards: 1 row (id=1) reference a row of another organization through cards_above_fkey",
                    "The foreign key cards_above_fkey_by_organization_id is there, so PostgreSQL refuses new such rows",
                    "run ALTER TABLE \"public\".\"cards\" DROP CONSTRAINT \"cards_above_fkey_by_organization_id\"")
                    .hasMessageNotContaining("changed nothing").hasMessageNotContaining("23503");
        }
        database.execute("DROP EVENT TRIGGER late", "ALTER TABLE cards DROP CONSTRAINT cards_above_fkey_by_organization_id");
        assertThatThrownBy(liquibase::update).hasMessageContaining("This step changed nothing");
        database.execute("UPDATE cards SET above = NULL WHERE above = 2");
        liquibase.update();
        assertThat(database.number(COMPOSITE)).isEqualTo(3);
        assertThat(database.number(SINGLE)).isZero();
    }

    /** A table that joins the declaration later, in front of those that reference it, or behind those that it references. */
    @ParameterizedTest
    @ValueSource(strings = {"boards", "cards", "remarks"})
    void aTableThatJoinsLaterBringsItsReferences(String last, TestDatabase database) throws SQLException {
        boards(database);
        String others = Boards.DECLARED.replaceAll("- table: " + last + "\n  route: (.*)\n.*\n", "");
        String all = others + Boards.DECLARED.replaceAll("(?s).*(- table: " + last + "\n.*?\n.*?\n).*", "$1");
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        declared(database, others).update();
        CatalogSnapshot two = CatalogSnapshot.of(database, "orgscope");
        assertThat(database.number(COMPOSITE)).isEqualTo(last.equals("boards") ? 2 : last.equals("cards") ? 0 : 2);
        declared(database, others).tag("two");

        declared(database, all).update();
        assertThat(database.number(COMPOSITE)).isEqualTo(3);
        assertThat(database.number(SINGLE)).isZero();
        declared(database, all).rollback("two");
        CatalogSnapshot.assertSame(two, CatalogSnapshot.of(database, "orgscope"));
        declared(database, all).rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    /** In whatever order of columns: a unique index, and the composite key itself, beside the single one or alone. */
    @Test
    void whatIsThereIsAdoptedAndStays(TestDatabase database) throws SQLException {
        Liquibases liquibase = boards(database);
        database.execute("CREATE UNIQUE INDEX mine ON boards (id, organization_id)", "CREATE UNIQUE INDEX cards_mine ON cards (id, organization_id)",
                "ALTER TABLE remarks ADD CONSTRAINT mine FOREIGN KEY (card_id, organization_id) REFERENCES cards (id, organization_id) ON UPDATE CASCADE",
                "COMMENT ON CONSTRAINT mine ON remarks IS 'mine'");
        CatalogSnapshot before = CatalogSnapshot.of(database);
        liquibase.update();
        assertThat(database.strings("SELECT indexname FROM pg_indexes WHERE indexdef LIKE '%UNIQUE%' AND tablename IN ('boards', 'cards') ORDER BY 1"))
                .containsExactly("boards_pkey", "cards_mine", "cards_pkey", "mine");
        assertThat(database.number(COMPOSITE)).isEqualTo(3);
        assertThat(database.number(SINGLE)).isZero();
        liquibase.rollbackCount(3);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));

        database.execute("ALTER TABLE remarks DROP CONSTRAINT mine", "ALTER TABLE remarks ADD CONSTRAINT mine FOREIGN KEY (card_id, organization_id)"
                + " REFERENCES cards (id, organization_id)");
        assertThatThrownBy(liquibase::update).hasMessageContaining("The foreign key mine of remarks includes the organization already, as (card_id,"
                + " organization_id) REFERENCES cards (id, organization_id) ON UPDATE NO ACTION ON DELETE NO ACTION")
                .hasMessageContaining("it has to be (organization_id, card_id) REFERENCES cards (organization_id, id) ON UPDATE CASCADE ON DELETE NO ACTION");
    }

    /** What cannot carry the organization stays, and whoever runs the command is told. */
    @Test
    void aKeyThatStaysSingleIsSaid(TestDatabase database) throws SQLException {
        Liquibases liquibase = boards(database);
        database.execute("ALTER TABLE cards ADD again integer GENERATED ALWAYS AS (board_id) STORED CONSTRAINT generated REFERENCES boards",
                "ALTER TABLE cards ADD part integer DEFAULT 1, ADD UNIQUE (id, part)", "ALTER TABLE remarks ADD part integer DEFAULT 1",
                "ALTER TABLE remarks ADD CONSTRAINT pair FOREIGN KEY (card_id, part) REFERENCES cards (id, part) MATCH FULL");
        CatalogSnapshot before = CatalogSnapshot.of(database);
        liquibase.update();
        assertThat(liquibase.messages().stream().filter(said -> said.contains("stays single")).distinct())
                .anyMatch(said -> said.startsWith("The foreign key generated of cards stays single: it is over a generated column"))
                .anyMatch(said -> said.startsWith("The foreign key pair of remarks stays single: it is MATCH FULL"));
        assertThat(database.number(COMPOSITE)).as("the three, and the one of two columns that was there").isEqualTo(4);
        assertThat(database.number(SINGLE)).isEqualTo(1);
        liquibase.rollbackCount(3);
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    @Test
    void aKeyWithAPeriodStaysSingle(TestDatabase database) throws SQLException {
        assumeThat(Postgres.major()).as("keys with PERIOD").isGreaterThanOrEqualTo(18);
        Liquibases liquibase = boards(database);
        database.execute("CREATE EXTENSION btree_gist",
                "ALTER TABLE boards ADD valid daterange NOT NULL DEFAULT '[2020-01-01,2030-01-01)', ADD UNIQUE (id, valid WITHOUT OVERLAPS)",
                "ALTER TABLE cards ADD during daterange NOT NULL DEFAULT '[2021-01-01,2022-01-01)',"
                        + " ADD CONSTRAINT by_time FOREIGN KEY (board_id, PERIOD during) REFERENCES boards (id, PERIOD valid)");
        liquibase.update();
        assertThat(liquibase.messages()).anyMatch(said -> said.startsWith("The foreign key by_time of cards stays single:"
                + " it has a PERIOD, and PostgreSQL has no ON UPDATE CASCADE for that."));
    }

    /** The referenced table may belong to another declaration, and to another role. A foreign key needs less than LOCK TABLE. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoMayNotLockTheReferencedTableDoesNotAskForIt(boolean script, TestDatabase database) throws SQLException {
        boards(database);
        declared(database, Boards.DECLARED.substring(0, Boards.DECLARED.indexOf("- table: cards"))).update();
        Login owner = database.asOwner("owner of " + database.name());
        String grantee = " TO \"" + owner.user() + "\"";
        database.execute("CREATE UNIQUE INDEX by_both ON boards (organization_id, id)", "ALTER TABLE cards OWNER" + grantee,
                "GRANT SELECT, REFERENCES ON boards, organizations, users" + grantee, "GRANT ALL ON databasechangelog, databasechangeloglock" + grantee);
        CatalogSnapshot before = CatalogSnapshot.of(database);
        Liquibases liquibase = new Situation("cards", KeyType.INTEGER, "", "- table: cards\n  route: board_id -> boards.organization_id\n  isolation: { references: composite }\n")
                .liquibase(owner, directory).labels("orgscope-isolate");
        if (script) {
            Script.run(owner, liquibase.updateSql());
        } else {
            liquibase.update();
        }
        assertThat(database.number(COMPOSITE)).isEqualTo(2);
        if (script) {
            Script.run(owner, liquibase.rollbackCountSql(1));
        } else {
            liquibase.rollbackCount(1);
        }
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database));
    }

    @Test
    void aKeyThatIsNotKnownToHoldIsRefused(TestDatabase database) throws SQLException {
        Liquibases liquibase = boards(database);
        database.execute("ALTER TABLE remarks DROP CONSTRAINT of_a_card, ADD CONSTRAINT of_a_card FOREIGN KEY (card_id) REFERENCES cards NOT VALID");
        assertThatThrownBy(liquibase::update).hasMessageContaining("of_a_card of remarks is not validated")
                .hasMessageContaining("VALIDATE CONSTRAINT \"of_a_card\"");
        database.execute("ALTER TABLE remarks VALIDATE CONSTRAINT of_a_card", "ALTER TABLE remarks ALTER organization_id DROP NOT NULL");
        assertThatThrownBy(liquibase::update).hasMessageContaining("remarks.organization_id may be NULL").hasMessageContaining("Run step 04 first");
    }

    /** A key that only a partition has, and one to a partition, would stay single and nobody would know. */
    @Test
    void aKeyOfAPartitionIsRefused(TestDatabase database) throws SQLException {
        boards(database);
        database.execute("CREATE TABLE logs (id integer PRIMARY KEY, card integer, organization_id integer NOT NULL REFERENCES organizations) PARTITION BY RANGE (id)",
                "CREATE TABLE logs_1 PARTITION OF logs DEFAULT", "ALTER TABLE logs_1 ADD CONSTRAINT of_part FOREIGN KEY (card) REFERENCES cards");
        String logs = "- table: logs\n  route: card -> cards.organization_id\n  isolation: { references: %s }\n";
        Liquibases liquibase = declared(database, Boards.DECLARED + logs.formatted("composite"));
        assertThatThrownBy(liquibase::update).hasMessageContaining("logs is partitioned, and composite references are not offered for partitioned tables:"
                + " the foreign key of_part from logs_1 to cards is one of a partition. Declare 'isolation: { references: single }' for logs");
        database.execute("ALTER TABLE logs_1 DROP CONSTRAINT of_part", "ALTER TABLE remarks ADD log integer CONSTRAINT to_part REFERENCES logs_1");
        assertThatThrownBy(liquibase::update).hasMessageContaining("logs is partitioned").hasMessageContaining("the foreign key to_part from remarks to logs_1");
        database.execute("ALTER TABLE remarks DROP CONSTRAINT to_part", "ALTER TABLE logs_1 ADD CONSTRAINT to_self FOREIGN KEY (card) REFERENCES logs_1");
        assertThatThrownBy(liquibase::update).hasMessageContaining("the foreign key to_self from logs_1 to logs_1");
        declared(database, Boards.DECLARED + logs.formatted("single")).update();
        assertThat(database.number(COMPOSITE)).isEqualTo(3);
    }

    /** It says nothing of other organizations, so it stays as it is. One that cannot include the organization stays too, with a note as on a whole table. */
    @Test
    void aKeyOfAPartitionWithTheOrganizationIsNotRefused(TestDatabase database) throws SQLException {
        boards(database);
        database.execute("CREATE TABLE logs (id integer PRIMARY KEY, card integer, organization_id integer NOT NULL REFERENCES organizations) PARTITION BY RANGE (id)",
                "CREATE TABLE logs_1 PARTITION OF logs DEFAULT", "ALTER TABLE cards ADD UNIQUE (organization_id, id)",
                "ALTER TABLE logs_1 ADD CONSTRAINT of_part FOREIGN KEY (organization_id, card) REFERENCES cards (organization_id, id)",
                "ALTER TABLE logs_1 ADD CONSTRAINT of_other FOREIGN KEY (organization_id) REFERENCES boards");
        Liquibases liquibase = declared(database, Boards.DECLARED + "- table: logs\n  route: card -> cards.organization_id\n  isolation: { references: composite }\n");
        liquibase.update();
        assertThat(liquibase.messages()).anyMatch(said -> said.contains("The foreign key of_other of logs_1 stays single: it uses the organization column for something else"))
                .noneMatch(said -> said.contains("of_part"));
    }

    /** A partitioned table whose step has run takes part, whatever the declaration says by then. */
    @Test
    void aKeyOfAPartitionThatCameFirstIsRefusedWithAWayOut(TestDatabase database) throws SQLException {
        boards(database);
        database.execute("CREATE TABLE logs (id integer PRIMARY KEY, user_id integer, card integer, organization_id integer NOT NULL REFERENCES organizations)"
                + " PARTITION BY RANGE (id)", "CREATE TABLE logs_1 PARTITION OF logs DEFAULT", "ALTER TABLE logs_1 ADD CONSTRAINT of_part FOREIGN KEY (card) REFERENCES cards");
        String tables = "- table: logs\n  route: user_id -> users.default_organization_id\n  isolation: { references: composite }\n" + Boards.DECLARED;
        assertThatThrownBy(declared(database, tables)::update).hasMessageContaining("the foreign key of_part from logs_1 to cards is one of a partition."
                + " Declare 'isolation: { references: single }' for logs, or for cards if step 11 of logs has run, then run update again.");
        declared(database, tables.replace("route: board_id -> boards.organization_id\n  isolation: { references: composite }",
                "route: board_id -> boards.organization_id\n  isolation: { references: single }")).update();
        assertThat(database.number(COMPOSITE)).isZero();
    }

    /** Liquibase does not know of a step that was stopped: step 08, the first that it takes back, brings the single keys back. */
    @Test
    void whatAStoppedStepLeftGoesWithTheOthers(TestDatabase database) throws SQLException {
        Situation situation = new Situation("boards", KeyType.INTEGER, Boards.TABLES, Boards.DECLARED);
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        FaultInjection faults = new FaultInjection(database);
        CatalogSnapshot before = CatalogSnapshot.of(database, "orgscope");
        liquibase.labels("orgscope-expand or orgscope-contract").update();
        assertThat(faults.stops(14, liquibase::update)).isTrue();
        assertThat(database.number(SINGLE)).isEqualTo(2);
        assertThat(database.number(COMPOSITE)).isEqualTo(1);
        liquibase.rollbackAll();
        CatalogSnapshot.assertSame(before, CatalogSnapshot.of(database, "orgscope"));
    }

    /** Parents that move all the while, as an application moves them: the parent first, then what is below it. */
    @Test
    void writersThatMoveParentsGoOn(TestDatabase database) throws Exception {
        Liquibases liquibase = boards(database);
        Liquibases patient = declared(database, Boards.DECLARED.replace("  isolation:", "  lockTimeout: 200ms\n  isolation:"));
        try (ConcurrentWriters writers = ConcurrentWriters.on(database, 2, ConcurrentWriters.sql("SELECT pg_sleep(0.02)", (writer, turn) -> new Object[0]),
                CompositeReferencesTest::move)) {
            writers.awaitTurns(5);
            patient.update();
            writers.awaitTurns(5);
            assertThat(database.number(COMPOSITE)).isEqualTo(3);
            patient.rollbackCount(3);
            writers.awaitTurns(5);
            assertThat(writers.stop().failures()).isEmpty();
        }
        assertThat(database.number(SINGLE)).isEqualTo(3);
        assertThat(database.number("SELECT count(*) FROM remarks r JOIN cards c ON c.id = card_id JOIN boards b ON b.id = board_id"
                + " WHERE r.organization_id <> c.organization_id OR c.organization_id <> b.organization_id")).isZero();
    }

    /** One writer's board, its cards and their remarks, to the next organization. */
    private static void move(Connection connection, int writer, long turn) throws SQLException {
        int organization = (int) (turn % 3) + 1;
        String card = "(SELECT id FROM cards WHERE board_id = " + (writer + 1) + ")";
        // Several statements in one string are one transaction.
        ConcurrentWriters.sql("UPDATE boards SET organization_id = %1$d WHERE id = %2$d; UPDATE cards SET organization_id = %1$d WHERE id = %2$d;".formatted(organization, writer + 1)
                + "UPDATE cards SET organization_id = %d WHERE board_id = %d;".formatted(organization, writer + 1)
                + "UPDATE remarks SET organization_id = %d WHERE card_id IN %s".formatted(organization, card), (w, t) -> new Object[0]).on(connection, writer, turn);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aVacuumOfTheReferencedTableHasTimeToEnd(boolean script, TestDatabase database) throws Exception {
        boards(database);
        Liquibases liquibase = Liquibases.on(database).in(directory).labels("orgscope-isolate").changelog(Situation.FILE,
                new Situation("boards", KeyType.INTEGER, Boards.TABLES, Boards.DECLARED).yaml().replace("20s", "400ms"));
        liquibase.updateCount(2);
        String sql = liquibase.updateSql();
        LockDisciplineTest.waitsForAVacuum(database, "cards", () -> {
            if (script) {
                LockDisciplineTest.run(database, sql);
            } else {
                liquibase.update();
            }
        });
        LockDisciplineTest.waitsForAVacuum(database, "cards", () -> liquibase.rollbackCount(1));
        assertThat(database.number(SINGLE)).isEqualTo(1);
    }

    /** It needs the index, and nothing else is in its way. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aKeyThatSomebodyElseMadeKeepsTheIndex(boolean script, TestDatabase database) throws SQLException {
        Liquibases liquibase = boards(database);
        liquibase.update();
        database.execute("ALTER TABLE remarks ADD board_id integer, ADD CONSTRAINT theirs FOREIGN KEY (organization_id, board_id) REFERENCES boards (organization_id, id)");

        if (script) {
            Script.run(database, liquibase.rollbackAllSql());
        } else {
            liquibase.rollbackAll();
        }
        assertThat(database.number(SINGLE)).isEqualTo(3);
        assertThat(database.strings("SELECT conname FROM pg_constraint WHERE conname = 'theirs' AND conindid = 'boards_pkey_by_organization_id'::regclass")).hasSize(1);
        assertThat(database.flag("SELECT to_regclass('cards_pkey_by_organization_id') IS NULL")).isTrue();
    }

    /** Whoever holds either table is named, and the statement that could not have its lock changed nothing. */
    @Test
    void aWriterOfTheReferencedTableIsNamed(TestDatabase database) throws SQLException {
        boards(database);
        Liquibases liquibase = Liquibases.on(database).in(directory).labels("orgscope-isolate").changelog(Situation.FILE,
                new Situation("boards", KeyType.INTEGER, Boards.TABLES, Boards.DECLARED).yaml().replace("20s", "400ms"));
        liquibase.updateCount(2);
        try (Connection writer = database.connection()) {
            writer.setAutoCommit(false);
            writer.createStatement().execute("UPDATE cards SET above = above WHERE id = 1");
            assertThatThrownBy(liquibase::update).hasMessageContaining("Could not lock remarks and cards").hasMessageContaining("pid ")
                    .hasMessageContaining("pg_terminate_backend");
            writer.rollback();
        }
        liquibase.update();
        assertThat(database.number(COMPOSITE)).isEqualTo(3);
    }
}
