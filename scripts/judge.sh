#!/usr/bin/env bash
# Starts a server on empty data, and has suites judge it.
#
#   scripts/judge.sh start SERVER [FLAG...]    the flags are the server's, besides those that suites want
#   scripts/judge.sh run SERVER [FLAG...]      the flags are those of `ddbsql conformance run`
#   scripts/judge.sh stop SERVER
#   scripts/judge.sh all SERVER [FLAG...]      the three in a row, with the flags of run and, out of SERVERFLAGS, those of the server
#
# SERVER is sqlite or postgres, which are ddbsql, or one of scripts/other-server.sh. Between start and stop it runs in the background; what
# belongs to it is in a folder under TMPDIR. With all, it is started again if it dies, and the run fails. PORT is where it listens, a free
# port if it is not set. On Postgres ddbsql has a server of its own, or the one at DDBSQL_TEST_POSTGRES.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() { sed -n '4,7s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
[[ $# -ge 2 ]] || usage
act="$1" name="$2"
shift 2
dir="${TMPDIR:-/tmp}/ddbsql-judged-$(id -u)/$name"
export DDBSQL_POSTGRES_DIR="$dir/postgres"
# ddbsql is started with that interval between two looks for expired items. Said here to the suites, because a server that does not keep it
# is to fail, not to be spared.
if [[ "$name" == sqlite || "$name" == postgres ]]; then
    export ALTERNATOR_TTL_PERIOD="${ALTERNATOR_TTL_PERIOD:-0.5}" CONFORMANCE_GO_SDK_EXPIRY="${CONFORMANCE_GO_SDK_EXPIRY:-20s}"
fi

free_port() {
    local port
    for port in $(shuf -i 20000-29999 -n 50); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
    echo "no free port" >&2
    return 1
}

# command_line PORT FLAG... prints the command line of the server. The keys are those `ddbsql conformance run` signs with. Signatures are
# judged, so they are verified.
command_line() {
    local port="$1" url
    shift
    case "$name" in
    sqlite) url="sqlite:$dir/judged.db" ;;
    postgres) url=$(scripts/postgres-for-tests.sh) ;;
    *) scripts/other-server.sh "$name" "$port" "$@"; return ;;
    esac
    echo "exec $(printf '%q ' "$dir/ddbsql" serve --listen "127.0.0.1:$port" --db "$url" --access-key conformance --secret-key conformance \
        --ttl-interval 500ms "$@")"
}

# prepare FLAG... leaves what start and all need: the binary, the server's command and its URL.
prepare() {
    local port scheme=http
    stop
    mkdir -p "$dir"
    chmod 755 "${dir%/*}" "$dir"
    go build -o "$dir/ddbsql" ./cmd/ddbsql
    port="${PORT:-$(free_port)}"
    [[ " $* " != *" --tls-"* ]] || scheme=https
    command_line "$port" "$@" >"$dir/command"
    echo "$scheme://127.0.0.1:$port" >"$dir/url"
}

start() {
    prepare "$@"
    sh -c "$(cat "$dir/command")" >"$dir/server.log" 2>&1 &
    echo $! >"$dir/pid"
    cat "$dir/url"
}

run() {
    [[ -s "$dir/url" ]] || { echo "no server $name: scripts/judge.sh start $name" >&2; return 2; }
    "$dir/ddbsql" conformance run --url "$(cat "$dir/url")" --access-key conformance --secret-key conformance --name "$name" "$@"
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
    prepare ${SERVERFLAGS:-}
    run --start "$(cat "$dir/command")" "$@"
}

case "$act" in
start | run | stop | all) "$act" "$@" ;;
*) usage ;;
esac
