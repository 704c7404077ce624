package io.orgscope.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The 49-table schema of the seed report, as a script for one type of key. */
final class Fixture {

    private static final String RESOURCE = "/io/orgscope/fixtures/lily-49-tables.sql";

    private Fixture() {
    }

    static String script(KeyType keyType) {
        try (InputStream in = Fixture.class.getResourceAsStream(RESOURCE)) {
            return keyType.prerequisites() + new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@TENANT_KEY_DEFAULT@", keyType.defaultClause())
                    .replace("@TENANT_KEY@", keyType.sqlType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
