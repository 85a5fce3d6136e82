#!/usr/bin/env bash
# Tests this suite's own programs, on a small suite written for that; needs no endpoint.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export CONFORMANCE_CACHE="${CONFORMANCE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ddbsql-conformance/alternator-selftest}"
export CONFORMANCE_SOURCE="$PWD/selftest/suite"
mkdir -p "$CONFORMANCE_CACHE"
./setup.sh
PYTHONDONTWRITEBYTECODE=1 "$(cat "$CONFORMANCE_CACHE/python")" -m pytest -q -p no:cacheprovider --rootdir=selftest -c /dev/null selftest "$@"
