# Sourced by the examples: starts ddbsql when no URL of a running server was given.
#
#   serve sqlite|postgres    builds and starts ddbsql on a scratch database; sets URL and stops it when the example ends

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
server_pid=""

stop_server() {
    if [[ -n "$server_pid" ]]; then
        kill "$server_pid" 2>/dev/null || true
        wait "$server_pid" 2>/dev/null || true
        server_pid=""
    fi
}

finish() {
    stop_server
    DDBSQL_POSTGRES_DIR="$work/postgres" "$root/scripts/postgres-for-tests.sh" stop
    rm -rf "$work"
}
trap finish EXIT

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

serve() {
    local db port
    case "$1" in
    sqlite) db="sqlite:$work/example.db" ;;
    postgres)
        chmod 755 "$work" # Postgres runs as another user when this runs as root
        db=$(DDBSQL_POSTGRES_DIR="$work/postgres" "$root/scripts/postgres-for-tests.sh")
        ;;
    *)
        echo "no database $1: sqlite or postgres" >&2
        exit 2
        ;;
    esac
    [[ -x "$work/ddbsql" ]] || (cd "$root" && go build -o "$work/ddbsql" ./cmd/ddbsql)
    port=$(free_port)
    "$work/ddbsql" serve --listen "127.0.0.1:$port" --db "$db" --log-level warn &
    server_pid=$!
    URL="http://127.0.0.1:$port"
    for _ in $(seq 300); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && return
        kill -0 "$server_pid" 2>/dev/null || break
        sleep 0.1
    done
    echo "ddbsql did not start on $1" >&2
    exit 1
}

# python_with MODULE... sets PYTHON to an interpreter that has the modules; they are installed into a cached virtual
# environment if the system's Python lacks them.
python_with() {
    local venv="${DDBSQL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ddbsql}/python" module
    PYTHON=python3
    for module in "$@"; do
        if ! "$PYTHON" -c "import $module" 2>/dev/null; then
            [[ -x "$venv/bin/python" ]] || python3 -m venv "$venv"
            PYTHON="$venv/bin/python"
            "$PYTHON" -c "import $module" 2>/dev/null || "$venv/bin/pip" install -q "$module"
        fi
    done
}
