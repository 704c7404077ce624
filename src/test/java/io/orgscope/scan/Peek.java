package io.orgscope.scan;

import io.orgscope.testing.*;
import java.nio.file.*;
import java.util.Map;

public class Peek {
    public static void main(String[] args) throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            database.fixture(KeyType.UUID);
            for (String format : new String[] {"text", "json", "markdown", "html", "sarif"}) {
                Files.writeString(Path.of("/tmp/lb/report." + format), Liquibases.on(database).run("orgscopeScan",
                        Map.of("format", format, "failOn", "NEVER")));
            }
        }
        System.exit(0);
    }
}
