package io.orgscope.plan.advice;

import io.orgscope.backfill.FastBatch;
import io.orgscope.backfill.WrittenWal;
import io.orgscope.postgres.Catalog;
import io.orgscope.postgres.OrgScopeException;
import io.orgscope.postgres.Sql;
import io.orgscope.postgres.TableName;
import io.orgscope.postgres.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures how fast this server runs the steps of a migration, on a table of our own. It takes a few seconds, in a
 * schema that is made for it and dropped afterwards. Temporary tables cannot be used, because they write no WAL.
 */
public final class Calibration {

    public static final String SCHEMA = "orgscope_calibration";

    private static final int ROWS = 40_000;
    private static final int PAGES_A_BATCH = 64;
    private static final int STRIPES = 12;
    private static final int READINGS = 15;
    private static final double STEP_PER_READING = 4;

    /** Rows of about 390 bytes with five indexes, and a parent for every fifth row. */
    private static final String TABLES = """
            CREATE TABLE orgscope_calibration.parents (id int PRIMARY KEY, organization_id bigint NOT NULL);
            CREATE TABLE orgscope_calibration.organizations (id bigint PRIMARY KEY);
            CREATE TABLE orgscope_calibration.rows (id int PRIMARY KEY, parent_id int NOT NULL, a text NOT NULL, b text NOT NULL,
              c timestamptz NOT NULL, organization_id bigint) WITH (autovacuum_enabled = off);
            INSERT INTO orgscope_calibration.organizations SELECT n FROM generate_series(0, 99) n;
            INSERT INTO orgscope_calibration.parents SELECT n, n % 100 FROM generate_series(0, 7999) n;
            INSERT INTO orgscope_calibration.rows
              SELECT n, n % 8000, repeat(md5(n::text), 5), repeat(md5((-n)::text), 5), now(), NULL FROM generate_series(1, 40000) n;
            CREATE INDEX ON orgscope_calibration.rows (parent_id);
            CREATE INDEX ON orgscope_calibration.rows (c);
            CREATE INDEX ON orgscope_calibration.rows (parent_id, c);
            CREATE UNIQUE INDEX ON orgscope_calibration.rows (parent_id, id);
            ANALYZE orgscope_calibration.rows;
            ANALYZE orgscope_calibration.parents
            """;

    private static final FastBatch BATCH = new FastBatch("orgscope_calibration.rows", "organization_id",
            "(SELECT p.organization_id FROM orgscope_calibration.parents p WHERE p.id = t.parent_id)", "bigint");

    /** A standby only reads too. */
    private static final String ALLOWED = """
            SELECT pg_catalog.current_setting('transaction_read_only')::bool AS only_reads,
                   pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE') AS may_create,
                   pg_catalog.format('GRANT CREATE ON DATABASE %I TO %I', pg_catalog.current_database(), current_user) AS privilege,
                   EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = ?) AS is_there
            """;

    private record Allowed(boolean onlyReads, boolean mayCreate, String privilege, boolean isThere) {
    }

    private final Connection connection;

    public Calibration(Connection connection) {
        this.connection = connection;
    }

    /**
     * Refuses what could not be measured. To be called before the plan is made, which may take long.
     *
     * @throws OrgScopeException if the schema exists already, or this session may not create it
     */
    public void require() throws SQLException {
        Allowed allowed = Sql.list(connection, ALLOWED, row -> new Allowed(row.getBoolean("only_reads"), row.getBoolean("may_create"), row.getString("privilege"),
                row.getBoolean("is_there")), SCHEMA).get(0);
        if (allowed.onlyReads) {
            throw new OrgScopeException("This session may only read, as on a standby, but --calibrate makes a schema " + SCHEMA + " and drops it again."
                    + " Run orgscope-plan on the primary server in a session without default_transaction_read_only, or leave --calibrate out.");
        }
        if (!allowed.mayCreate) {
            throw new OrgScopeException("This role may not create schemas, but --calibrate makes a schema " + SCHEMA + " and drops it again. Let the owner of"
                    + " the database run " + allowed.privilege + ", or leave --calibrate out.");
        }
        if (allowed.isThere) {
            throw new OrgScopeException("There is a schema " + SCHEMA + ": another calibration is running, or one was killed and left it."
                    + " When none is running, drop it (DROP SCHEMA " + SCHEMA + " CASCADE), then run orgscope-plan again.");
        }
    }

    /** The rates of this server. {@link #require} says whether they can be measured. */
    public Rates measure() throws SQLException {
        transaction("CREATE SCHEMA " + SCHEMA);
        try {
            transaction(TABLES);
            WrittenWal wal = WrittenWal.from(connection);
            double fill = fill();
            long written = wal.bytes();
            transaction("ALTER TABLE orgscope_calibration.rows ADD CONSTRAINT filled CHECK (organization_id IS NOT NULL) NOT VALID");
            double scan = transaction("ALTER TABLE orgscope_calibration.rows VALIDATE CONSTRAINT filled");
            transaction("ALTER TABLE orgscope_calibration.rows ADD CONSTRAINT referenced FOREIGN KEY (organization_id)"
                    + " REFERENCES orgscope_calibration.organizations NOT VALID");
            double join = transaction("ALTER TABLE orgscope_calibration.rows VALIDATE CONSTRAINT referenced");
            // A concurrent build reads the table twice. But it would also wait for every older transaction.
            double index = 2 * transaction("CREATE INDEX ON orgscope_calibration.rows (organization_id)");
            return new Rates(ROWS / fill, (double) written / ROWS, ROWS / scan, ROWS / join, ROWS / index, step(), true);
        } finally {
            transaction("DROP SCHEMA " + SCHEMA + " CASCADE");
        }
    }

    private double fill() throws SQLException {
        int pages = Sql.first(connection, 0,
                "SELECT pg_catalog.pg_relation_size('orgscope_calibration.rows') / pg_catalog.current_setting('block_size')::int",
                row -> row.getInt(1));
        double seconds = 0;
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            for (int page = 0; page < pages; page += PAGES_A_BATCH) {
                seconds += transaction("SET LOCAL synchronous_commit = off;"
                        + BATCH.ofStripe(page, Math.min(pages, page + PAGES_A_BATCH), STRIPES, stripe));
            }
        }
        return seconds;
    }

    /**
     * A step reads the catalog of three to five tables once, and that is a quarter of its time. The median of several, as the
     * first ones prepare the queries.
     */
    private double step() throws SQLException {
        List<TableName> tables = Stream.of("rows", "parents", "organizations").map(name -> new TableName(SCHEMA, name)).toList();
        double[] seconds = new double[READINGS];
        for (int i = 0; i < READINGS; i++) {
            long start = System.nanoTime();
            Catalog.of(connection, tables);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        return STEP_PER_READING * seconds[READINGS / 2];
    }

    /** The seconds that the statement took, with its commit. */
    private double transaction(String sql) throws SQLException {
        long start = System.nanoTime();
        Transaction.run(connection, () -> {
            Sql.execute(connection, sql);
            return null;
        });
        return Math.max(1, System.nanoTime() - start) / 1e9;
    }
}
