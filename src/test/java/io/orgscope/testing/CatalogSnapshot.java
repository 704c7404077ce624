package io.orgscope.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Everything structural about a database, a sorted line a fact: {@code column public.users.email: not null = true}.
 * Two snapshots are equal when the catalog says the same, so "back exactly as it was" can be asserted.
 *
 * <p>Liquibase's own tables are left out, and what belongs to an extension is told by the extension's line. Privileges
 * that were never changed read as the defaults they stand for, and columns have their place among the live ones: what
 * GRANT and REVOKE, or ADD and DROP, leave behind in the catalog's representation is no difference.
 */
public final class CatalogSnapshot {

    private static final List<List<String>> QUERIES = List.of(TableFacts.QUERIES, CodeFacts.QUERIES, DatabaseFacts.QUERIES);

    private final NavigableSet<String> lines;

    private CatalogSnapshot(NavigableSet<String> lines) {
        this.lines = Collections.unmodifiableNavigableSet(lines);
    }

    /** The catalog as it is now, without the schemas that are named. */
    public static CatalogSnapshot of(Login login, String... exceptSchemas) throws SQLException {
        return login.with(connection -> of(connection, exceptSchemas));
    }

    /** The same as a connection sees it, in the middle of its transaction if need be. */
    public static CatalogSnapshot of(Connection connection, String... exceptSchemas) throws SQLException {
        String searchPath = searchPath(connection, "pg_catalog");
        NavigableSet<String> lines = new TreeSet<>();
        for (String query : QUERIES.stream().flatMap(List::stream).toList()) {
            try (PreparedStatement statement = connection.prepareStatement(CatalogQuery.KEPT + query)) {
                statement.setArray(1, connection.createArrayOf("text", exceptSchemas));
                collect(statement, lines);
            }
        }
        searchPath(connection, searchPath);
        return new CatalogSnapshot(lines);
    }

    /** The facts, sorted. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** What changed: {@code "- "} before a fact that is gone, {@code "+ "} before a new one; empty when nothing did. */
    public static List<String> diff(CatalogSnapshot before, CatalogSnapshot after) {
        return Differences.between(before.lines, after.lines);
    }

    /** Fails with the differences when there are any. */
    public static void assertSame(CatalogSnapshot before, CatalogSnapshot after) {
        Differences.assertNone("The catalog is not as it was", diff(before, after));
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }

    /** Sets the search path and returns what it was. Every name outside of it is printed with its schema. */
    private static String searchPath(Connection connection, String searchPath) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                WITH old AS MATERIALIZED (SELECT current_setting('search_path') AS path)
                SELECT path, set_config('search_path', ?, false) FROM old
                """)) {
            statement.setString(1, searchPath);
            try (ResultSet old = statement.executeQuery()) {
                old.next();
                return old.getString(1);
            }
        }
    }

    private static void collect(PreparedStatement statement, NavigableSet<String> lines) throws SQLException {
        try (ResultSet facts = statement.executeQuery()) {
            while (facts.next()) {
                String value = facts.getString(3);
                if (value != null) {
                    lines.add("%s: %s = %s".formatted(facts.getString(1), facts.getString(2), value.strip().replace("\n", "\\n")));
                }
            }
        }
    }
}
