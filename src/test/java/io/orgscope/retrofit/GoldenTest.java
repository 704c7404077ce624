package io.orgscope.retrofit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgscope.spec.OrgScopeChangeLogParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;

/**
 * The change sets of version 1 are frozen: DATABASECHANGELOG of every user has their ids, paths and checksums, and a
 * change to any of them makes every user's next update fail or do its work again. A new process is a new version.
 */
class GoldenTest {

    private static final String DECLARATION = "io/orgscope/retrofit/golden.orgscope.yaml";

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

    @Test
    void changeSetsAreWhatTheyWereWhenReleased() throws Exception {
        assertThat(changeSets(DECLARATION)).containsExactlyElementsOf(golden());
    }
}
