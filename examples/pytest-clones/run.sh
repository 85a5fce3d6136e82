#!/usr/bin/env bash
# Tests that run in parallel on one server: what they all need is prepared once, in a namespace, and each test has a clone of that.
#
#   examples/pytest-clones/run.sh [arguments of pytest]
#   DDBSQL_DB=postgres://... examples/pytest-clones/run.sh    on another database than one in memory
#
# Needs python3 with venv, and Go to build ddbsql.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../stand-in.sh"

venv="${DDBSQL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ddbsql}/pytest-clones"
[[ -x "$venv/bin/python" ]] || python3 -m venv "$venv"
"$venv/bin/pip" install -q --disable-pip-version-check -r "$here/requirements.txt"

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$stand_in/ddbsql" --db "${DDBSQL_DB:-sqlite::memory:}" --listen "127.0.0.1:$port" --namespaces access-key --admin --log-level warn &
server=$!
trap 'kill "$server"; wait "$server" || true; rm -rf "$stand_in"' EXIT

export DDBSQL_URL="http://127.0.0.1:$port"
for _ in $(seq 100); do
    "$stand_in/ddbsql" healthcheck --listen "127.0.0.1:$port" >/dev/null 2>&1 && break
    sleep 0.1
done
cd "$here"
"$venv/bin/python" prepare.py
"$venv/bin/python" -m pytest -p no:cacheprovider -n 4 "$@"
