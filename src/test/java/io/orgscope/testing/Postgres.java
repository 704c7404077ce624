package io.orgscope.testing;

import java.nio.charset.StandardCharsets;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * The one real PostgreSQL server of this JVM: started by the first test that asks, stopped with the JVM.
 *
 * <p>An embedded server unless {@code -Dorgscope.testcontainers=true} asks for a container; {@code -Dpg} chooses the
 * major version of either.
 */
public final class Postgres {

    /** The password of the superuser and of every role that a test makes. The embedded server does not look at it. */
    public static final String PASSWORD = "orgscope";

    static final String SUPERUSER = "postgres";

    /** Off, because a test database never outlives its test. A program that measures sets {@code -Dpg.fsync=on}. */
    public static final String FSYNC = System.getProperty("pg.fsync", "off");

    /**
     * What both kinds of server run with. Values must have no spaces and no pipes: the embedded server passes them
     * through a shell.
     */
    static final Map<String, String> SETTINGS = Map.of(
            "fsync", FSYNC,
            "full_page_writes", FSYNC,
            "synchronous_commit", FSYNC,
            "max_connections", "200",
            "wal_level", "logical",
            "max_prepared_transactions", "10",
            "max_wal_size", "2GB",
            "shared_buffers", "256MB",
            "log_min_messages", "fatal");

    private static Postgres running;

    private final String host;
    private final int port;

    Postgres(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** The server of this JVM, started now if it was not. */
    public static synchronized Postgres server() {
        if (running == null) {
            running = Boolean.getBoolean("orgscope.testcontainers") ? ContainerServer.start() : EmbeddedServer.start();
        }
        return running;
    }

    /** The major version that the build chose; 15 where nothing did, as in an IDE. */
    public static int major() {
        return Integer.getInteger("pg", 15);
    }

    /** A JDBC URL with the credentials in it, so that it is all a client needs. */
    public String url(String database, String user) {
        return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s&sslmode=disable"
                .formatted(host, port, encoded(database), encoded(user), encoded(PASSWORD));
    }

    /** The host that the server listens on. */
    public String host() {
        return host;
    }

    /** The port that the server listens on. */
    public int port() {
        return port;
    }

    /** A superuser's connection to the maintenance database, for what cannot be done from inside a test database. */
    Connection maintenance() throws SQLException {
        return DriverManager.getConnection(url("postgres", SUPERUSER));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
