#!/usr/bin/env bash
# Drives the SDKs for Go, Python and JavaScript through their retries, by rules of faults, and checks that they come out right.
#
#   examples/faults/run.sh                     on SQLite; starts ddbsql itself
#   examples/faults/run.sh sqlite postgres     on each database named
#
# Needs Go, python3 with venv, and node with npm.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../serve.sh"
export DDBSQL_ADMIN=true

venv="${DDBSQL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ddbsql}/faults"
[[ -x "$venv/bin/python" ]] || python3 -m venv "$venv"
"$venv/bin/pip" install -q --disable-pip-version-check -r "$here/requirements.txt"
(cd "$here" && { [[ node_modules/.package-lock.json -nt package.json ]] || npm install --no-package-lock --silent --no-audit --no-fund; })
(cd "$root" && go build -o "$work/faults" ./examples/faults)

for where in "${@:-sqlite}"; do
    serve "$where"
    echo "== $where ($URL)"
    "$work/faults" "$URL"
    "$venv/bin/python" "$here/faults.py" "$URL"
    node "$here/faults.mjs" "$URL"
    stop_server
done
