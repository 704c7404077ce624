package io.orgscope.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A PostgreSQL with the settings of a real one: durable, with a gigabyte of shared buffers. */
final class BenchServer implements AutoCloseable {

    /** Values pass through a shell: no spaces. What the embedded server sets for tests is set back here. */
    private static final Map<String, String> SETTINGS = settings();

    private static final String RUN = "bench_run";

    /** A larger table is made anew for each run: a second one beside it needs too much disk. */
    private static final int MOST_COPIED_ROWS = 10_000_000;

    /** Not among the settings that the server is started with, because those cannot be changed while it runs. */
    private static final String MAX_WAL_SIZE = "max_wal_size";

    /** 4 GB in segments of 16 MB. */
    private static final int WAL_SEGMENTS = 256;

    private final EmbeddedPostgres postgres;
    private boolean unchanged;

    private BenchServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("shared_buffers", "1GB");
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("wal_level", "replica");
        settings.put("min_wal_size", "4GB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("maintenance_work_mem", "256MB");
        settings.put("random_page_cost", "1.1");
        settings.put("effective_cache_size", "4GB");
        settings.put("autovacuum", "on");
        settings.put("max_connections", "100");
        return settings;
    }

    static BenchServer start() throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setLocaleConfig("locale", "C")
                .setOverrideWorkingDirectory(Path.of(System.getProperty("java.io.tmpdir"),
                        "orgscope-bench-" + System.getProperty("user.name")).toFile());
        SETTINGS.forEach(builder::setServerConfig);
        BenchServer server = new BenchServer(builder.start());
        server.makeWalSegments();
        return server;
    }

    /** A server in use has WAL segments to use again. A new one makes them, and whoever commits waits for each. */
    private void makeWalSegments() throws SQLException {
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
            // A checkpoint on the way would let the first ones be used again in place of further ones.
            set(statement, MAX_WAL_SIZE, "16GB");
            for (int segment = 0; segment < WAL_SEGMENTS; segment++) {
                statement.execute("SELECT pg_logical_emit_message(false, 'bench', ''), pg_switch_wal()");
            }
            set(statement, MAX_WAL_SIZE, "4GB");
            statement.execute("CHECKPOINT");
        }
    }

    private static void set(Statement statement, String name, String value) throws SQLException {
        statement.execute("ALTER SYSTEM SET " + name + " = '" + value + "'");
        statement.execute("SELECT pg_reload_conf()");
    }

    /** The server as it describes itself. */
    List<String> describe() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
            lines.add("PostgreSQL " + single(statement, "SHOW server_version"));
            for (String name : SETTINGS.keySet()) {
                lines.add(name + "=" + single(statement, "SHOW " + name));
            }
            lines.add(MAX_WAL_SIZE + "=" + single(statement, "SHOW " + MAX_WAL_SIZE));
        }
        return lines;
    }

    /** Makes the table of that many rows once; every run gets a copy of it. */
    void prepare(int rows) throws SQLException {
        if (rows <= MOST_COPIED_ROWS) {
            make(rows);
        }
    }

    private void make(int rows) throws SQLException {
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
            if (single(statement, "SELECT count(*) FROM pg_database WHERE datname = '" + template(rows) + "'").equals("1")) {
                return;
            }
            statement.execute("CREATE DATABASE " + template(rows) + " TEMPLATE template0");
        }
        try (Connection connection = connect(template(rows)); Statement statement = connection.createStatement()) {
            for (String sql : ConnectionsTable.create(rows)) {
                statement.execute(sql);
            }
        }
    }

    /** Forgets the table of that size. */
    void forget(int rows) throws SQLException {
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + RUN + " WITH (FORCE)");
            statement.execute("DROP DATABASE IF EXISTS " + template(rows) + " WITH (FORCE)");
        }
    }

    /**
     * A fresh copy, written back and read once, so that every run begins the same.
     *
     * @param unchanged whether the run leaves the table as it is, so that a large one can be used again
     */
    String copy(int rows, boolean unchanged) throws SQLException {
        if (rows > MOST_COPIED_ROWS) {
            makeLarge(rows);
        } else {
            copy(rows);
        }
        this.unchanged = unchanged;
        try (Connection connection = connect(RUN); Statement statement = connection.createStatement()) {
            statement.execute("SELECT count(access_token) FROM social_platform_connections");
            statement.execute("SELECT count(default_organization_id) FROM users");
        }
        return url(RUN);
    }

    private void copy(int rows) throws SQLException {
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
            boolean strategies = Integer.parseInt(single(statement, "SHOW server_version_num")) >= 150000;
            statement.execute("DROP DATABASE IF EXISTS " + RUN + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + RUN + " TEMPLATE " + template(rows) + (strategies ? " STRATEGY file_copy" : ""));
            statement.execute("CHECKPOINT");
        }
    }

    private void makeLarge(int rows) throws SQLException {
        if (unchanged) {
            return;
        }
        forget(rows);
        make(rows);
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + template(rows) + " RENAME TO " + RUN);
        }
    }

    private static String template(int rows) {
        return "bench_" + rows;
    }

    private String url(String database) {
        return postgres.getJdbcUrl("postgres", database);
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database));
    }

    private static String single(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
