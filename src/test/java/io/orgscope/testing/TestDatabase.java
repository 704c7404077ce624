package io.orgscope.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database of a test's own, seen as superuser; closing it drops it with every role that it made. A test gets
 * one as a parameter with {@link PostgresTest}, or makes one with {@link #create()}.
 */
public final class TestDatabase extends Login implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Postgres server;
    private final String name;
    private final Map<String, Login> roles = new LinkedHashMap<>();

    private TestDatabase(Postgres server, String name) {
        super(server.url(name, Postgres.SUPERUSER), Postgres.SUPERUSER);
        this.server = server;
        this.name = name;
    }

    /** A new, empty database. */
    public static TestDatabase create() throws SQLException {
        return create(Postgres.server(), "template0");
    }

    /**
     * A new database with everything that this one has now, but for what belongs to the database itself, as its
     * privileges. Nobody may be connected to this one.
     */
    public TestDatabase copy() throws SQLException {
        leave();
        return create(server, name);
    }

    private static TestDatabase create(Postgres server, String template) throws SQLException {
        String name = "test_" + COUNT.incrementAndGet();
        run(server, "CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
        return new TestDatabase(server, name);
    }

    /** The name of the database. */
    public String name() {
        return name;
    }

    /**
     * The database as seen by a role that may log in and nothing more: no superuser, no BYPASSRLS, no CREATEDB. Made
     * on the first call with that name.
     */
    public Login asRole(String role) throws SQLException {
        Login login = roles.get(role);
        if (login == null) {
            execute("CREATE ROLE %s LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '%s'"
                    .formatted(quoted(role), Postgres.PASSWORD));
            login = new Login(server.url(name, role), role);
            roles.put(role, login);
        }
        return login;
    }

    /**
     * The same, made the owner of schema public and allowed to create schemas: as much as the role that migrates an
     * application usually has. Tables that exist already keep their owner.
     */
    public Login asOwner(String role) throws SQLException {
        Login login = asRole(role);
        execute("ALTER SCHEMA public OWNER TO %s".formatted(quoted(role)),
                "GRANT CREATE ON DATABASE %s TO %s".formatted(name, quoted(role)));
        return login;
    }

    /** Drops the database, whoever is still connected to it, and the roles that it made. */
    @Override
    public void close() throws SQLException {
        leave();
        run(server, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
        for (String role : roles.keySet()) {
            run(server, "DROP ROLE IF EXISTS %s".formatted(quoted(role)));
        }
        roles.clear();
    }

    private void leave() throws SQLException {
        disconnect();
        for (Login role : roles.values()) {
            role.disconnect();
        }
    }

    private static void run(Postgres server, String sql) throws SQLException {
        try (Connection connection = server.maintenance(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
