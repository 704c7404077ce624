package io.orgscope.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of a test's own on a Citus cluster, on the coordinator and all workers. The variable {@value #VARIABLE} has the JDBC URL of
 * a database on the coordinator, as a superuser who may connect to the workers in the same way.
 */
public final class CitusCluster extends Login implements AutoCloseable {

    public static final String VARIABLE = "ORGSCOPE_CITUS_URL";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String NODES = "SELECT n.nodename || ':' || n.nodeport FROM pg_dist_node n WHERE n.noderole = 'primary' ORDER BY n.groupid";

    private final String name;
    private final List<String> nodes;
    private final Set<String> roles = new LinkedHashSet<>();

    private CitusCluster(String name, List<String> nodes) {
        super(at(nodes.get(0), name, null), "superuser");
        this.name = name;
        this.nodes = nodes;
    }

    /** Whether there is a cluster to test on. */
    public static boolean there() {
        return System.getenv(VARIABLE) != null;
    }

    /** A new, empty database with all workers. */
    public static CitusCluster create() throws SQLException {
        List<String> nodes = new Login(System.getenv(VARIABLE), "superuser").strings(NODES);
        CitusCluster cluster = new CitusCluster("orgscope_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet(), nodes);
        for (String node : nodes) {
            run(node, "postgres", "DROP DATABASE IF EXISTS " + cluster.name + " WITH (FORCE)", "CREATE DATABASE " + cluster.name);
            run(node, cluster.name, "CREATE EXTENSION citus");
        }
        cluster.execute("SELECT citus_set_coordinator_host(" + hostAndPort(nodes.get(0)) + ")");
        for (String worker : nodes.subList(1, nodes.size())) {
            cluster.execute("SELECT citus_add_node(" + hostAndPort(worker) + ")");
        }
        return cluster;
    }

    /** A role that may log in on all nodes and nothing more. It is dropped with the database. */
    public Login asRole(String role) throws SQLException {
        if (roles.add(role)) {
            for (String node : nodes) {
                run(node, "postgres", "SET citus.enable_ddl_propagation = off; DROP ROLE IF EXISTS " + role + "; CREATE ROLE " + role + " LOGIN");
            }
        }
        return new Login(at(nodes.get(0), name, role), role);
    }

    /** Lets the next call use a new session, with the settings of the database. */
    public void disconnectAll() throws SQLException {
        disconnect();
    }

    /** Drops the database on all nodes, and its roles. */
    @Override
    public void close() throws SQLException {
        disconnect();
        for (String node : nodes) {
            run(node, "postgres", "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        }
        for (String role : roles) {
            for (String node : nodes) {
                run(node, "postgres", "DROP ROLE " + role);
            }
        }
    }

    private static String hostAndPort(String node) {
        int colon = node.lastIndexOf(':');
        return "'" + node.substring(0, colon) + "', " + node.substring(colon + 1);
    }

    /** The same URL with another node, database and role. */
    private static String at(String node, String database, String role) {
        String url = System.getenv(VARIABLE).replaceFirst("//[^/]*/[^?]*", "//" + node + "/" + database);
        return role == null ? url : url.replaceFirst("([?&]user=)[^&]*", "$1" + role);
    }

    private static void run(String node, String database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(at(node, database, null)); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
