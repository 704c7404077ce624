package io.orgscope.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.step.LiveStepStatement;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import liquibase.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class ConnectionsTest {

    /** The orgscope jar in Liquibase's lib/, and the driver by --classpath: our class loader does not find the driver. */
    @Test
    void aSecondConnectionHasTheDriverOfTheFirst(TestDatabase database) throws Exception {
        try (URLClassLoader loader = child(); Connection first = driver(loader).connect(database.url(), new Properties())) {
            assertThat(first.getClass()).isNotEqualTo(database.connection().getClass());
            try (Connection second = Connections.another(first, new Properties())) {
                assertThat(second.getClass()).isEqualTo(first.getClass());
            }
            try (Connection second = Connections.another(pooled(first), new Properties())) {
                assertThat(second.getClass()).as("behind a pool").isEqualTo(first.getClass());
            }
        }
    }

    /** {@code --driver-properties-file}: TLS is often configured there. */
    @Test
    void aSecondConnectionHasTheDriverPropertiesOfLiquibase(TestDatabase database, @TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("driver.properties"), "ApplicationName=from the file\n");
        Scope.child(Map.of("liquibase.command.driverPropertiesFile", file.toString()), () -> {
            try (Connection first = database.connection(); Connection second = LiveStepStatement.another(first)) {
                assertThat(Sql.first(second, "", "SELECT current_setting('application_name')", row -> row.getString(1))).isEqualTo("from the file");
            }
        });
    }

    /** A pool may have read the password from elsewhere. */
    @Test
    void noMessageHasTheUrl(TestDatabase database) throws Exception {
        String secret = "jdbc:nobody://h/db?user=u&password=s3cret";
        assertThatThrownBy(() -> DriverManager.getConnection(secret)).hasMessageContaining("s3cret");
        assertThatThrownBy(() -> Connections.open(secret, new Properties())).isInstanceOf(SQLException.class).hasMessageNotContaining("s3cret");
        String broken = "jdbc:postgresql://h:port/db?user=u&password=s3cret";
        assertThatThrownBy(() -> Connections.open(broken, new Properties())).isInstanceOf(SQLException.class).hasMessageNotContaining("s3cret");
        try (Connection first = database.connection()) {
            assertThatThrownBy(() -> Connections.another(at(secret, first), new Properties())).isInstanceOf(SQLException.class).hasMessageNotContaining("s3cret");
        }
    }

    private static URLClassLoader child() {
        URL jar = org.postgresql.Driver.class.getProtectionDomain().getCodeSource().getLocation();
        return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    }

    private static Driver driver(ClassLoader loader) throws ReflectiveOperationException {
        return (Driver) loader.loadClass("org.postgresql.Driver").getDeclaredConstructor().newInstance();
    }

    /** A connection of our class loader with another one behind it. */
    private static Connection pooled(Connection behind) {
        return proxy(Connection.class, behind, "isWrapperFor", true, "unwrap", behind);
    }

    private static Connection at(String url, Connection connection) throws SQLException {
        return proxy(Connection.class, connection, "getMetaData", proxy(DatabaseMetaData.class, connection.getMetaData(), "getURL", url));
    }

    /** @param answers the names of methods, each with its answer */
    private static <T> T proxy(Class<T> type, T behind, Object... answers) {
        return type.cast(Proxy.newProxyInstance(ConnectionsTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            for (int i = 0; i < answers.length; i += 2) {
                if (method.getName().equals(answers[i])) {
                    return answers[i + 1];
                }
            }
            try {
                return method.invoke(behind, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }));
    }
}
