#!/usr/bin/env bash
# Tests with the fixtures of pytest_ddbsql.py, a file to copy: a session has a ddbsql in memory, each test finds it without tables.
#
#   examples/pytest/run.sh [arguments of pytest]
#
# Needs python3 with venv, and Go to build ddbsql.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../stand-in.sh"

venv="${DDBSQL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ddbsql}/pytest"
[[ -x "$venv/bin/python" ]] || python3 -m venv "$venv"
"$venv/bin/pip" install -q --disable-pip-version-check -r "$here/requirements.txt"
cd "$here"
DDBSQL="$stand_in/ddbsql" "$venv/bin/python" -m pytest -p no:cacheprovider "$@"
