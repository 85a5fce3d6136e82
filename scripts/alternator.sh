#!/usr/bin/env bash
# Runs the whole Alternator suite against ddbsql on both databases: all cases over http, then those about TLS with a certificate that
# ddbsql makes. The flags go to `ddbsql conformance run`; results are below conformance/results.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

failed=0
for db in sqlite postgres; do
    scripts/judge.sh all "$db" --suite alternator --out "conformance/results/alternator-$db" "$@" || failed=1
    SERVERFLAGS=--tls-self-signed scripts/judge.sh all "$db" --suite alternator --only '^test_https' \
        --out "conformance/results/alternator-$db-tls" "$@" || failed=1
done
exit "$failed"
