package io.orgscope.backfill;

import io.orgscope.postgres.Identifier;
import io.orgscope.postgres.Literal;
import io.orgscope.step.FillingSetting;
import io.orgscope.step.ScriptProcedure;

/**
 * The backfill as SQL, for {@code update-sql}. It has windows, stripes, batches of limited time and a sweep. It has one
 * worker, no throttle, and only the careful statement.
 */
record Script(BackfillTask task) {

    private static final String DECLARATIONS = """
            -- Fills a column batch by batch and commits each, so it has to run outside a transaction: plain psql, not psql -1.
            DECLARE
              page_bytes CONSTANT bigint := pg_catalog.current_setting('block_size')::bigint;
              from_heap text;   -- parts of the statements
              pick text;
              update_picked text;
              heap oid;
              name text;
              stripes int;
              size bigint;      -- pages of the heap
              window_from bigint;
              window_to bigint;
              batch_pages double precision[];  -- pages a batch, for each stripe
              page bigint;
              upto bigint;
              began timestamptz;
              seen bigint;
              missing bigint;
              unanswered bigint := 0;
              filled bigint := 0;
              done bigint;
              tries int;
              settings CONSTANT text := pg_catalog.format('SELECT pg_catalog.set_config(''synchronous_commit'', ''off'', true), pg_catalog.set_config(''jit'', ''off'', true),'
                || ' pg_catalog.set_config(''%2$s'', %%L, true), pg_catalog.set_config(''backend_flush_after'', %%L, true)', in_table,
                (SELECT least(%1$s, max_val::int) FROM pg_catalog.pg_settings s WHERE s.name = 'backend_flush_after'));
            """.formatted(Session.FLUSH_AFTER_PAGES, FillingSetting.NAME);

    private static final String HEAPS = """
            BEGIN
              PERFORM pg_temp.orgscope_check_settings();
              FOR heap IN
                WITH RECURSIVE tree(oid) AS (
                  SELECT in_table::pg_catalog.regclass::oid
                  UNION
                  SELECT i.inhrelid FROM tree JOIN pg_catalog.pg_inherits i ON i.inhparent = tree.oid AND NOT i.inhdetachpending)
                SELECT c.oid FROM tree JOIN pg_catalog.pg_class c ON c.oid = tree.oid WHERE c.relkind = 'r' ORDER BY c.oid
              LOOP
                name := heap::pg_catalog.regclass::text;
                from_heap := ' FROM ONLY ' || name || ' AS t WHERE t.' || in_column || ' IS NULL';
                pick := 'WITH pick AS MATERIALIZED (SELECT t.ctid, ' || value || ' AS value' || from_heap || ' AND t.ctid >= $1 AND t.ctid < $2';
                update_picked := ' FOR NO KEY UPDATE OF t SKIP LOCKED) UPDATE ONLY ' || name || ' AS t SET ' || in_column
                  || ' = pick.value FROM pick WHERE t.ctid = pick.ctid AND pick.value IS NOT NULL';
                size := pg_catalog.pg_relation_size(heap) / page_bytes;
                -- A pass updates a tenth of each page's rows. The next pass uses the space that they leave.
                EXECUTE 'SELECT coalesce(pg_catalog.max((SELECT pg_catalog.max(pg_catalog.get_byte(pg_catalog.tidsend(t.ctid), 4) * 256'
                     || ' + pg_catalog.get_byte(pg_catalog.tidsend(t.ctid), 5))'
                     || ' FROM ONLY ' || name || ' AS t WHERE t.ctid >= pg_catalog.format(''(%s,0)'', p)::tid AND t.ctid < pg_catalog.format(''(%s,0)'', p + 1)::tid)), 1)'
                     || ' FROM pg_catalog.generate_series(0, $1 - 1, greatest($1 / 32, 1)) AS p' INTO stripes USING size;
                stripes := least(16, pg_catalog.ceil(stripes / greatest(1, stripes / 10)::numeric));
                batch_pages := pg_catalog.array_fill(32::double precision, ARRAY[stripes]);
            """;

