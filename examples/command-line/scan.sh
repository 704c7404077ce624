#!/usr/bin/env bash
# The reports of the scan. DB_URL says where.
set -euo pipefail
mkdir -p target

# For people, on the terminal; and as one file, with a graph of the tables.
liquibase orgscope-scan --url="$DB_URL" --fail-on=never
liquibase --output-file=target/scan.html orgscope-scan --url="$DB_URL" --fail-on=never --format=html

# In CI: ends with 2 if there is a critical finding.
liquibase --output-file=target/scan.sarif orgscope-scan --url="$DB_URL" --spec=db/tenancy.orgscope.yaml \
  --baseline=db/orgscope-baseline.yaml --format=sarif
