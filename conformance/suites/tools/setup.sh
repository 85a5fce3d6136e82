#!/usr/bin/env bash
# Sets up the tools of this run, each in its folder under CONFORMANCE_CACHE; quick if nothing changed. A tool that cannot be
# set up leaves the reason in CONFORMANCE_CACHE/TOOL.missing, and run.sh skips it. Fails if none can be used, and if
# CONFORMANCE_TOOLS names one that cannot.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib/tools.sh"

ready=0
refused=0
tools=$(chosen)
for tool in $tools; do
    log="$CONFORMANCE_OUT/setup-$tool.log"
    missing="$CONFORMANCE_CACHE/$tool.missing"
    if "$suite/$tool/setup.sh" >"$log" 2>&1; then
        rm -f "$missing"
        ready=$((ready + 1))
    else
        grep -m 1 -iE '^needs |error' "$log" >"$missing" || tail -n 1 "$log" >"$missing"
        echo "$tool cannot be used: $(cat "$missing")" >&2
        refused=$((refused + 1))
    fi
done
[[ -z "${CONFORMANCE_TOOLS:-}" ]] || ((refused == 0)) || exit 1
((ready > 0)) || { echo "none of the tools can be used" >&2; exit 1; }
