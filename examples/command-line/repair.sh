#!/usr/bin/env bash
# Fills rows again that hold another organization than their routes give. DB_URL says where.
set -euo pipefail

liquibase orgscope-repair --url="$DB_URL" --spec=db/tenancy.orgscope.yaml
liquibase update --url="$DB_URL" --label-filter=orgscope-expand
