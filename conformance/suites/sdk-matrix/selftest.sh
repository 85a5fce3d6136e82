#!/bin/sh
# Tests this suite's own programs, on fake drivers and on canned answers; needs no endpoint.
set -eu
cd "$(dirname "$0")"
export CONFORMANCE_CACHE="${CONFORMANCE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ddbsql-conformance/sdk-matrix}"
mkdir -p "$CONFORMANCE_CACHE"
exec python3 -B -m unittest discover --start-directory selftest --top-level-directory . "$@"
