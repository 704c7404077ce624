package io.orgscope.scan;

import static io.orgscope.scan.OrganizationRulesTest.scoped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orgscope.scan.finding.Finding;
import io.orgscope.scan.finding.Rule;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule about the structure of a scoped table: a case with, and after one statement a case without. */
@PostgresTest
class StructureRulesTest {

    private TestDatabase database;

    @BeforeEach
    void clean(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute(Scans.ORGANIZATIONS + scoped("t"));
    }

    @Test
    void nullable() throws SQLException {
        found("ALTER TABLE t ALTER organization_id DROP NOT NULL", "organization-nullable t organization_id");
        found("ALTER TABLE t ALTER organization_id SET NOT NULL");
    }

    /** A default that reads the session is a choice of the application. */
    @Test
    void constantDefault() throws SQLException {
        String constant = "ALTER TABLE t ALTER organization_id SET DEFAULT '00000000-0000-0000-0000-00000000000a'";
        found(constant, "organization-default-constant t organization_id");
        Finding found = Scans.on(database).run().findings().get(0);
        assertThat(found.message()).isEqualTo("t.organization_id has the constant default '00000000-0000-0000-0000-00000000000a'::uuid: a row whose INSERT"
                + " leaves the column out belongs to that organization.");
        assertThat(Scans.on(database).spec("- { table: t, route: organization_id -> organizations.id }").found())
                .contains("organization-default-constant t organization_id");
        assertThat(Scans.on(database).spec("- { table: t, route: { organization: { name: a } } }").found()).as("each row belongs to one organization").isEmpty();
        found(found.remedy().lines());
        found("ALTER TABLE t ALTER organization_id SET DEFAULT current_setting('app.organization_id')::uuid");
        found(constant + "; COMMENT ON COLUMN t.organization_id IS '[orgscope made DEFAULT]'");
        found("ALTER TABLE t ALTER organization_id DROP NOT NULL; COMMENT ON COLUMN t.organization_id IS NULL", "organization-default-constant t organization_id",
                "organization-nullable t organization_id");
    }

    @Test
    void foreignKeyMissing() throws SQLException {
        found("ALTER TABLE t DROP CONSTRAINT t_organization_id_fkey", "organization-foreign-key-missing t organization_id");
        found("ALTER TABLE t ADD FOREIGN KEY (organization_id) REFERENCES organizations ON DELETE CASCADE");
    }

    @Test
    void foreignKeyNotValidated() throws SQLException {
        found("ALTER TABLE t DROP CONSTRAINT t_organization_id_fkey, ADD CONSTRAINT k FOREIGN KEY (organization_id) REFERENCES organizations"
                + " ON DELETE CASCADE NOT VALID", "constraint-not-valid t k");
        found("ALTER TABLE t VALIDATE CONSTRAINT k");
    }

    @Test
    void typeDiffers() throws SQLException {
        found("ALTER TABLE t DROP CONSTRAINT t_organization_id_fkey, ALTER organization_id TYPE text",
                "organization-foreign-key-missing t organization_id", "organization-type-differs t organization_id");
        found("ALTER TABLE t ALTER organization_id TYPE uuid USING organization_id::uuid,"
                + " ADD FOREIGN KEY (organization_id) REFERENCES organizations ON DELETE CASCADE");
    }

    /** If the domain has constraints, step 01 adds the column with its base type. */
    @Test
    void theBaseTypeOfADomainIsNoOtherType() throws SQLException {
        found("CREATE DOMAIN organization_key AS uuid CHECK (VALUE IS NOT NULL); ALTER TABLE organizations ALTER id TYPE organization_key");
    }

    @Test
    void referencesOther() throws SQLException {
        found("CREATE TABLE others (id uuid PRIMARY KEY); ALTER TABLE t DROP CONSTRAINT t_organization_id_fkey,"
                        + " ADD CONSTRAINT k FOREIGN KEY (organization_id) REFERENCES others",
                "global-undeclared others", "organization-references-other t organization_id");
    }

