package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * How long the driver waits for an answer of the server ({@code socketTimeout} of pgjdbc). A statement of a migration over a large table says nothing
 * for hours. If the driver gives up, the server works on, and a query never succeeds.
 */
public final class NetworkTimeout {

    public static final Duration NONE = Duration.ZERO;

    /** For the first statement on a new connection. */
    public static final Duration FIRST_ANSWER = Duration.ofSeconds(10);

    private NetworkTimeout() {
    }

    /** Sets it. This needs no round trip. */
    public static void set(Connection connection, Duration timeout) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) timeout.toMillis());
    }
}
