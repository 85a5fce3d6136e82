#!/usr/bin/env bash
# Runs the tools one after the other against CONFORMANCE_URL. Each appends its cases to CONFORMANCE_EVENTS; what it prints
# besides goes to CONFORMANCE_OUT/TOOL.log. Exit status: 0 all passed, 1 something failed.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/tools.sh"

# tell TOOL SENTENCE RESULT MESSAGE appends a case that is about a tool as a whole.
tell() {
    local message
    message=$(tr -d '\000-\037' <<<"$4" | sed 's/\\/\\\\/g; s/"/\\"/g')
    printf '{"event":"case","file":"%s","case":"%s","result":"%s","message":"%s","seconds":0}\n' "$1" "$2" "$3" "$message" \
        >>"$CONFORMANCE_EVENTS"
}

status=0
tools=$(chosen)
for tool in $tools; do
    missing="$CONFORMANCE_CACHE/$tool.missing"
    if [[ -f "$missing" ]]; then
        tell "$tool" "can be set up here" skip "$(cat "$missing")"
        continue
    fi
    log="$CONFORMANCE_OUT/$tool.log"
    ended=0
    "$suite/$tool/run.sh" >"$log" 2>&1 || ended=$?
    case $ended in
    0) ;;
    4) status=1 ;; # its events say what failed
    *)
        tell "$tool" "runs to its end" fail "exit status $ended: $(grep . "$log" | tail -n 1)"
        status=1
        ;;
    esac
done
exit $status