    @Test
    void onDelete() throws SQLException {
        String restrict = "ALTER TABLE t DROP CONSTRAINT t_organization_id_fkey, ADD CONSTRAINT k FOREIGN KEY (organization_id)"
                + " REFERENCES organizations ON DELETE RESTRICT";
        found(restrict, "organization-on-delete-not-cascade t k");
        String entry = "- { table: t, route: organization_id -> organizations.id, onDelete: %s }";
        assertThat(Scans.on(database).spec(entry.formatted("cascade")).found()).containsExactly("organization-on-delete-differs t k");
        assertThat(Scans.on(database).spec(entry.formatted("restrict")).found()).isEmpty();
    }

    @Test
    void indexMissing() throws SQLException {
        found("DROP INDEX t_organization_id_idx; CREATE INDEX ON t (id, organization_id);"
                + "CREATE INDEX ON t (organization_id) WHERE id > 0", "organization-index-missing t organization_id");
        assertThat(Scans.on(database).spec("- { table: t, route: organization_id -> organizations.id, index: false }").found()).isEmpty();
        found("CREATE INDEX ON t (organization_id, id)");
    }

    @Test
    void uniqueNotScoped() throws SQLException {
        found("ALTER TABLE t ADD code text; CREATE UNIQUE INDEX u ON t (code)", "unique-not-scoped t u");
        found("DROP INDEX u; CREATE UNIQUE INDEX u ON t (code, organization_id)");
    }

    @Test
    void uniqueOverExpressionsAndPartsIsLookedAtToo() throws SQLException {
        found("ALTER TABLE t ADD code text; CREATE UNIQUE INDEX u ON t (lower(code)) WHERE code <> ''", "unique-not-scoped t u");
        found("DROP INDEX u; CREATE UNIQUE INDEX u ON t (organization_id, lower(code)) WHERE code <> ''");
    }

    /** Step 06 refuses them, so no line to paste names them. */
    @Test
    void uniqueKeysThatCannotBeReplaced() throws SQLException {
        database.execute("""
                ALTER TABLE t ALTER organization_id DROP NOT NULL, ADD code text UNIQUE, ADD sku text UNIQUE, ADD place int UNIQUE DEFERRABLE,
                  ADD number int NOT NULL UNIQUE;
                ALTER TABLE t REPLICA IDENTITY USING INDEX t_number_key;
                """ + scoped("prices") + "ALTER TABLE prices ADD sku text REFERENCES t (sku); CREATE INDEX ON prices (sku)");
        List<Finding> findings = Scans.on(database).run().findings();
        assertThat(findings).filteredOn(finding -> finding.rule() == Rule.NULLABLE).extracting(finding -> Scans.decided(finding.remedy().lines()))
                .containsExactly("""
                - table: t
                  route: organization_id -> organizations.id
                  unique:
                    - { replaces: t_code_key }
                """);
        assertThat(findings).filteredOn(finding -> finding.rule() == Rule.UNIQUE_NOT_SCOPED && !finding.object().equals("t_code_key"))
                .extracting(finding -> finding.message() + "\n" + finding.remedy().lines()).containsExactlyInAnyOrder(
                        kept("t_number_key", "number", "it is the replica identity"), kept("t_place_key", "place", "it is deferrable"),
                        kept("t_sku_key", "sku", "foreign keys reference it"));
        assertThat(Scans.on(database).spec("- { table: t, route: organization_id -> organizations.id }").run().findings()).as("declared")
                .filteredOn(finding -> "t_sku_key".equals(finding.object())).extracting(finding -> finding.message() + "\n" + finding.remedy().lines())
                .containsExactly(kept("t_sku_key", "sku", "foreign keys reference it"));
    }

    /** PostgreSQL 18 has unique keys that are no btree. */
    @Test
    void uniqueKeysWithoutOverlapsCannotBeReplaced() throws SQLException {
        assumeTrue(Postgres.major() >= 18);
        database.execute("ALTER TABLE t ADD room int4range, ADD during daterange, ADD CONSTRAINT booked UNIQUE (room, during WITHOUT OVERLAPS)");
        assertThat(Scans.on(database).run().findings()).filteredOn(finding -> finding.rule() == Rule.UNIQUE_NOT_SCOPED)
                .extracting(finding -> finding.message() + "\n" + finding.remedy().lines()).containsExactly(kept("booked", "room, during", "it is no btree index"));
    }

