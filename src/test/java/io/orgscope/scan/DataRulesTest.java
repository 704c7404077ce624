package io.orgscope.scan;

import static io.orgscope.scan.OrganizationRulesTest.scoped;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.scan.finding.DataCheck;
import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Rule;
import io.orgscope.scan.finding.ScanReport;
import io.orgscope.testing.Login;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code --deep} finds in the rows. */
@PostgresTest
class DataRulesTest {

    private static final String A = "'00000000-0000-0000-0000-00000000000a'";
    private static final String B = "'00000000-0000-0000-0000-00000000000b'";

    private TestDatabase database;

    @BeforeEach
    void twoOrganizations(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute(Scans.ORGANIZATIONS + "INSERT INTO organizations VALUES (" + A + ", 'a'), (" + B + ", 'b');"
                + scoped("p") + scoped("c") + "ALTER TABLE c ADD p_id int REFERENCES p; CREATE INDEX ON c (p_id);"
                + "INSERT INTO p VALUES (1, " + A + "), (2, " + B + "); INSERT INTO c VALUES (10, " + A + ", 1), (20, " + B + ", 2)");
    }

    @Test
    void cleanRows() throws SQLException {
        assertThat(data(Scans.on(database))).isEmpty();
        assertThat(Scans.on(database).deeply().run().checks()).extracting(check -> check.rule().id() + " " + check.table() + " " + check.extent())
                .containsExactly("organizations-empty organizations whole", "references-cross c whole");
        assertThat(Scans.on(database).run().checks()).as("the data is not asked unasked").isNull();
    }

    @Test
    void noOrganization() throws SQLException {
        database.execute("TRUNCATE organizations CASCADE");
        assertThat(data(Scans.on(database))).containsExactly("organizations-empty organizations");
    }

    @Test
    void referencesThatCross() throws SQLException {
        database.execute("UPDATE c SET p_id = 1 WHERE id = 20");

        assertThat(data(Scans.on(database))).containsExactly("references-cross c c_p_id_fkey");
        Finding finding = Scans.on(database).deeply().run().findings().get(0);
        assertThat(finding.message()).isEqualTo("1 row: reference rows of p of another organization (id=20); looked at: whole.");
        assertThat(finding.details()).containsEntry("rows", 1L);
    }

    /** New rows cannot cross, but the rows that are there may. */
    @Test
    void referencesThatCrossBesideAKeyThatIsNotValidated() throws SQLException {
        database.execute("UPDATE c SET p_id = 1 WHERE id = 20", "ALTER TABLE p ADD CONSTRAINT p_with_organization UNIQUE (organization_id, id)",
                "ALTER TABLE c ADD CONSTRAINT c_composite FOREIGN KEY (organization_id, p_id) REFERENCES p (organization_id, id) NOT VALID");

        assertThat(data(Scans.on(database))).contains("references-cross c c_p_id_fkey");
    }

    /** The rest of such a key finds a row of another organization. It may also find one of the own: then the row does not cross. */
    @Test
    void referencesThatCrossByALoneKeyThatIsNotValidated() throws SQLException {
        database.execute("ALTER TABLE p DROP CONSTRAINT p_pkey CASCADE, ADD PRIMARY KEY (organization_id, id)", "INSERT INTO p VALUES (1, " + B + ")",
                "ALTER TABLE c ADD CONSTRAINT k FOREIGN KEY (organization_id, p_id) REFERENCES p (organization_id, id) NOT VALID",
                "CREATE INDEX ON c (organization_id, p_id)");
        assertThat(data(Scans.on(database))).isEmpty();
        database.execute("ALTER TABLE c DROP CONSTRAINT k", "INSERT INTO c VALUES (30, " + A + ", 2)",
                "ALTER TABLE c ADD CONSTRAINT k FOREIGN KEY (organization_id, p_id) REFERENCES p (organization_id, id) NOT VALID");

        assertThat(data(Scans.on(database))).containsExactly("references-cross c k");
        assertThat(Scans.on(database).deeply().run().findings().get(0).message()).startsWith("1 row: reference rows of p of another organization (id=30)");
        database.execute("UPDATE c SET organization_id = " + B + " WHERE id = 30", "ALTER TABLE c VALIDATE CONSTRAINT k");
        assertThat(Scans.on(database).deeply().run().checks()).extracting(DataCheck::rule).doesNotContain(Rule.REFERENCES_CROSS);
    }

    @Test
    void rowsWithoutAnOrganization() throws SQLException {
        database.execute("ALTER TABLE c ALTER organization_id DROP NOT NULL");
        assertThat(data(Scans.on(database))).isEmpty();
        database.execute("UPDATE c SET organization_id = NULL");
        assertThat(data(Scans.on(database))).containsExactly("rows-without-organization c organization_id");
    }

