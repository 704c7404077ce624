#!/usr/bin/env bash
# All commands of the way back, in order. The test runs this file as a whole. In production run one command at a time: the release of the old application
# comes between them. DB_URL says where.
set -euo pipefail

liquibase rollback --tag=before-contract --url="$DB_URL"
# Now release the old application again. Then:
liquibase rollback --tag=before-tenancy --url="$DB_URL"
