#!/usr/bin/env bash
# Loads 3201 films with boto3 and compares what the server answers about them with what Python finds in the file.
#
#   examples/movies/run.sh                        on SQLite; starts ddbsql itself
#   examples/movies/run.sh sqlite postgres        on each database named
#   examples/movies/run.sh http://localhost:8000  on a server that runs already
#
# Needs python3 and npm (the films are in the npm package vega-datasets), and Go when it has to start ddbsql.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../serve.sh"

dataset=vega-datasets@3.2.1
(cd "$work" && npm pack --silent "$dataset" >/dev/null && tar xzf vega-datasets-*.tgz package/data/movies.json)
python_with boto3

for where in "${@:-sqlite}"; do
    if [[ "$where" == http* ]]; then
        URL="$where"
    else
        serve "$where"
    fi
    echo "== $where ($URL)"
    "$PYTHON" "$here/movies.py" "$URL" "$work/package/data/movies.json"
    stop_server
done
