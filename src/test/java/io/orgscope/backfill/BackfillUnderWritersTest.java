package io.orgscope.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgscope.backfill.progress.ProgressListener;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.testing.PostgresTest;
import io.orgscope.testing.TestDatabase;
import io.orgscope.testing.Waiting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@PostgresTest
@Timeout(180)
@DisplayName("The application goes on writing")
class BackfillUnderWritersTest {

    private static final TableName TABLE = new TableName("public", "connections");
    private static final int WRITERS = 4;

    @Test
    void noTransactionOfTheirsFailsInWhateverOrderItLocksRows(TestDatabase database) throws Exception {
        underWriters(database, () -> assertThat(BackfillFixture.fill(database, BackfillFixture.task("connections")).empty()).isZero());
    }

    @Test
    void norBesideTheScript(TestDatabase database) throws Exception {
        underWriters(database, () -> database.execute(
                BackfillFixture.script(BackfillFixture.task("connections"))));
    }

    private static void underWriters(TestDatabase database, ThrowingCallable fill) throws Exception {
        BackfillFixture.connections(database, 20_000);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger updates = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(WRITERS);
        // The common pool has fewer threads than there are processors.
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS).mapToObj(writer -> CompletableFuture.runAsync(
                () -> updateDownwards(database, writer, stop, updates, started), threads)).toList();
        try {
            awaitFirst(started, CompletableFuture.anyOf(writers.toArray(CompletableFuture[]::new)));
            assertThatCode(fill).doesNotThrowAnyException();
        } finally {
            stop.set(true);
            threads.shutdown();
        }
        for (CompletableFuture<Void> writer : writers) {
            writer.get();
        }
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
        assertThat(database.number("SELECT sum(touched) FROM connections")).isEqualTo(updates.get());
    }

    /** Waits until each writer has written once, or one has failed. */
    private static void awaitFirst(CountDownLatch started, CompletableFuture<?> ended) throws Exception {
        Waiting.until("the writers write", () -> started.getCount() == 0 || ended.isDone());
        assertThat(ended).isNotDone();
    }

    /** Transactions of 50 rows from the end of the table to its start: the backfill comes the other way. */
    private static void updateDownwards(TestDatabase database, int writer, AtomicBoolean stop, AtomicInteger updates,
            CountDownLatch started) {
        try (Connection connection = database.connection();
                PreparedStatement update = connection.prepareStatement("UPDATE connections SET touched = touched + 1 WHERE id = ?")) {
            connection.setAutoCommit(false);
            for (int round = 0; !stop.get(); round++) {
                for (int row = 50; row > 0; row--) {
                    // Writers keep to rows of their own, so that only the backfill can be in their way.
                    update.setInt(1, ((round * 50 + row) * WRITERS + writer) % 20_000 + 1);
                    updates.addAndGet(update.executeUpdate());
                }
                connection.commit();
                started.countDown();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aRowThatIsLockedMeanwhileIsFilledWhenItIsFree(TestDatabase database) throws Exception {
        BackfillFixture.connections(database, 3000);
        try (Connection holder = database.connection(); Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("UPDATE connections SET touched = 1 WHERE id IN (5, 700, 2900)");
            AtomicBoolean released = new AtomicBoolean();
            BackfillTask task = BackfillFixture.task("connections");
            Backfill backfill = new Backfill(task, ConnectionSource.NONE, progress -> {
                // Reports come once a second: by the second one the passes are over and only the sweep waits.
                if (progress.rowsDone() >= 2997 && !released.getAndSet(true)) {
                    commit(holder);
                }
            });

            BackfillResult result;
            try (Connection connection = database.connection()) {
                result = backfill.run(connection);
            }

            assertThat(released).isTrue();
            assertThat(result.filled()).isEqualTo(3000);
            assertThat(BackfillFixture.wrong(database, "connections")).isZero();
        }
    }

    private static void commit(Connection holder) {
        try {
            holder.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aRowThatStaysLockedIsToldWithItsHolder(TestDatabase database) throws Exception {
        BackfillFixture.connections(database, 3000);
        try (Connection holder = database.connection(); Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("UPDATE connections SET touched = 1 WHERE id = 700");
            BackfillTask task = BackfillFixture.task(TABLE, BackfillFixture.withRetryTimeout(Duration.ofMillis(50)));

            assertThatThrownBy(() -> BackfillFixture.fill(database, task)).isInstanceOf(OrgScopeException.class)
                    .hasMessageContaining("Rows of connections stayed locked")
                    .hasMessageContaining("UPDATE connections SET touched = ? WHERE id = ?")
                    .hasMessageContaining("pg_terminate_backend").hasMessageNotContaining("700");
            lock.execute("PREPARE TRANSACTION 'left behind'");
            assertThatThrownBy(() -> BackfillFixture.fill(database, task)).hasMessageContaining("prepared transaction left behind (postgres), for ")
                    .hasMessageContaining("ROLLBACK PREPARED 'left behind'");
            database.execute("ROLLBACK PREPARED 'left behind'");
        }
        assertThat(database.number("SELECT count(*) FROM connections WHERE organization_id IS NULL")).isEqualTo(1);
        assertThat(BackfillFixture.fill(database, BackfillFixture.task("connections")).filled()).isEqualTo(1);
    }

    @Test
    void aTableThatStaysLockedIsToldWithEveryAttempt(TestDatabase database) throws Exception {
        BackfillFixture.connections(database, 300);
        try (Connection holder = database.connection(); Statement lock = holder.createStatement();
                Connection connection = database.connection()) {
            holder.setAutoCommit(false);
            // SHARE keeps out who writes and lets in who reads.
            int pid = Sql.first(holder, 0, "SELECT pg_backend_pid()", row -> row.getInt(1));
            lock.execute("LOCK TABLE connections IN SHARE MODE");
            Backfill backfill = new Backfill(BackfillFixture.task(TABLE, BackfillFixture.withRetryTimeout(Duration.ofMillis(200))),
                    ConnectionSource.NONE, ProgressListener.NONE);

            assertThatThrownBy(() -> backfill.run(connection)).isInstanceOf(OrgScopeException.class)
                    .hasMessageStartingWith("Rows of connections could not be filled for 0 s (SQLSTATE 55P03).")
                    .hasMessageContainingAll("pid " + pid, "LOCK TABLE connections IN SHARE MODE", "What was filled stays filled", "run update again")
                    .cause().isInstanceOfSatisfying(SQLException.class, failure -> {
                        assertThat(failure.getSQLState()).isEqualTo("55P03");
                        assertThat(failure.getSuppressed()).isNotEmpty();
                    });
        }
    }

    @Test
    void whoHasLockedATableOfARouteIsNamed(TestDatabase database) throws Exception {
        BackfillFixture.connections(database, 300);
        BackfillTask task = BackfillFixture.task(TABLE, BackfillFixture.withRetryTimeout(Duration.ofMillis(200)));
        BackfillTask reading = new BackfillTask(TABLE, task.column(), task.value(), task.options(), TABLE, Set.of(new TableName("public", "users")));
        try (Connection holder = database.connection(); Connection connection = database.connection()) {
            holder.setAutoCommit(false);
            int pid = Sql.first(holder, 0, "SELECT pg_backend_pid()", row -> row.getInt(1));
            Sql.execute(holder, "LOCK TABLE users");
            Backfill backfill = new Backfill(reading, ConnectionSource.NONE, ProgressListener.NONE);

            assertThatThrownBy(() -> backfill.run(connection)).isInstanceOf(OrgScopeException.class).hasMessageContainingAll("Held by: pid " + pid, "LOCK TABLE users");
        }
    }

    @Test
    void aRowThatMovesWithTheApplicationGetsTheValueOfItsNewParent(TestDatabase database) throws Exception {
        BackfillFixture.connections(database, 5000);
        AtomicBoolean stop = new AtomicBoolean();
        database.execute("""
                CREATE FUNCTION follow() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  NEW.organization_id := (SELECT default_organization_id FROM public.users WHERE id = NEW.user_id);
                  RETURN NEW;
                END $$;
                CREATE TRIGGER follow BEFORE UPDATE ON connections FOR EACH ROW
                  WHEN (OLD.user_id IS DISTINCT FROM NEW.user_id) EXECUTE FUNCTION follow()""");
        CountDownLatch started = new CountDownLatch(1);
        AtomicInteger moves = new AtomicInteger();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> reparent(database, stop, started, moves));
        try {
            awaitFirst(started, writer);
            int before = moves.get();
            BackfillFixture.fill(database, BackfillFixture.task("connections"));
            assertThat(moves).as("moves by the end of the backfill").hasValueGreaterThan(before);
        } finally {
            stop.set(true);
        }
        writer.get();
        assertThat(BackfillFixture.wrong(database, "connections")).isZero();
    }

    /** As an application does that nobody keeps filled, step 02 being left out: for each filled row it adds an empty one. */
    @Test
    void rowsThatComeWithoutAValueForEverDoNotKeepItForEver(TestDatabase database) throws Exception {
        BackfillFixture.connections(database, 1500);
        database.execute("""
                CREATE SEQUENCE further START 10000;
                CREATE FUNCTION one_more() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  INSERT INTO connections (id, user_id, platform, name, token)
                  SELECT n, 1, 'new', 'new ' || n, repeat(md5(n::text), 10) FROM nextval('further') AS n;
                  RETURN NULL;
                END $$;
                CREATE TRIGGER one_more AFTER UPDATE ON connections FOR EACH ROW EXECUTE FUNCTION one_more()""");

        BackfillResult result = BackfillFixture.fill(database, BackfillFixture.task("connections"));

        assertThat(result.empty()).isEqualTo(1500);
        assertThat(result.notices()).anySatisfy(notice -> assertThat(notice).contains("were inserted without a value", "step 02"));
    }

    private static void reparent(TestDatabase database, AtomicBoolean stop, CountDownLatch started, AtomicInteger moves) {
        try (Connection connection = database.connection();
                PreparedStatement update = connection.prepareStatement("UPDATE connections SET user_id = ? WHERE id = ?")) {
            for (int round = 0; !stop.get(); round++) {
                update.setInt(1, round * 31 % BackfillFixture.USERS + 1);
                update.setInt(2, round * 17 % 5000 + 1);
                moves.addAndGet(update.executeUpdate());
                started.countDown();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