    /** PostgreSQL checks it over all organizations, as it does a unique key. */
    @Test
    void exclusionConstraints() throws SQLException {
        found("ALTER TABLE t ADD during tsrange, ADD CONSTRAINT booked EXCLUDE USING gist (during WITH &&)", "unique-not-scoped t booked");
        Finding booked = Scans.on(database).run().findings().stream().filter(finding -> finding.rule() == Rule.UNIQUE_NOT_SCOPED).findFirst().orElseThrow();
        assertThat(booked.message()).isEqualTo("The exclusion constraint booked (during) holds across all organizations, and step 06 cannot replace it:"
                + " it is an exclusion constraint.");
        assertThat(booked.remedy().advice()).contains("add \"organization_id\" WITH =");
        assertThat(booked.remedy().lines()).startsWith("accepted:\n  - { rule: unique-not-scoped, table: t, object: booked,");
        found("ALTER TABLE t DROP during, ADD n int, ADD CONSTRAINT booked EXCLUDE USING btree (organization_id WITH =, n WITH =)");
        found(scoped("c") + "ALTER TABLE c ADD t_id int REFERENCES t, ADD n int, ADD CONSTRAINT placed EXCLUDE USING btree (t_id WITH =, n WITH =)",
                "reference-may-cross c c_t_id_fkey", "unique-by-reference c placed");
    }

    private static String kept(String key, String columns, String why) {
        return "The unique constraint " + key + " (" + columns + ") holds across all organizations, and step 06 cannot replace it: " + why + ".\n"
                + "accepted:\n  - { rule: unique-not-scoped, table: t, object: " + key + ", reason: It stays because " + why + " }\n";
    }

    @Test
    void primaryKeysOfSeveralColumns() throws SQLException {
        found("CREATE TABLE c (code text, organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE, part int, PRIMARY KEY (code, part));"
                + "CREATE INDEX ON c (organization_id)", "unique-not-scoped c c_pkey");
        found("ALTER TABLE c DROP CONSTRAINT c_pkey, ADD PRIMARY KEY (organization_id, code)");
    }

    @Test
    void uniqueByReferenceAndByNature() throws SQLException {
        found("ALTER TABLE t ADD token text UNIQUE, ADD email text UNIQUE, ADD title text UNIQUE", "unique-global t t_email_key",
                "unique-global t t_token_key", "unique-not-scoped t t_title_key");
        database.execute("ALTER TABLE t DROP token, DROP email, DROP title");
        found(scoped("c") + "ALTER TABLE c ADD t_id int REFERENCES t, ADD n int; CREATE UNIQUE INDEX u ON c (t_id, n)",
                "reference-may-cross c c_t_id_fkey", "unique-by-reference c u");
    }

    @Test
    void uniqueWithAllOfThePrimaryKeySaysNothingNew() throws SQLException {
        found("ALTER TABLE t ADD n int, ADD UNIQUE (id, n)");
    }

    @Test
    void whatIsDeclaredToBeReplacedIsOnItsWay() throws SQLException {
        database.execute("ALTER TABLE t ADD code text; CREATE UNIQUE INDEX u ON t (code)");
        Finding declared = Scans.on(database).spec("""
                - { table: t, route: organization_id -> organizations.id, unique: { replaces: u } }
                """).run().findings().get(0);
        assertThat(declared.remedy().advice()).startsWith("Its replacement is declared");
        Finding added = Scans.on(database).spec("- { table: t, route: organization_id -> organizations.id }").run().findings().get(0);
        assertThat(added.remedy().lines()).isEqualTo("# In the entry of t:\n#   unique:\n#     - { replaces: u }\n");
        database.execute("ALTER TABLE t ADD sku text CONSTRAINT s UNIQUE");
        assertThat(Scans.on(database).spec("- { table: t, route: organization_id -> organizations.id, unique: { replaces: u } }").run().findings())
                .filteredOn(finding -> "s".equals(finding.object())).extracting(finding -> finding.remedy().lines())
                .containsExactly("# In the entry of t, under its unique:\n#     - { replaces: s }\n");
    }

