package io.orgscope.soak;

import io.orgscope.soak.Application.Release;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** What the old and the new application write. */
final class Work {

    /** Keys of the unique index that no other statement uses. */
    private final AtomicLong platform = new AtomicLong();
    private final int users;
    private final List<Piece> always;
    private final List<Piece> old;
    private final List<Piece> moves;
    private final List<Piece> ofTheNew;

    /** One transaction. */
    record Piece(String name, Doing doing) {

        void on(Connection connection, Random random) throws SQLException {
            doing.on(connection, random);
        }
    }

    /** What a transaction does. */
    @FunctionalInterface
    interface Doing {
        void on(Connection connection, Random random) throws SQLException;
    }

    Work(int users) {
        this.users = users;
        always = always();
        old = old();
        moves = moves();
        ofTheNew = ofTheNew();
    }

    private List<Piece> always() {
        return List.of(
                one("connection touched", "UPDATE connections SET note = 'touched' WHERE id = ?", 10),
                one("post touched", "UPDATE posts SET note = 'touched' WHERE id = ?", 15),
                one("comment touched", "UPDATE comments SET note = 'touched' WHERE id = ?", 15),
                one("post deleted", "DELETE FROM posts WHERE id = ? AND id % 7 = 0", 15),
                // What came goes again, so that a move does not take more and more rows along.
                new Piece("payments deleted", (connection, random) -> execute(connection, "DELETE FROM payments WHERE payable_type IN ('Invoice', 'Request')"
                        + " AND payable_id = ? AND id > 1000000 AND chosen IS NULL", user(random))),
                new Piece("connections deleted", (connection, random) -> execute(connection, "DELETE FROM connections WHERE user_id = ? AND id > 1000000",
                        user(random))),
                one("note deleted", "DELETE FROM notes WHERE id = ? AND id % 7 = 0", 5),
                new Piece("comments held in descending order", this::heldDescending));
    }

    private List<Piece> old() {
        return List.of(
                new Piece("connection upserted", (connection, random) -> execute(connection, """
                        INSERT INTO connections (user_id, platform, note) VALUES (?, ?, 'new')
                        ON CONFLICT (user_id, platform) DO UPDATE SET note = 'again'""", user(random), "q" + platform.incrementAndGet())),
                new Piece("connection upserted again", (connection, random) -> {
                    int id = 1 + random.nextInt(10 * users);
                    execute(connection, "INSERT INTO connections (user_id, platform) VALUES (?, ?) ON CONFLICT (user_id, platform) DO UPDATE SET note = 'again'",
                            id % users + 1, "p" + id);
                }),
                one("post inserted", "INSERT INTO posts (connection_id) SELECT id FROM connections WHERE id = ? FOR KEY SHARE", 10),
                one("comment inserted", "INSERT INTO comments (post_id) SELECT id FROM posts WHERE id = ? FOR KEY SHARE", 15),
                one("note inserted", "INSERT INTO notes (parent_id, user_id) SELECT id, user_id FROM notes WHERE id = ?", 5),
                new Piece("payments copied", (connection, random) -> copy(connection, "payments (payable_type, payable_id)",
                        IntStream.range(0, 20).mapToObj(i -> (i % 2 == 0 ? "Invoice\t" : "Request\t") + user(random)))));
    }

