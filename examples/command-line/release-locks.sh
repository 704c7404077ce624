#!/usr/bin/env bash
# Frees the changelog lock when its holder is gone. DB_URL says where.
set -euo pipefail

liquibase release-locks --url="$DB_URL"
