SELECT s.schemaname, substr(s.sequencename, length('orgscope_filled_') + 1) AS table_name,
       CASE WHEN has_sequence_privilege(c.oid, 'SELECT, USAGE') THEN coalesce(s.last_value, 0) END AS rows_filled
  FROM pg_catalog.pg_sequences s
  JOIN pg_catalog.pg_namespace n ON n.nspname = s.schemaname
  JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = s.sequencename
 WHERE s.sequencename LIKE 'orgscope\_filled\_%'
 ORDER BY 1, 2;