    @Test
    void referencesMayCross() throws SQLException {
        found(scoped("c") + "ALTER TABLE c ADD t_id int REFERENCES t; CREATE INDEX ON c (t_id)", "reference-may-cross c c_t_id_fkey");
        assertThat(Scans.on(database).run().findings().get(0).remedy().lines()).isEqualTo("isolation:\n  references: composite\n");
        found("CREATE UNIQUE INDEX ON t (organization_id, id); ALTER TABLE c ADD FOREIGN KEY (organization_id, t_id) REFERENCES t (organization_id, id);"
                + " CREATE INDEX ON c (organization_id, t_id)");
    }

    @Test
    void aKeyWithTheOrganizationStandsInForOneToTheOrganizations() throws SQLException {
        found("""
                CREATE UNIQUE INDEX ON t (organization_id, id);
                CREATE TABLE c (id int PRIMARY KEY, organization_id uuid NOT NULL, t_id int NOT NULL,
                  FOREIGN KEY (organization_id, t_id) REFERENCES t (organization_id, id));
                CREATE INDEX ON c (organization_id, t_id);
                """);
        found("ALTER TABLE c ALTER t_id DROP NOT NULL", "organization-foreign-key-missing c organization_id");
        found("ALTER TABLE c DROP CONSTRAINT c_organization_id_t_id_fkey,"
                + " ADD FOREIGN KEY (organization_id, t_id) REFERENCES t (organization_id, id) MATCH FULL");
    }

    /** MATCH SIMPLE checks no row with a NULL in the key. */
    @Test
    void aReferenceMayCrossBesideAKeyThatIsNotAlwaysChecked() throws SQLException {
        found(scoped("c") + """
                ALTER TABLE t ADD kind int;
                CREATE UNIQUE INDEX ON t (organization_id, id, kind);
                ALTER TABLE c ADD t_id int REFERENCES t, ADD kind int,
                  ADD FOREIGN KEY (organization_id, t_id, kind) REFERENCES t (organization_id, id, kind);
                CREATE INDEX ON c (t_id);
                CREATE INDEX ON c (organization_id, t_id, kind);
                """, "reference-may-cross c c_t_id_fkey");
        found("ALTER TABLE c ALTER kind SET NOT NULL");
    }

    @Test
    void rowSecurity() throws SQLException {
        String session = "(organization_id = (SELECT current_setting('app.organization_id', true)::uuid))";
        String own = "USING " + session + " WITH CHECK " + session;
        assertThat(Scans.on(database).run().findings()).extracting(Finding::rule).containsExactly(Rule.ROW_SECURITY_ABSENT);
        found(scoped("c") + "ALTER TABLE t ENABLE ROW LEVEL SECURITY", "row-security-not-forced t", "row-security-uneven c",
                "row-security-without-policy t");
        found("ALTER TABLE t FORCE ROW LEVEL SECURITY; CREATE POLICY p ON t " + own, "row-security-uneven c");
        String declared = "- { table: t, route: organization_id -> organizations.id, isolation: %s }\n- { table: c, route: organization_id -> organizations.id }";
        assertThat(Scans.on(database).spec(declared.formatted("{ rows: { force: true } }")).found()).as("c is declared without row security").isEmpty();
        assertThat(Scans.on(database).spec(declared.formatted("none")).found()).as("nobody has declared it").containsExactly("row-security-uneven c");
        found("ALTER TABLE c ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; CREATE POLICY p ON c " + own);
        assertThat(Scans.on(database).run().findings()).isEmpty();
    }

    @Test
    void primaryKey() throws SQLException {
        found("ALTER TABLE t DROP CONSTRAINT t_pkey", "primary-key-missing t");
        found("ALTER TABLE t ADD PRIMARY KEY (id)");
    }

    @Test
    void invalidIndex() throws SQLException {
        found("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 't_organization_id_idx'::regclass", "index-invalid t t_organization_id_idx",
                "organization-index-missing t organization_id");
        found("REINDEX INDEX t_organization_id_idx");
    }

