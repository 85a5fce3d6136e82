#!/usr/bin/env bash
# Makes cmd/ddbsql/default.pgo, by which `go build` optimizes the server: CPU profiles of ddbsql under each kind of request, on SQLite and
# on Postgres, in one.
#
#   scripts/pgo.sh [FLAG...]    the flags go to bench
#
# Each kind of request is profiled for as long, so that one that is asked for seldom counts as much as the others.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

WORKLOADS=get,put,put-if,update,query,query-gsi,scan-filter,batch-get,batch-write,transact-write,transact-get

profiles=$(mktemp -d)
trap 'rm -rf "$profiles"' EXIT

go run ./bench --subjects ddbsql-sqlite,ddbsql-postgres --workloads "$WORKLOADS" --connections 64 --rounds 1 --seconds 5 --profile "$profiles" "$@"
go tool pprof -proto -output "$profiles/merged" "$profiles"/*.prof
mv "$profiles/merged" cmd/ddbsql/default.pgo
