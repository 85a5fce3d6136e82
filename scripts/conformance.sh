#!/usr/bin/env bash
# Has every suite judge ddbsql, and makes what is committed of the results.
#
#   scripts/conformance.sh [all] [FLAG...]       ddbsql on both databases, compared with the baselines; the flags go to `ddbsql conformance run`
#   scripts/conformance.sh others [FLAG...]      two other servers, for comparison
#   scripts/conformance.sh baselines             makes conformance/baselines anew from the last results
#   scripts/conformance.sh results               makes conformance/RESULTS.md anew from the last results
#
# Results are below conformance/results, a folder for each server; index.html shows them side by side.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

ours=(sqlite postgres)
others=(dynamodb-local dynalite)
results=conformance/results

ddbsql() { go run ./cmd/ddbsql conformance "$@"; }

# there NAME... prints the folders of results that are there.
there() {
    local name
    for name in "$@"; do
        [[ ! -s "$results/$name/matrix.json" ]] || echo "$results/$name"
    done
}

page() {
    # shellcheck disable=SC2046  # several folders
    ddbsql report --out "$results/index.html" $(there "${ours[@]}" "${others[@]}")
    echo "$results/index.html shows the results side by side"
}

all() {
    local db failed=0
    for db in "${ours[@]}"; do
        rm -f "$results/$db/matrix.json"
        scripts/judge.sh all "$db" --out "$results/$db" "$@" || failed=1
    done
    # shellcheck disable=SC2046  # several folders
    ddbsql compare $(there "${ours[@]}")
    page
    for db in "${ours[@]}"; do
        ddbsql compare --baseline "conformance/baselines/$db.json" "$results/$db" || failed=1
    done
    exit "$failed"
}

# That other servers fail cases is what is to be seen, not a failure of this.
others() {
    local name
    for name in "${others[@]}"; do
        scripts/judge.sh all "$name" --out "$results/$name" "$@" || true
    done
    page
}

baselines() {
    local db
    mkdir -p conformance/baselines
    for db in "${ours[@]}"; do
        ddbsql compare --write-baseline "conformance/baselines/$db.json" "$results/$db"
    done
}

results() {
    {
        cat <<'HEAD'
# Results

What the suites of `conformance/suites` say of ddbsql on its two databases and of other servers: cases passed of cases run, skipped ones not
counted. Columns are servers. This page was made by

    make conformance             # ddbsql on SQLite and on Postgres
    make conformance-others      # DynamoDB Local and dynalite
    make conformance-results     # this page
HEAD
        # shellcheck disable=SC2046  # several folders
        ddbsql compare --format markdown --operations $(there "${ours[@]}" "${others[@]}")
    } >conformance/RESULTS.md.new
    mv conformance/RESULTS.md.new conformance/RESULTS.md
}

act="${1:-all}"
[[ $# -eq 0 ]] || shift
case "$act" in
all | others | baselines | results) "$act" "$@" ;;
*) sed -n '4,7s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
esac
