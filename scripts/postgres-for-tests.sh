#!/usr/bin/env bash
# Prints the URL of a Postgres server for tests, and starts one first if there is none.
#
#   scripts/postgres-for-tests.sh         print the URL; start the server if it does not run
#   scripts/postgres-for-tests.sh socket  the same, with the URL of the server's Unix socket, if it has one
#   scripts/postgres-for-tests.sh stop    stop it and remove its files
#   scripts/postgres-for-tests.sh restart MODE    stop it in a mode of pg_ctl, fast or immediate, and start it on the same port
#   scripts/postgres-for-tests.sh programs    only print the folder of the server's programs
#
# DDBSQL_TEST_POSTGRES, when set, is printed as it is: somebody brought a server. Otherwise the server lives in
# DDBSQL_POSTGRES_DIR (default: a folder of this user under TMPDIR), listens on a free local port, and runs as another
# user when the caller is root, because Postgres refuses root. It is set up to lose nothing that a killed client was
# promised (fsync stays on), yet small. Missing binaries are installed with apt-get.
set -euo pipefail

if [[ -n "${DDBSQL_TEST_POSTGRES:-}" && ( -z "${1:-}" || "$1" == socket ) ]]; then
    echo "$DDBSQL_TEST_POSTGRES"
    exit 0
fi

dir="${DDBSQL_POSTGRES_DIR:-${TMPDIR:-/tmp}/ddbsql-postgres-$(id -u)}"
data="$dir/data"

source "$(dirname "${BASH_SOURCE[0]}")/need.sh"

say() { echo "postgres-for-tests: $*" >&2; }

# newest_bin prints the folder with the newest server binaries, or nothing.
newest_bin() {
    local found
    found=$(ls -d /usr/lib/postgresql/*/bin/initdb /usr/pgsql-*/bin/initdb /opt/homebrew/opt/postgresql*/bin/initdb 2>/dev/null | sort -V | tail -n 1) || true
    if [[ -z "$found" ]]; then
        found=$(command -v initdb || true)
    fi
    [[ -z "$found" ]] || dirname "$found"
}

install_postgres() {
    local sudo=""
    [[ $(id -u) == 0 ]] || sudo="sudo -n"
    # The package's own cluster is not wanted.
    if command -v apt-get >/dev/null && [[ ! -e /etc/postgresql-common/createcluster.conf ]]; then
        $sudo mkdir -p /etc/postgresql-common
        echo "create_main_cluster = false" | $sudo tee /etc/postgresql-common/createcluster.conf >/dev/null
    fi
    need initdb postgresql
}

# as_owner runs a command as the user who owns the server: never root.
as_owner() {
    if [[ $(id -u) != 0 ]]; then
        "$@"
    elif id postgres >/dev/null 2>&1; then
        runuser -u postgres -- "$@"
    else
        runuser -u nobody -- "$@"
    fi
}

free_port() {
    local port
    for port in $(shuf -i 20000-29999 -n 50); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
    say "no free port"
    exit 1
}

# sockets prints the folder for the server's Unix socket: nothing where its path would be too long for one, or not plain.
sockets() {
    [[ ${#dir} -gt 80 || "$dir" =~ [^A-Za-z0-9/._-] ]] || echo "$dir"
}

start() {
    mkdir -p "$dir"
    if [[ $(id -u) == 0 ]]; then
        chown "$(as_owner id -u)" "$dir"
    fi
    if [[ ! -e "$data/PG_VERSION" ]]; then
        as_owner "$bin/initdb" -D "$data" -U ddbsql -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1 || {
            cat "$dir/initdb.log" >&2
            exit 1
        }
    fi
    free_port >"$dir/port"
    as_owner "$bin/pg_ctl" -D "$data" -l "$data/server.log" -w -s \
        -o "-p $(cat "$dir/port") -c listen_addresses=127.0.0.1 -c unix_socket_directories='$(sockets)' -c max_connections=200" start >&2 || {
        tail -n 20 "$data/server.log" >&2
        exit 1
    }
}

bin=$(newest_bin)

if [[ "${1:-}" == stop ]]; then
    if [[ -n "$bin" && -e "$data/postmaster.pid" ]]; then
        as_owner "$bin/pg_ctl" -D "$data" -m fast -w -s stop >&2 || true
    fi
    rm -rf "$dir" "$dir.lock"
    exit 0
fi

if [[ "${1:-}" == restart ]]; then
    as_owner "$bin/pg_ctl" -D "$data" -l "$data/server.log" -m "$2" -w -s restart >&2
    exit 0
fi

# Several test packages may ask at the same time: one of them starts it.
exec 9>"$dir.lock"
flock 9
if [[ -z "$bin" ]]; then
    install_postgres
    bin=$(newest_bin)
    [[ -n "$bin" ]] || { say "still no Postgres binaries after installing"; exit 1; }
fi
if [[ "${1:-}" == programs ]]; then
    echo "$bin"
    exit 0
fi
if ! as_owner "$bin/pg_ctl" -D "$data" status >/dev/null 2>&1; then
    # The lock must not be inherited by the server.
    start 9>&-
fi
if [[ "${1:-}" == socket && -S "$dir/.s.PGSQL.$(cat "$dir/port")" ]]; then
    echo "postgres://ddbsql@/postgres?host=$dir&port=$(cat "$dir/port")"
    exit 0
fi
echo "postgres://ddbsql@127.0.0.1:$(cat "$dir/port")/postgres?sslmode=disable"
