SELECT funcname, calls
  FROM pg_catalog.pg_stat_user_functions
 WHERE funcname LIKE 'orgscope\_fill\_%'
 ORDER BY calls DESC;
