package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgscope.testing.CatalogSnapshot;
import io.orgscope.testing.KeyType;
import io.orgscope.testing.Liquibases;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CREATE TABLE … (LIKE … INCLUDING ALL) copies the comment of the organization column, and so the ledger. */
@PostgresTest
class CopiedLedgerTest {

    private static final Pattern ADVICE = Pattern.compile("COMMENT ON COLUMN \\S+ IS NULL");

    @TempDir
    Path directory;

    /** Runs what the message says. */
    private static void refusedThenForgotten(Liquibases liquibase, String what, TestDatabase database) throws SQLException {
        CatalogSnapshot before = CatalogSnapshot.of(database);
        Throwable refused = catchThrowable(liquibase::update);
        assertThat(refused).hasMessageContaining("seems to be copied from another table").hasMessageContaining("made " + what);
        assertThat(CatalogSnapshot.diff(before, CatalogSnapshot.of(database))).as("nothing of the new table").noneMatch(line -> line.contains("copies"));
        database.execute(ADVICE.matcher(refused.getMessage()).results().map(MatchResult::group).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orgscope-expand", ""})
    void itIsNotTakenForThatOfTheNewTable(String labels, TestDatabase database) throws SQLException {
        Situation.simple().into(database);
        Liquibases liquibase = Situation.simple().liquibase(database, directory).labels(labels);
        liquibase.update();
        database.execute("CREATE TABLE copies (LIKE connections INCLUDING ALL)", "INSERT INTO copies SELECT * FROM connections");
        String copies = "- table: copies\n  route: user_id -> users(id).default_organization_id\n";
        liquibase.file(Situation.FILE, new Situation("", KeyType.INTEGER, "", Situation.BY_USER + copies).yaml());

        refusedThenForgotten(liquibase, "fk_connections_organization_id, but copies does not have it", database);
        liquibase.update();
        liquibase.labels("").update();
        liquibase.rollbackAll();
        assertThat(database.number("SELECT count(*) FROM pg_attribute WHERE attname = 'organization_id' AND attrelid = 'copies'::regclass")).isEqualTo(1);
    }

    @Test
    void aDefaultThatWasCopiedIsNoReasonToMakeNoTriggers(TestDatabase database) throws SQLException {
        Situation named = Situation.named();
        named.into(database);
        Liquibases liquibase = named.liquibase(database, directory);
        liquibase.updateBefore("/02-keep-filled");
        database.execute("CREATE TABLE copies (LIKE research INCLUDING ALL)");
        String copies = "- table: copies\n  route: { organization: { slug: org-3 } }\n";
        liquibase.file(Situation.FILE, new Situation("", KeyType.INTEGER, "", named.declaration() + copies).yaml());

        refusedThenForgotten(liquibase, "the default of the column", database);
        assertThatThrownBy(liquibase::update).hasMessageContaining("copies.organization_id is there already, and its default is the constant 2");
    }
}
