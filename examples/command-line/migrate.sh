#!/usr/bin/env bash
# All commands of the migration, in order. The test runs this file as a whole. In production run one command at a time: the release of the application
# comes between the two updates. DB_URL is the JDBC URL. "liquibase" is on the PATH, with our jar and slf4j-api in its lib/.
set -euo pipefail
mkdir -p target

# What has no organization yet, and how each table could find it. Neither changes anything.
liquibase orgscope-scan --url="$DB_URL" --fail-on=never
liquibase orgscope-plan --url="$DB_URL" --check-data=true --output-file=target/proposed.orgscope.yaml

# What would happen, as a script for a DBA.
liquibase update-sql --url="$DB_URL" --output-file=target/update.sql

# Before the new application is released.
liquibase update --url="$DB_URL" --label-filter=orgscope-expand

# After it, when the old one is gone.
liquibase update --url="$DB_URL"

# From now on in CI: ends with 2 when a table lost what keeps organizations apart.
liquibase orgscope-scan --url="$DB_URL" --spec=db/tenancy.orgscope.yaml --deep=true

# Before the database outgrows one server: which kind of Citus table each table becomes, and the obstacles.
liquibase orgscope-plan --url="$DB_URL" --target=citus --check-data=true --output-file=target/citus.txt
