SELECT pid, usename, application_name, client_addr, state, now() - xact_start AS transaction_age, left(query, 80) AS query
  FROM pg_catalog.pg_stat_activity
 WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
 ORDER BY xact_start;
