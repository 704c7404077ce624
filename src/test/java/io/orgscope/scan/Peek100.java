package io.orgscope.scan;

import io.orgscope.testing.*;
import java.nio.file.*;
import java.util.*;

public class Peek100 {
    public static void main(String[] args) throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            database.fixture(KeyType.UUID);
            Random random = new Random(7);
            String[] words = {"invoice", "customer", "shipment", "ledger", "ticket", "campaign", "audience", "webhook", "report", "export"};
            String[] kinds = {"lines", "events", "settings", "attachments", "comments", "versions"};
            List<String> made = new ArrayList<>(List.of("goals", "social_connections", "users", "content_items"));
            for (int i = 0; i < 51; i++) {
                String name = words[i % 10] + "_" + kinds[i / 10];
                String parent = made.get(random.nextInt(made.size()));
                database.execute("CREATE TABLE " + name + " (id bigint PRIMARY KEY" + (i % 3 == 0 ? ", organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE" : "")
                    + ", parent_id " + (parent.equals("content_items") ? "varchar" : parent.equals("goals") || parent.equals("users") || parent.equals("social_connections") ? "int" : "bigint") + (i % 5 == 0 ? "" : " NOT NULL") + " REFERENCES " + parent + ")",
                    i % 3 == 0 ? "CREATE INDEX ON " + name + " (organization_id, id); CREATE INDEX ON " + name + " (parent_id)" : "SELECT 1");
                made.add(name);
            }
            Files.writeString(Path.of("/tmp/lb/report100.html"), Liquibases.on(database).run("orgscopeScan", Map.of("format", "html", "failOn", "NEVER")));
        }
        System.exit(0);
    }
}
