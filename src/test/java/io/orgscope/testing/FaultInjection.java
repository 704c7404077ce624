package io.orgscope.testing;

import java.sql.SQLException;
import java.util.function.Function;

/**
 * Stops a run: before its n-th statement of DDL, in its n-th transaction with DDL, or between what a change set did and Liquibase's record of it. A stop at any
 * statement of a transaction leaves the same, so what is to be stopped everywhere is stopped once in each transaction.
 */
public final class FaultInjection {

    private final Login superuser;

    /** Prepares a database for it, unless it is a copy of one that was prepared. */
    public FaultInjection(Login superuser) throws SQLException {
        this.superuser = superuser;
        if (superuser.flag("SELECT to_regnamespace('faults') IS NOT NULL")) {
            return;
        }
        superuser.execute("""
                CREATE SCHEMA faults;
                CREATE SEQUENCE faults.left INCREMENT -1 MINVALUE -1000000 START 1000000 MAXVALUE 1000000;
                CREATE FUNCTION faults.stop() RETURNS event_trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    IF nextval('faults.left') = 0 THEN
                      RAISE EXCEPTION 'injected fault at %', tg_tag;
                    END IF;
                  END $$;
                CREATE EVENT TRIGGER faults ON ddl_command_start EXECUTE FUNCTION faults.stop();
                ALTER EVENT TRIGGER faults DISABLE;
                CREATE FUNCTION faults.stop_transaction() RETURNS event_trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    IF current_setting('faults.transaction', true) IS DISTINCT FROM transaction_timestamp()::text THEN
                      PERFORM set_config('faults.transaction', transaction_timestamp()::text, false);
                      IF nextval('faults.left') = 0 THEN
                        RAISE EXCEPTION 'injected fault at %', tg_tag;
                      END IF;
                    END IF;
                  END $$;
                CREATE EVENT TRIGGER faults_transaction ON ddl_command_start EXECUTE FUNCTION faults.stop_transaction();
                ALTER EVENT TRIGGER faults_transaction DISABLE;
                CREATE FUNCTION faults.stop_record() RETURNS trigger LANGUAGE plpgsql AS $$
                  BEGIN
                    RAISE EXCEPTION 'injected fault at %', NEW.id;
                  END $$
                """);
    }

    /** Runs something that stops before it records the change sets whose id has this beginning. There has to be a DATABASECHANGELOG. */
    public void stopBeforeTheRecord(String id, Runnable run) throws SQLException {
        superuser.execute("CREATE TRIGGER stop BEFORE INSERT ON databasechangelog FOR EACH ROW WHEN (starts_with(NEW.id, '" + id + "'))"
                + " EXECUTE FUNCTION faults.stop_record()");
        try {
            run.run();
            throw new IllegalStateException(id + " was recorded");
        } catch (RuntimeException stopped) {
            if (!stopped.getMessage().contains("injected fault at " + id)) {
                throw stopped;
            }
        } finally {
            superuser.execute("DROP TRIGGER stop ON databasechangelog");
        }
    }

    /**
     * Runs a command that stops in its first transaction with DDL, again in its second, and so on until it has no more, each time on a new
     * copy of a database that is prepared and that nobody is connected to.
     *
     * @return how many it has
     */
    public static int atEach(TestDatabase from, Function<TestDatabase, Runnable> command, Afterwards afterwards) throws SQLException {
        for (int n = 1; ; n++) {
            try (TestDatabase copy = from.copy()) {
                if (!new FaultInjection(copy).stopsIn(n, command.apply(copy))) {
                    return n - 1;
                }
                afterwards.on(copy, n);
            }
        }
    }

    /** What is done after a command that was stopped in its n-th transaction, and what has to be so then. */
    @FunctionalInterface
    public interface Afterwards {
        void on(TestDatabase copy, int n) throws SQLException;
    }

    /**
     * Runs something that stops at the n-th statement.
     *
     * @return whether it did; false when it has fewer
     */
    public boolean stops(int n, Runnable run) throws SQLException {
        return stops("faults", n, run);
    }

    /**
     * Runs something that stops at the first statement of its n-th transaction with DDL.
     *
     * @return whether it did; false when it has fewer
     */
    public boolean stopsIn(int n, Runnable run) throws SQLException {
        return stops("faults_transaction", n, run);
    }

    private boolean stops(String trigger, int n, Runnable run) throws SQLException {
        superuser.execute("SELECT setval('faults.left', " + n + ")", "ALTER EVENT TRIGGER " + trigger + " ENABLE ALWAYS");
        try {
            run.run();
            return false;
        } catch (RuntimeException stopped) {
            if (!stopped.getMessage().contains("injected fault")) {
                throw stopped;
            }
            return true;
        } finally {
            superuser.execute("ALTER EVENT TRIGGER " + trigger + " DISABLE");
        }
    }
}
