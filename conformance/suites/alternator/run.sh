#!/usr/bin/env bash
# Runs the suite that setup.sh has made ready; see README.md for the settings.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
: "${CONFORMANCE_CACHE:?}" "${CONFORMANCE_URL:?}" "${CONFORMANCE_OUT:?}" "${CONFORMANCE_EVENTS:?}"
[[ -s "$CONFORMANCE_CACHE/python" && -d "$CONFORMANCE_CACHE/suite" ]] || { echo "alternator: run setup.sh first" >&2; exit 2; }
exec "$(cat "$CONFORMANCE_CACHE/python")" -B -m alternator_shim.run
