package io.orgscope.postgres;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Opens connections. A URL may have a password in it, so no message has the URL. */
public final class Connections {

    private static final String DRIVER = "org.postgresql.Driver";

    private Connections() {
    }

    /** Opens a connection with a driver that our class loader finds. */
    public static Connection open(String url, Properties properties) throws SQLException {
        try {
            return opened(DriverManager.getDriver(url), url, properties);
        } catch (SQLException failed) {
            throw withoutUrl(failed, url);
        }
    }

    /**
     * Opens a second connection to the same place, with the same driver. Liquibase may have loaded the driver where our class loader does not find it.
     *
     * @param settings properties of the driver that the URL does not have, such as the password
     */
    public static Connection another(Connection connection, Properties settings) throws SQLException {
        String url = connection.getMetaData().getURL();
        Properties properties = new Properties();
        properties.setProperty("user", connection.getMetaData().getUserName());
        properties.putAll(settings);
        for (ClassLoader loader : loaders(connection)) {
            Driver driver = driver(loader);
            if (driver != null && driver.acceptsURL(url)) {
                try {
                    return opened(driver, url, properties);
                } catch (SQLException failed) {
                    throw withoutUrl(failed, url);
                }
            }
        }
        return open(url, properties);
    }

    /** A pool gives a connection of its own class, with the driver's behind it. */
    private static Set<ClassLoader> loaders(Connection connection) throws SQLException {
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        if (connection.isWrapperFor(Connection.class)) {
            loaders.add(connection.unwrap(Connection.class).getClass().getClassLoader());
        }
        loaders.add(connection.getClass().getClassLoader());
        loaders.add(connection.getMetaData().getClass().getClassLoader());
        return loaders;
    }

    /**
     * The process id that the server, or a pooler, told the driver at the login.
     *
     * @return empty if the connection is not one of pgjdbc
     */
    static Optional<Integer> processId(Connection connection) throws SQLException {
        for (ClassLoader loader : loaders(connection)) {
            try {
                Class<?> driversOwn = Class.forName("org.postgresql.PGConnection", false, loader);
                if (connection.isWrapperFor(driversOwn)) {
                    return Optional.of((Integer) driversOwn.getMethod("getBackendPID").invoke(connection.unwrap(driversOwn)));
                }
            } catch (ReflectiveOperationException | LinkageError notThere) {
                // The next class loader may know the driver.
            }
        }
        return Optional.empty();
    }

    private static Driver driver(ClassLoader loader) {
        try {
            return (Driver) Class.forName(DRIVER, true, loader).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError | ClassCastException notThere) {
            return null;
        }
    }

    private static Connection opened(Driver driver, String url, Properties properties) throws SQLException {
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("no driver for this kind of JDBC URL", "08001");
        }
        return connection;
    }

    private static SQLException withoutUrl(SQLException failed, String url) {
        String message = String.valueOf(failed.getMessage());
        return message.contains(url) ? new SQLException(message.replace(url, "the URL"), failed.getSQLState()) : failed;
    }
}
