package io.orgscope.testing;

import java.util.ArrayList;
import java.util.List;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Starts PostgreSQL in a container; without a container engine that is an error, never a silent fallback. */
final class ContainerServer {

    private ContainerServer() {
    }

    static Postgres start() {
        // Left open: Testcontainers removes the container when the JVM ends.
        @SuppressWarnings("resource")
        PostgreSQLContainer container = new PostgreSQLContainer(DockerImageName.parse("postgres:" + Postgres.major()))
                .withUsername(Postgres.SUPERUSER)
                .withPassword(Postgres.PASSWORD)
                .withDatabaseName("postgres")
                .withEnv("POSTGRES_INITDB_ARGS", "--locale=C");
        container.setCommand(command());
        container.start();
        return new Postgres(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
    }

    private static String[] command() {
        List<String> command = new ArrayList<>(List.of("postgres"));
        Postgres.SETTINGS.forEach((name, value) -> {
            // Testcontainers waits for a line of the log that says that the server is ready.
            if (!name.equals("log_min_messages")) {
                command.addAll(List.of("-c", name + "=" + value));
            }
        });
        return command.toArray(String[]::new);
    }
}
