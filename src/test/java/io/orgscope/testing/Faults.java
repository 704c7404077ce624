package io.orgscope.testing;

import java.sql.SQLException;

/** Makes the n-th statement of DDL from now on fail before it begins: a run that stops there. */
public final class Faults {

    private final Login superuser;

    /** Prepares a database for it. */
    public Faults(Login superuser) throws SQLException {
        this.superuser = superuser;
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
                ALTER EVENT TRIGGER faults DISABLE
                """);
    }

    /**
     * Runs something that stops at the n-th statement.
     *
     * @return whether it did; false when it has fewer
     */
    public boolean stops(int n, Runnable run) throws SQLException {
        superuser.execute("SELECT setval('faults.left', " + n + ")", "ALTER EVENT TRIGGER faults ENABLE ALWAYS");
        try {
            run.run();
            return false;
        } catch (RuntimeException stopped) {
            if (!stopped.getMessage().contains("injected fault")) {
                throw stopped;
            }
            return true;
        } finally {
            superuser.execute("ALTER EVENT TRIGGER faults DISABLE");
        }
    }
}
