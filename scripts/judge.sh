#!/usr/bin/env bash
# Starts ddbsql on an empty database, and has suites judge it.
#
#   scripts/judge.sh start DB [FLAG...]    the flags are ddbsql's, besides those that suites want
#   scripts/judge.sh run DB [FLAG...]      the flags are those of `ddbsql conformance run`
#   scripts/judge.sh stop DB
#   scripts/judge.sh all DB [FLAG...]      the three in a row, with the flags of run and, out of SERVERFLAGS, those of ddbsql
#
# DB is sqlite or postgres. Between start and stop the server runs in the background; what belongs to it is in a folder under TMPDIR.
# PORT is where it listens, a free port if it is not set. On Postgres it has a server of its own, or the one at DDBSQL_TEST_POSTGRES.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() { sed -n '4,7s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
[[ $# -ge 2 ]] || usage
act="$1" db="$2"
shift 2
dir="${TMPDIR:-/tmp}/ddbsql-judged-$(id -u)/$db"
export DDBSQL_POSTGRES_DIR="$dir/postgres"

free_port() {
    local port
    for port in $(shuf -i 20000-29999 -n 50); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
    echo "no free port" >&2
    return 1
}

database() {
    case "$db" in
    sqlite) echo "sqlite:$dir/judged.db" ;;
    postgres) scripts/postgres-for-tests.sh ;;
    *) usage ;;
    esac
}

# The keys are those `ddbsql conformance run` signs with. Signatures are judged, so they are verified.
start() {
    local url port scheme=http
    stop
    mkdir -p "$dir"
    chmod 755 "${dir%/*}" "$dir"
    url=$(database)
    port="${PORT:-$(free_port)}"
    [[ " $* " != *" --tls-"* ]] || scheme=https
    go build -o "$dir/ddbsql" ./cmd/ddbsql
    "$dir/ddbsql" serve --listen "127.0.0.1:$port" --db "$url" --access-key conformance --secret-key conformance \
        --ttl-interval 500ms "$@" >"$dir/server.log" 2>&1 &
    echo $! >"$dir/pid"
    echo "$scheme://127.0.0.1:$port" >"$dir/url"
    cat "$dir/url"
}

run() {
    [[ -s "$dir/url" ]] || { echo "no server on $db: scripts/judge.sh start $db" >&2; return 2; }
    "$dir/ddbsql" conformance run --url "$(cat "$dir/url")" --access-key conformance --secret-key conformance --name "$db" "$@"
}

stop() {
    if [[ -s "$dir/pid" ]]; then
        kill "$(cat "$dir/pid")" 2>/dev/null || true
        # It is no child of this shell, so it cannot be waited for otherwise.
        while kill -0 "$(cat "$dir/pid")" 2>/dev/null; do sleep 0.1; done
    fi
    scripts/postgres-for-tests.sh stop
    rm -rf "$dir"
}

all() {
    trap stop EXIT
    # shellcheck disable=SC2086  # several flags
    start ${SERVERFLAGS:-} >/dev/null
    run "$@"
}

case "$act" in
start | run | stop | all) "$act" "$@" ;;
*) usage ;;
esac