    /** No step changes such a table, but its rows can be wrong all the same. */
    @Test
    void rowsOfATableThatOthersInheritFromAreChecked() throws SQLException {
        database.execute("CREATE TABLE inherited (id int PRIMARY KEY, organization_id uuid REFERENCES organizations); CREATE TABLE heirs () INHERITS (inherited);"
                + "INSERT INTO inherited VALUES (1, NULL)");
        assertThat(data(Scans.on(database))).containsExactly("rows-without-organization inherited organization_id");
    }

    @Test
    void rowsOfAnUnknownOrganization() throws SQLException {
        database.execute("ALTER TABLE c DROP CONSTRAINT c_organization_id_fkey; UPDATE c SET p_id = NULL");
        assertThat(data(Scans.on(database))).isEmpty();
        database.execute("UPDATE c SET organization_id = gen_random_uuid() WHERE id = 10");
        assertThat(data(Scans.on(database))).containsExactly("rows-of-unknown-organization c organization_id");
        database.execute("ALTER TABLE c ADD FOREIGN KEY (organization_id) REFERENCES organizations ON DELETE CASCADE NOT VALID");
        assertThat(data(Scans.on(database))).as("a key that is not validated promises nothing")
                .containsExactly("rows-of-unknown-organization c organization_id");
    }

    @Test
    void storedAgainstRouted() throws SQLException {
        Scans declared = Scans.on(database).spec("- { table: c, route: p_id -> p.organization_id }");
        assertThat(data(declared)).isEmpty();
        database.execute("UPDATE c SET organization_id = " + B + " WHERE id = 10");
        assertThat(data(declared)).containsExactly("organization-differs-from-route c organization_id", "references-cross c c_p_id_fkey");
    }

    @Test
    void rowsThatNoRouteLeadsAndRoutesThatDisagree() throws SQLException {
        database.execute("CREATE TABLE n (id int PRIMARY KEY, p_id int REFERENCES p, c_id int REFERENCES c); INSERT INTO n VALUES (1, 1, 10)");
        Scans declared = Scans.on(database).spec("""
                - { table: n, route: [p_id -> p.organization_id, c_id -> c.organization_id] }
                """);
        assertThat(data(declared)).isEmpty();
        database.execute("INSERT INTO n VALUES (2, NULL, NULL), (3, 1, 20)");
        assertThat(data(declared)).containsExactly("routes-disagree n organization_id", "rows-without-route n organization_id");
    }

    @Test
    void aCheckThatTakesTooLongSaysSo() throws SQLException {
        database.execute("INSERT INTO p SELECT i, " + A + " FROM generate_series(100, 40000) i;"
                + "INSERT INTO c SELECT i, " + A + ", i FROM generate_series(100, 40000) i");

        ScanReport report = Scans.on(database).deeply(0, Duration.ofMillis(1)).run();

        assertThat(Scans.lines(report)).contains("check-not-run c references-cross:c_p_id_fkey");
        assertThat(report.checks()).filteredOn(check -> check.rule() == Rule.REFERENCES_CROSS)
                .extracting(DataCheck::extent, DataCheck::found).containsExactly(org.assertj.core.groups.Tuple.tuple("not run: more than 1 ms", -1L));
    }

    @Test
    void aSampleSaysThatItIsOne() throws SQLException {
        database.execute("INSERT INTO p SELECT i, " + A + " FROM generate_series(100, 50000) i;"
                + "INSERT INTO c SELECT i, " + B + ", i FROM generate_series(100, 50000) i");
        database.execute("ANALYZE");

        DataCheck check = Scans.on(database).deeply(5000, Duration.ofSeconds(30)).run().checks().stream()
                .filter(one -> one.rule() == Rule.REFERENCES_CROSS).findFirst().orElseThrow();

        assertThat(check.extent()).isEqualTo("a sample of 10.0 %");
        assertThat(check.found()).isBetween(1L, 25_000L);
        assertThat(Scans.on(database).deeply().run().checks()).filteredOn(one -> one.rule() == Rule.REFERENCES_CROSS)
                .extracting(DataCheck::found).containsExactly(49_901L);
    }

    @Test
    void whatARoleMayNotSeeIsNotClean() throws SQLException {
        Login role = database.asRole("auditor");
        assertThat(Scans.on(role).found()).as("the catalog is everybody's").isEqualTo(Scans.on(database).found());
        assertThat(data(Scans.on(role))).containsExactly("check-not-run c references-cross:c_p_id_fkey",
                "check-not-run organizations organizations-empty");

        database.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO auditor");
        assertThat(data(Scans.on(role))).isEmpty();

        database.execute("UPDATE c SET p_id = 1; ALTER TABLE c ENABLE ROW LEVEL SECURITY; CREATE POLICY none ON c USING (false)");
        assertThat(data(Scans.on(role))).as("row security would hide the row, and a hidden row is no good row")
                .containsExactly("check-not-run c references-cross:c_p_id_fkey");
        assertThat(data(Scans.on(database))).containsExactly("references-cross c c_p_id_fkey");
    }

    private static List<String> data(Scans scans) throws SQLException {
        List<String> without = scans.found();
        return scans.deeply().found().stream().filter(line -> !without.contains(line)).toList();
    }
}
