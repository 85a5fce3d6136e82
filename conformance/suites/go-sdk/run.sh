#!/usr/bin/env bash
# Runs the suite and prints its results as `go test -v` does, each case when it ends. README.md lists what the environment may say.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2
source ./binary.sh

flags=(-test.timeout="${CONFORMANCE_GO_SDK_TIMEOUT:-2h}")
if [[ -n "${CONFORMANCE_GO_SDK_SHORT:-}" ]]; then
    flags+=(-test.short)
fi

# unmarked takes out the marks that the form for test2json puts before its lines: that form tells of a case when it ends, not when the
# whole test does. It outlives a signal to all, because the suite prints while it removes its tables.
unmarked() {
    trap '' INT TERM
    sed -u 's/\x16//g'
}

"$binary" -test.v=test2json "${flags[@]}" | unmarked
status=$?
if ((status > 1)) && [[ -n "${CONFORMANCE_PREFIX:-}" ]]; then
    CONFORMANCE_EVENTS='' "$binary" -test.run='^$' # a suite that broke has not removed its tables: this does, and runs no case
fi
exit "$status"
