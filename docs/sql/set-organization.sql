SELECT pg_catalog.set_config('app.organization_id', ?, true)    -- the same as SET LOCAL, with a bound value
