package io.orgscope.soak;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of its own that can be stopped as a crash would, and started again. */
final class KillableServer implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;

    private final EmbeddedPostgres postgres;
    private final Path data;
    private final String binaries;

    private KillableServer(EmbeddedPostgres postgres, Path data, String binaries) {
        this.postgres = postgres;
        this.data = data;
        this.binaries = binaries;
    }

    /** Without fsync: what an immediate stop must not lose is in the operating system's memory. It does lose what was not committed synchronously. */
    static KillableServer start() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("orgscope-killable");
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C")
                .setOverrideWorkingDirectory(Path.of(System.getProperty("java.io.tmpdir"), "orgscope-postgres-" + System.getProperty("user.name")).toFile())
                .setDataDirectory(folder.resolve("data")).setServerConfig("fsync", "off").setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "256MB").setServerConfig("log_min_messages", "fatal").start();
        try (Connection connection = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
            row.next();
            return new KillableServer(postgres, folder.resolve("data"), row.getString(1));
        }
    }

    /** A URL that says who is calling. */
    String url(String database, String application) {
        return postgres.getJdbcUrl("postgres", database) + "&sslmode=disable&ApplicationName=" + application;
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database, "check"));
    }

    void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> strings(String database, String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = connect(database); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    /** {@code pg_ctl -m immediate restart}: every session is gone, and the server recovers from its WAL. */
    void crash() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(binaries + "/pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "-t", "60", "restart"));
        Process restart = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (!restart.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || restart.exitValue() != 0) {
            throw new IllegalStateException("The server did not come back after " + String.join(" ", command));
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
