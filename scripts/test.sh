#!/usr/bin/env bash
# Runs all tests, `go test` arguments included, with a Postgres server of their own that is started for them and stopped
# after them; with DDBSQL_TEST_POSTGRES set, on that server.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

command -v go >/dev/null || { echo "Go is not installed: https://go.dev/doc/install" >&2; exit 1; }

if [[ -z "${DDBSQL_TEST_POSTGRES:-}" ]]; then
    folder=$(mktemp -d)
    chmod 755 "$folder" # Postgres runs as another user when this runs as root
    export DDBSQL_POSTGRES_DIR="$folder/postgres"
    trap 'scripts/postgres-for-tests.sh stop; rm -rf "$folder"' EXIT
    DDBSQL_TEST_POSTGRES=$(scripts/postgres-for-tests.sh)
    export DDBSQL_TEST_POSTGRES
fi

go test "$@" ./...