    private static final String FILL = """
                window_from := 0;
                WHILE window_from < size LOOP
                  window_to := least(size, window_from + 4096);
                  FOR stripe IN 1 .. stripes LOOP
                    page := window_from;
                    WHILE page < window_to LOOP
                      upto := least(window_to, page + batch_pages[stripe]::bigint);
                      EXECUTE settings;
                      began := pg_catalog.clock_timestamp();
                      EXECUTE pick || ' AND pg_catalog.get_byte(pg_catalog.tidsend(t.ctid), 5) % $3 = $4' || update_picked
                        USING pg_catalog.format('(%s,0)', page)::tid, pg_catalog.format('(%s,0)', upto)::tid, stripes, stripe - 1;
                      GET DIAGNOSTICS done = ROW_COUNT;
                      COMMIT;
                      filled := filled + done;
                      batch_pages[stripe] := greatest(1, least(4096, batch_pages[stripe] * 2,
                        (upto - page) * batch_seconds / greatest(1e-6, extract(epoch FROM pg_catalog.clock_timestamp() - began))));
                      page := upto;
                    END LOOP;
                  END LOOP;
                  -- Reading the pages prunes what the last stripe left. After a checkpoint this would cost a page of WAL for each.
                  EXECUTE 'SELECT pg_catalog.count(*) FROM ONLY ' || name || ' AS t WHERE t.ctid >= $1 AND t.ctid < $2' INTO seen
                    USING pg_catalog.format('(%s,0)', window_from)::tid, pg_catalog.format('(%s,0)', window_to)::tid;
                  COMMIT;
                  window_from := window_to;
                  RAISE NOTICE '%: % of % pages passed, % rows filled', name, window_from, size, filled;
                END LOOP;
            """;

    private static final String SWEEP = """
                -- Rows that were locked or moved. One query finds whether there are any. If so, all pages are visited.
                FOR round IN 1 .. 20 LOOP
                  EXECUTE 'SELECT pg_catalog.count(value), pg_catalog.count(*) - pg_catalog.count(value) FROM (SELECT ' || value || ' AS value' || from_heap
                    || ' OFFSET 0) AS empty' INTO seen, missing;
                  EXIT WHEN seen = 0;
                  size := pg_catalog.pg_relation_size(heap) / page_bytes;
                  page := 0;
                  WHILE page < size LOOP
                    upto := page + 1024;
                    tries := 0;
                    LOOP
                      EXECUTE 'SELECT pg_catalog.count(value) FROM (SELECT ' || value || ' AS value' || from_heap
                        || ' AND t.ctid >= $1 AND t.ctid < $2 OFFSET 0) AS empty' INTO seen
                        USING pg_catalog.format('(%s,0)', page)::tid, pg_catalog.format('(%s,0)', upto)::tid;
                      EXIT WHEN seen = 0;
                      tries := tries + 1;
                      IF tries > 1000 THEN
                        RAISE EXCEPTION 'Rows of % stay locked. End the transactions that hold them, then run this again.', name;
                      END IF;
                      EXECUTE settings;
                      EXECUTE pick || ' AND (' || value || ') IS NOT NULL LIMIT $3' || update_picked
                        USING pg_catalog.format('(%s,0)', page)::tid, pg_catalog.format('(%s,0)', upto)::tid, 500;
                      GET DIAGNOSTICS done = ROW_COUNT;
                      COMMIT;
                      filled := filled + done;
                      IF done = 0 THEN
                        PERFORM pg_catalog.pg_sleep(0.3);
                        COMMIT;
                      END IF;
                    END LOOP;
                    page := upto;
                  END LOOP;
                END LOOP;
                unanswered := unanswered + missing;
              END LOOP;
              RAISE NOTICE '% rows filled, % have no value', filled, unanswered;
            END
            """;

    static final ScriptProcedure PROCEDURE = ScriptProcedure.procedure("orgscope_backfill",
            "in_table text, in_column text, batch_seconds double precision, value text", DECLARATIONS + HEAPS + FILL + SWEEP);

    /** The call, to run outside a transaction. */
    String call() {
        String value = task.value();
        return PROCEDURE.call(Literal.of(task.table().sql()), Literal.of(Identifier.quote(task.column())),
                Double.toString(task.options().batch().toMillis() / 1000.0), (value.contains("\n") ? "\n  " : "") + Literal.dollar(value));
    }
}
