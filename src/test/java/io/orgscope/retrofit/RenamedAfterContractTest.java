package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.postgres.Literal;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.Postgres;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** After step 10 a table may get another name. The SQL in its ledger still has the former one. */
@PostgresTest
class RenamedAfterContractTest {

    private static final String COMMENT = "SELECT col_description('moved'::regclass, attnum) FROM pg_attribute WHERE attrelid = 'moved'::regclass AND attname = 'organization_id'";

    @TempDir
    Path directory;

    static List<Arguments> situations() {
        List<Arguments> all = new ArrayList<>(List.of(
                Arguments.of(new Situation("default", KeyType.INTEGER, Situation.named().tables(), "- table: research\n  route: { organization: { slug: org-2 } }\n"), "research", "DEFAULT"),
                Arguments.of(Situation.simple(), "connections", "the unique index connections_key"),
                Arguments.of(Partitioned.nested(), "connections", "the unique index connections_key"),
                Arguments.of(new Situation("primary key", KeyType.INTEGER, Situation.CONNECTIONS, "- table: connections\n  route: user_id -> users.default_organization_id\n"
                        + "  distribute: citus\n"), "connections", "the primary key")));
        if (Postgres.major() >= 18) {
            all.add(Arguments.of(new Situation("not valid", KeyType.INTEGER, Situation.notValid().tables(), "- table: connections\n"
                    + "  route: user_id -> users.default_organization_id\n"), "connections", "NOT VALID"));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("situations")
    void theRollbackStopsUntilTheRecordHasTheNewName(Situation situation, String table, String what, TestDatabase database) throws SQLException {
        situation.into(database);
        Liquibases liquibase = situation.liquibase(database, directory);
        liquibase.update();
        database.execute("ALTER TABLE " + table + " RENAME TO moved", "CREATE TABLE " + table + " (organization_id integer)");
        liquibase.file(Situation.FILE, new Situation("", situation.type(), "", situation.declaration().replace("table: " + table, "table: moved")).yaml()).update();

        RollbackGuardTest.refused(liquibase, database, "The rollback cannot restore " + what + " of moved: the SQL that was noted for it does not name this table",
                "of the comment of moved.organization_id");
        assertThatThrownBy(liquibase::rollbackAllSql).hasMessageContaining("The rollback cannot restore " + what + " of moved");

        String corrected = database.string(COMMENT).replace("\"public\".\"" + table + "\"", "\"public\".\"moved\"");
        database.execute("COMMENT ON COLUMN moved.organization_id IS " + Literal.of(corrected));
        liquibase.rollbackAll();
        assertThat(database.number("SELECT count(*) FROM pg_attribute WHERE attname = 'organization_id' AND attrelid = 'moved'::regclass"))
                .isEqualTo(what.equals("NOT VALID") ? 1 : 0);
        assertThat(database.strings("SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = '" + table + "'::regclass")).isEmpty();
    }
}