    private List<Piece> moves() {
        return List.of(
                new Piece("connection re-parented", (connection, random) -> execute(connection, "UPDATE connections SET user_id = ?, platform = ? WHERE id = ?",
                        user(random), "r" + platform.incrementAndGet(), 1 + random.nextInt(10 * users))),
                new Piece("post re-parented", (connection, random) -> execute(connection, """
                        UPDATE posts SET connection_id = c.id FROM (SELECT id FROM connections WHERE id = ? FOR KEY SHARE) c WHERE posts.id = ?""",
                        1 + random.nextInt(10 * users), 1 + random.nextInt(15 * users))),
                new Piece("note becomes a root", (connection, random) -> execute(connection, "UPDATE notes SET parent_id = NULL WHERE id = ?",
                        1 + random.nextInt(5 * users))),
                new Piece("user moves", (connection, random) -> execute(connection, "UPDATE users SET default_organization_id = ? WHERE id = ?"
                        + " AND default_organization_id IS NOT NULL", organization(random), user(random))),
                new Piece("membership moves", (connection, random) -> execute(connection, "UPDATE memberships SET organization_id = ? WHERE user_id = ?"
                        + " AND is_active", organization(random), user(random))),
                new Piece("membership exchanged", this::exchanged),
                new Piece("payment changes its pair", (connection, random) -> execute(connection,
                        "UPDATE payments SET payable_type = CASE payable_type WHEN 'Invoice' THEN 'Request' ELSE 'Invoice' END, payable_id = ? WHERE id = ?",
                        user(random), 1 + random.nextInt(5 * users))),
                new Piece("invoice moves", (connection, random) -> execute(connection, "UPDATE invoices SET organization_id = ? WHERE id = ?",
                        organization(random), user(random))));
    }

    private List<Piece> ofTheNew() {
        return List.of(
                new Piece("connection inserted by the new application", (connection, random) -> execute(connection, """
                        INSERT INTO connections (user_id, platform, organization_id)
                        SELECT u.id, ?, u.default_organization_id FROM users u WHERE u.id = ? AND u.default_organization_id IS NOT NULL FOR SHARE""",
                        "n" + platform.incrementAndGet(), user(random))),
                one("post inserted by the new application", """
                        INSERT INTO posts (connection_id, organization_id) SELECT id, organization_id FROM connections WHERE id = ? FOR SHARE""", 10),
                one("comment inserted by the new application", """
                        INSERT INTO comments (post_id, organization_id) SELECT id, organization_id FROM posts WHERE id = ? FOR SHARE""", 15),
                new Piece("payment chosen", (connection, random) -> execute(connection, """
                        INSERT INTO payments (payable_type, payable_id, organization_id, chosen) VALUES ('Invoice', ?, 50, 50)""", user(random))));
    }

    /** What the application does next. */
    Piece choose(Release release, Random random) {
        List<Piece> pieces = switch (release) {
            case OLD -> Stream.of(always, old, moves).flatMap(List::stream).toList();
            case BOTH -> Stream.of(always, old, moves, ofTheNew).flatMap(List::stream).toList();
            case NEW -> Stream.of(always, ofTheNew).flatMap(List::stream).toList();
        };
        return pieces.get(random.nextInt(pieces.size()));
    }

    private int user(Random random) {
        return 1 + random.nextInt(users);
    }

    /** Not the last one, which is for rows that somebody chooses. */
    private static int organization(Random random) {
        return 1 + random.nextInt(SoakTables.ORGANIZATIONS - 1);
    }

    private Piece one(String name, String sql, int rowsAUser) {
        return new Piece(name, (connection, random) -> execute(connection, sql, 1 + random.nextInt(rowsAUser * users)));
    }

    /** Rows of one table, the later ones first, and the transaction stays open for a moment. */
    private void heldDescending(Connection connection, Random random) throws SQLException {
        connection.setAutoCommit(false);
        int first = 1 + random.nextInt(15 * users - 3);
        for (int id = first + 2; id >= first; id--) {
            execute(connection, "UPDATE comments SET note = 'held' WHERE id = ?", id);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(40)));
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void exchanged(Connection connection, Random random) throws SQLException {
        connection.setAutoCommit(false);
        int user = user(random);
        execute(connection, "SELECT FROM users WHERE id = ? FOR UPDATE", user);
        execute(connection, "INSERT INTO memberships (user_id, organization_id) VALUES (?, ?)", user, organization(random));
        execute(connection, "DELETE FROM memberships WHERE user_id = ? AND id < (SELECT max(id) FROM memberships WHERE user_id = ?)", user, user);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void copy(Connection connection, String table, Stream<String> lines) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN",
                    new StringReader(lines.collect(Collectors.joining("\n", "", "\n"))));
        } catch (IOException failed) {
            throw new SQLException(failed.getMessage(), "08006", failed);
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
