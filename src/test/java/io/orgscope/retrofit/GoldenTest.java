package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.spec.OrgScopeChangeLogParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The change sets of version 1 are frozen: DATABASECHANGELOG of every user has their ids, paths and checksums, and a
 * change to any of them makes every user's next update fail or do its work again. A new process is a new version.
 */
@Tag("versions")
class GoldenTest {

    private static final String DECLARATION = "io/orgscope/retrofit/golden.orgscope.yaml";

    private static final List<String> DISTRIBUTED = List.of(
            "9:cfd7acc3ef65a76e36e1e74da7d7cf94 | orgscope | changelogs/orgscope/v1/14-primary-key.yaml | orgscope-distribute | research/14-primary-key",
            "9:2b4485e93a5be446e1057dcb79ae8c3f | orgscope | changelogs/orgscope/v1/15-distribute.yaml | orgscope-distribute | research/15-distribute");

    @TempDir
    Path directory;

    private static List<String> changeSets(String declaration) throws Exception {
        try (ClassLoaderResourceAccessor accessor = new ClassLoaderResourceAccessor()) {
            DatabaseChangeLog changeLog = new OrgScopeChangeLogParser().parse(declaration, new ChangeLogParameters(), accessor);
            return changeLog.getChangeSets().stream().map(GoldenTest::line).toList();
        }
    }

    private static String line(ChangeSet changeSet) {
        return String.join(" | ", changeSet.generateCheckSum(ChecksumVersion.V9).toString(), changeSet.getAuthor(),
                changeSet.getFilePath(), String.valueOf(changeSet.getLabels()), changeSet.getId());
    }

    private static List<String> golden() throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/io/orgscope/retrofit/golden.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    private static String text() throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("/" + DECLARATION)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The declaration with one text after the other replaced by the one that follows it. */
    private static String replaced(String... fromAndTo) throws IOException {
        String text = text();
        for (int i = 0; i < fromAndTo.length; i += 2) {
            assertThat(text).contains(fromAndTo[i]);
            text = text.replace(fromAndTo[i], fromAndTo[i + 1]);
        }
        return text;
    }

    private List<String> changeSetsOf(String text) throws Exception {
        Files.writeString(directory.resolve("golden.orgscope.yaml"), text);
        try (DirectoryResourceAccessor accessor = new DirectoryResourceAccessor(directory)) {
            return new OrgScopeChangeLogParser().parse("golden.orgscope.yaml", new ChangeLogParameters(), accessor).getChangeSets().stream()
                    .filter(changeSet -> !changeSet.getId().endsWith("00-preflight")).map(GoldenTest::line).toList();
        }
    }

    /** What a user may change later, with the update after it doing nothing again and refusing nothing. */
    @Test
    void neitherPaceNorFurtherTablesNorTheWritingTouchAChecksum() throws Exception {
        List<String> changeSets = changeSetsOf(text());
        assertThat(changeSets).containsExactlyElementsOf(golden().subList(1, golden().size()));

        assertThat(changeSetsOf(replaced("40ms", "70ms", "workers: 2", "workers: 1", "pace: 50", "lockDeadline: 2min", "batch: 10ms", "batch: 30ms")))
                .isEqualTo(changeSets);
        assertThat(changeSetsOf(replaced("      otherwise: halt\n", "# a comment\n\n", "onDelete: restrict", "onDelete: 'restrict'",
                "unique: { replaces: connections_key,", "unique:\n        - { replaces: connections_key,"))).isEqualTo(changeSets);
        assertThat(changeSetsOf(replaced(", type: uuid", "", "connections_key, columns: [ user_id, platform ]", "connections_key"))).isEqualTo(changeSets);
        assertThat(changeSetsOf(text() + """
                    - table: further
                      route: user_id -> core.users.default_tenant_id
                      unique: { replaces: further_key }
                """.indent(0))).containsAll(changeSets);
    }

    /** Preparing for Citus adds two change sets for each table, and touches no other. */
    @Test
    void theDistributionIsFrozenToo() throws Exception {
        List<String> released = golden().subList(1, golden().size());
        long tables = text().lines().filter(line -> line.contains("- table: ")).count();
        assertThat(changeSetsOf(replaced("  lockTimeout: 40ms\n", "  lockTimeout: 40ms\n  distribute: citus\n")))
                .hasSize(released.size() + 2 * (int) tables).containsAll(released).containsAll(DISTRIBUTED);
    }

    @Test
    void changeSetsAreWhatTheyWereWhenReleased() throws Exception {
        assertThat(changeSets(DECLARATION)).containsExactlyElementsOf(golden());
    }
}
