SELECT schemaname, substr(sequencename, length('orgscope_filled_') + 1) AS table_name, coalesce(last_value, 0) AS rows_filled
  FROM pg_catalog.pg_sequences
 WHERE sequencename LIKE 'orgscope\_filled\_%'
 ORDER BY 1, 2;
