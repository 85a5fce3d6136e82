#!/usr/bin/env bash
# Tests with pytest-dynamodb, whose fixture runs DynamoDBLocal.jar by java. Here java is ddbsql.
#
#   examples/pytest-dynamodb/run.sh [arguments of pytest]
#
# Needs python3 with venv, and Go to build ddbsql.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../stand-in.sh"

venv="${DDBSQL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ddbsql}/pytest-dynamodb"
[[ -x "$venv/bin/python" ]] || python3 -m venv "$venv"
"$venv/bin/pip" install -q --disable-pip-version-check -r "$here/requirements.txt"
cd "$here"
PATH="$stand_in:$PATH" "$venv/bin/python" -m pytest --dynamodb-dir="$stand_in" "$@"
