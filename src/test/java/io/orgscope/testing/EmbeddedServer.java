package io.orgscope.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Starts PostgreSQL from the binaries on the class path. */
final class EmbeddedServer {

    private EmbeddedServer() {
    }

    static Postgres start() {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(workingDirectory().toFile())
                    .setLocaleConfig("locale", "C");
            Postgres.SETTINGS.forEach(builder::setServerConfig);
            // The server's own shutdown hook stops it and deletes its data.
            return new Postgres("localhost", builder.start().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
        }
    }

    /** A directory for each user: what root unpacked, an ordinary user of the same machine could not write to. */
    private static Path workingDirectory() {
        return Path.of(System.getProperty("java.io.tmpdir"), "orgscope-postgres-" + System.getProperty("user.name"));
    }
}