    /** REINDEX would leave it valid beside the index that it was to replace. */
    @Test
    void invalidIndexOfAReindex() throws SQLException {
        database.execute("CREATE INDEX t_organization_id_idx_ccnew1 ON t (organization_id)");
        found("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 't_organization_id_idx_ccnew1'::regclass", "index-invalid t t_organization_id_idx_ccnew1");
        Finding invalid = Scans.on(database).run().findings().get(0);
        assertThat(invalid.remedy().lines()).isEqualTo("DROP INDEX CONCURRENTLY \"public\".\"t_organization_id_idx_ccnew1\";\n");
        assertThat(invalid.remedy().advice()).contains("then run that REINDEX again");
        database.execute("DROP INDEX t_organization_id_idx_ccnew1");
        found("SELECT 1");
    }

    @Test
    void checkNotValidated() throws SQLException {
        found("ALTER TABLE t ADD CONSTRAINT c CHECK (id > 0) NOT VALID", "constraint-not-valid t c");
        found("ALTER TABLE t VALIDATE CONSTRAINT c");
    }

    /** PostgreSQL 18 has a NOT NULL that it has not checked on the older rows. */
    @Test
    void notNullNotValidated() throws SQLException {
        assumeTrue(Postgres.major() >= 18);
        found("ALTER TABLE t ADD code text; ALTER TABLE t ADD CONSTRAINT coded NOT NULL code NOT VALID", "constraint-not-valid t coded");
        Finding loose = Scans.on(database).run().findings().get(0);
        assertThat(loose.message()).isEqualTo("The NOT NULL coded is NOT VALID.");
        found(loose.remedy().lines());
    }

    /** PostgreSQL 18 cannot validate such a constraint, and it holds for new rows neither. */
    @Test
    void notEnforced() throws SQLException {
        assumeTrue(Postgres.major() >= 18);
        found("ALTER TABLE t DROP CONSTRAINT t_organization_id_fkey, ADD CONSTRAINT k FOREIGN KEY (organization_id) REFERENCES organizations"
                + " ON DELETE CASCADE NOT ENFORCED", "constraint-not-valid t k");
        Finding loose = Scans.on(database).run().findings().get(0);
        assertThat(loose.message()).isEqualTo("The foreign key k is NOT ENFORCED: PostgreSQL checks no row.");
        found(loose.remedy().lines());

        found("ALTER TABLE t ADD CONSTRAINT c CHECK (id > 0) NOT ENFORCED", "constraint-not-valid t c");
        loose = Scans.on(database).run().findings().get(0);
        assertThat(loose.message()).isEqualTo("The check c is NOT ENFORCED: PostgreSQL checks no row.");
        assertThat(loose.remedy().lines()).as("PostgreSQL 18 cannot enforce it").isEmpty();
    }

    @Test
    void aReferenceMayCrossBesideAKeyThatIsNotEnforced() throws SQLException {
        assumeTrue(Postgres.major() >= 18);
        String key = "ALTER TABLE c ADD CONSTRAINT k FOREIGN KEY (organization_id, t_id) REFERENCES t (organization_id, id) ";
        database.execute(scoped("c") + "ALTER TABLE c ADD t_id int REFERENCES t; CREATE INDEX ON c (organization_id, t_id);"
                + "CREATE INDEX ON c (t_id); CREATE UNIQUE INDEX ON t (organization_id, id)");
        found(key + "NOT ENFORCED", "constraint-not-valid c k", "reference-may-cross c c_t_id_fkey");
        found("ALTER TABLE c DROP CONSTRAINT k; " + key + "NOT VALID", "constraint-not-valid c k");
        found("ALTER TABLE c DROP CONSTRAINT k, DROP CONSTRAINT c_t_id_fkey; " + key + "NOT ENFORCED", "constraint-not-valid c k", "reference-may-cross c k");
    }

