#!/usr/bin/env bash
# The whole way back. DB_URL says where.
set -euo pipefail

liquibase rollback --tag=before-contract --url="$DB_URL"
# Now release the old application again. Then:
liquibase rollback --tag=before-tenancy --url="$DB_URL"
