package io.orgscope.soak;

import io.orgscope.testing.CatalogSnapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the database has to look like after a command, whatever happened on the way, and what did not. */
final class Inspection {

    private static final String REFERENCE = "reference";
    private static final List<String> COMMANDS = List.of("update orgscope-expand", "tag expanded", "update orgscope-contract", "rollback expanded",
            "rollback before");
    private static final String LOCKS = "SELECT 'lock held by ' || coalesce(a.query, '?') FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
            + " WHERE a.application_name = '" + Soak.OURS + "' AND l.locktype = 'relation'"
            + " AND l.relation::regclass::text ~ '^(connections|posts|comments|notes|payments)$'";

    private final KillableServer server;
    private final Consumer<String> log;
    private final Map<String, CatalogSnapshot> references = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private int round;

    /** Runs every command once in a database of its own, and keeps the catalog after each. */
    Inspection(KillableServer server, Path directory, Consumer<String> log) throws Exception {
        this.server = server;
        this.log = log;
        SoakTables.create(server, REFERENCE, 10);
        try (Client undisturbed = Client.start(server.url(REFERENCE, Soak.OURS), directory, SoakTables.MASTER)) {
            for (String command : COMMANDS) {
                String failure = undisturbed.begin(command).get();
                if (!"".equals(failure)) {
                    throw new IllegalStateException("Undisturbed, '" + command + "' failed: " + failure);
                }
                references.put(command, catalog(REFERENCE));
            }
        }
    }

    void round(int number) {
        round = number;
    }

    /** The catalog is as after a command that nobody disturbed, and no lock is left. */
    void afterCommand(String command) throws SQLException {
        complain(command, CatalogSnapshot.diff(references.get(command), catalog(Soak.DATABASE)));
        complain(command, server.strings(Soak.DATABASE, "SELECT 'the changelog is locked' FROM databasechangeloglock WHERE locked"));
        complain(command, server.strings(Soak.DATABASE, LOCKS));
    }

    /** Every row of every table holds what its routes and its side table give. */
    void rows(Application application) throws SQLException {
        application.quiet(() -> {
            for (String table : SoakTables.tables()) {
                complain("rows", server.strings(Soak.DATABASE, SoakTables.wrong(table) + " LIMIT 5"));
            }
            return null;
        });
    }

    void complain(String about, List<String> what) {
        what.stream().map(each -> "round " + round + ", " + about + ": " + each).forEach(complaint -> {
            complaints.add(complaint);
            log.accept("WRONG: " + complaint);
        });
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private CatalogSnapshot catalog(String database) throws SQLException {
        try (Connection connection = server.connect(database)) {
            return CatalogSnapshot.of(connection, "orgscope");
        }
    }
}