    @Test
    void foreignKeyNotIndexed() throws SQLException {
        found("ALTER TABLE t ADD boss int REFERENCES t", "foreign-key-not-indexed t t_boss_fkey", "reference-may-cross t t_boss_fkey");
        assertThat(Scans.each(Scans.on(database).run()).filter(finding -> finding.rule() == Rule.FOREIGN_KEY_NOT_INDEXED)).singleElement()
                .satisfies(finding -> assertThat(finding.remedy().advice()).contains("runInTransaction: false"));
        found("CREATE INDEX p ON t (boss) WHERE id > 7", "foreign-key-not-indexed t t_boss_fkey", "reference-may-cross t t_boss_fkey");
        found("CREATE INDEX ON t (boss)", "reference-may-cross t t_boss_fkey");
    }

    /** PostgreSQL builds no index CONCURRENTLY on a partitioned table, and REINDEX makes no index valid of which a part is missing. */
    @Test
    void indexesOfPartitionedTables() throws SQLException {
        database.execute("""
                CREATE TABLE e (id int, organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE, t_id int REFERENCES t, PRIMARY KEY (organization_id, id))
                  PARTITION BY RANGE (id);
                CREATE TABLE e_1 PARTITION OF e FOR VALUES FROM (0) TO (10);
                """);
        found("SELECT 1", "foreign-key-not-indexed e e_t_id_fkey", "reference-may-cross e e_t_id_fkey");
        Finding missing = Scans.each(Scans.on(database).run()).filter(finding -> finding.rule() == Rule.FOREIGN_KEY_NOT_INDEXED).findFirst().orElseThrow();
        assertThat(missing.remedy().advice()).contains("blocks the writers", "ON ONLY").doesNotContain("runInTransaction");
        found(missing.remedy().lines(), "reference-may-cross e e_t_id_fkey");

        found("CREATE INDEX unfinished ON ONLY e (id)", "index-invalid e unfinished", "reference-may-cross e e_t_id_fkey");
        Finding invalid = Scans.on(database).run().findings().stream().filter(finding -> finding.rule() == Rule.INDEX_INVALID).findFirst().orElseThrow();
        assertThat(invalid.remedy().lines()).isEmpty();
        assertThat(invalid.remedy().advice()).contains("ALTER INDEX \"public\".\"unfinished\" ATTACH PARTITION", "run liquibase update again");
        found("CREATE INDEX part ON e_1 (id); ALTER INDEX unfinished ATTACH PARTITION part", "reference-may-cross e e_t_id_fkey");
    }

    /** Step 01 adopts no primary key, so an entry would be refused. */
    @Test
    void noEntryForAColumnThatNoStepAdopts() throws SQLException {
        found("CREATE TABLE settings (organization_id uuid PRIMARY KEY REFERENCES organizations ON DELETE CASCADE, sku text UNIQUE)",
                "unique-not-scoped settings settings_sku_key");
        Finding unique = Scans.on(database).run().findings().get(0);
        assertThat(unique.remedy().advice()).isEqualTo("Its organization_id is its primary key. Step 01 adopts no primary key. The table counts as scoped and needs no entry."
                + " Change its unique keys in a change set of your own, or name another column.");
        assertThat(unique.remedy().lines()).isEmpty();
    }

    /** REPLICA IDENTITY does not descend to partitions, and a partition may have one that the table does not have. */
    @Test
    void aUniqueKeyWithAPartThatIsAReplicaIdentityCannotBeReplaced() throws SQLException {
        found("""
                CREATE TABLE e (id int, organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE, sku int NOT NULL, PRIMARY KEY (organization_id, id),
                  UNIQUE (id, sku)) PARTITION BY RANGE (id);
                CREATE TABLE e_1 PARTITION OF e FOR VALUES FROM (0) TO (10);
                ALTER TABLE e_1 REPLICA IDENTITY USING INDEX e_1_id_sku_key;
                """, "unique-not-scoped e e_id_sku_key");
        Finding kept = Scans.on(database).run().findings().get(0);
        assertThat(kept.message()).endsWith("step 06 cannot replace it: its part e_1_id_sku_key is the replica identity of the partition e_1.");
        assertThat(kept.remedy().lines()).startsWith("accepted:\n");
    }

    private void found(String change, String... lines) throws SQLException {
        database.execute(change);
        assertThat(Scans.on(database).found()).containsExactlyInAnyOrder(lines);
    }
}
