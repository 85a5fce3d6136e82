#!/usr/bin/env bash
# Tests with @shelf/jest-dynamodb, which runs DynamoDBLocal.jar by java before the tests (by the package dynamodb-local, as
# others do). Here java is ddbsql.
#
#   examples/jest-dynamodb/run.sh [arguments of jest]
#
# Needs node with npm, and Go to build ddbsql. DYNAMODB_PORT is the port of the server, 8000 by default.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../stand-in.sh"

cd "$here"
[[ node_modules/.package-lock.json -nt package.json ]] || npm install --no-package-lock --silent --no-audit --no-fund
PATH="$stand_in:$PATH" DYNAMODB_DIR="$stand_in" npx jest "$@"
