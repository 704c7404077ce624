package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL 18 has foreign keys that are NOT ENFORCED. They check nothing, so no step takes one for the key that it needs. */
@PostgresTest
class NotEnforcedKeysTest {

    private static final String KEYS = "SELECT conname::text || ' ' || convalidated || ' ' || conenforced FROM pg_constraint"
            + " WHERE conrelid = '%s'::regclass AND confrelid = 'organizations'::regclass";

    @TempDir
    Path directory;

    @BeforeEach
    void onlyWhereThereAreSome() {
        assumeThat(Postgres.major()).isGreaterThanOrEqualTo(18);
    }

    /** The remedy of the message is followed: the key is enforced, or dropped. */
    @ParameterizedTest
    @CsvSource({"ALTER TABLE boards ALTER CONSTRAINT loose ENFORCED, loose", "ALTER TABLE boards DROP CONSTRAINT loose, fk_boards_organization_id"})
    void theKeyToTheOrganizations(String remedy, String key, TestDatabase database) throws SQLException {
        Situation situation = new Situation("boards", KeyType.INTEGER, Boards.TABLES + "ALTER TABLE boards ADD organization_id integer CONSTRAINT loose"
                + " REFERENCES organizations ON DELETE CASCADE NOT ENFORCED;", "- { table: boards, route: user_id -> users.default_organization_id }\n");
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        assertThatThrownBy(liquibase::update).hasMessageContaining("The foreign key loose of boards is there already, but NOT ENFORCED: PostgreSQL does not"
                + " check it. Drop it, or enforce it: ALTER TABLE \"public\".\"boards\" ALTER CONSTRAINT \"loose\" ENFORCED");
        assertThat(database.number("SELECT count(*) FROM databasechangelog")).isZero();

        database.execute(remedy);
        liquibase.update();
        assertThat(database.strings(KEYS.formatted("boards"))).containsExactly(key + " true true");
    }

    @Test
    void theKeyOfAPartition(TestDatabase database) throws SQLException {
        Situation situation = new Situation("notes", KeyType.INTEGER, """
                CREATE TABLE notes (id integer PRIMARY KEY, user_id integer NOT NULL REFERENCES users, organization_id integer) PARTITION BY RANGE (id);
                CREATE TABLE notes_1 PARTITION OF notes FOR VALUES FROM (0) TO (100);
                ALTER TABLE notes_1 ADD CONSTRAINT loose FOREIGN KEY (organization_id) REFERENCES organizations ON DELETE CASCADE NOT ENFORCED;
                INSERT INTO notes SELECT n, n FROM generate_series(1, 6) n;
                """, "- { table: notes, route: user_id -> users.default_organization_id }\n");
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        assertThatThrownBy(liquibase::update).hasMessageContaining("The foreign key loose of notes_1 is there already, but NOT ENFORCED");

        database.execute("ALTER TABLE notes_1 DROP CONSTRAINT loose");
        liquibase.update();
        assertThat(database.strings(KEYS.formatted("notes"))).containsExactly("fk_notes_organization_id true true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "composite | ALTER TABLE cards ADD CONSTRAINT loose FOREIGN KEY (organization_id, board_id) REFERENCES boards (organization_id, id)"
                + " ON UPDATE CASCADE ON DELETE CASCADE NOT ENFORCED",
        "single | ALTER TABLE cards ADD CONSTRAINT loose FOREIGN KEY (board_id) REFERENCES boards ON DELETE CASCADE NOT ENFORCED"})
    void keysThatIncludeTheOrganization(String kind, String sql, TestDatabase database) throws SQLException {
        Liquibases liquibase = Boards.contracted(database, directory);
        database.execute("CREATE UNIQUE INDEX ON boards (organization_id, id)", sql);
        assertThatThrownBy(liquibase::update).as(kind).hasMessageContaining("The foreign key loose of cards is there already, but NOT ENFORCED");
    }

    @Test
    void memberships(TestDatabase database) throws SQLException {
        Boards.contracted(database, directory);
        database.execute("CREATE UNIQUE INDEX ON members (organization_id, user_id)",
                "ALTER TABLE remarks ADD CONSTRAINT loose FOREIGN KEY (organization_id, user_id) REFERENCES members (organization_id, user_id) NOT ENFORCED");
        Liquibases all = Boards.declared(database, directory, Boards.DECLARED.stripTrailing().replaceFirst(" }$",
                ", memberships: user_id -> members(user_id).organization_id }") + "\n");
        assertThatThrownBy(all::update).hasMessageContaining("The foreign key loose of remarks is there already, but NOT ENFORCED");
    }
}
