#!/usr/bin/env bash
# Shows that suites notice a server that answers wrongly: each suite judges ddbsql, then ddbsql behind each mutation, and `compare` must
# find regressions of each suite in each. Prints how many, and the first of them.
#
#   conformance/mutant/catch.sh [SUITE...]     go-sdk and sdk-matrix if none is named
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

suites=("$@")
[[ $# -gt 0 ]] || suites=(go-sdk sdk-matrix)
work=$(mktemp -d)
running=()
finish() {
    kill "${running[@]}" 2>/dev/null || true
    wait
    rm -rf "$work"
}
trap finish EXIT

go build -o "$work/ddbsql" ./cmd/ddbsql
go build -o "$work/mutant" ./conformance/mutant

# serve PORT COMMAND... runs a server until the end of this script.
serve() {
    local port="$1"
    shift
    "$@" >>"$work/servers.log" 2>&1 &
    running+=("$!")
    until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
        kill -0 "${running[-1]}" || { cat "$work/servers.log"; exit 1; }
        sleep 0.1
    done
}

# judge NAME PORT has the suites judge whoever listens.
judge() {
    local options=() suite
    for suite in "${suites[@]}"; do options+=(--suite "$suite"); done
    "$work/ddbsql" conformance run --url "http://127.0.0.1:$2" --name "$1" --out "$work/$1" "${options[@]}" >"$work/$1.log" 2>&1
}

# The first of four ports that are likely to be free.
first=$((20000 + RANDOM % 10000))
serve "$first" "$work/ddbsql" serve --listen "127.0.0.1:$first" --db sqlite::memory: --access-key conformance --secret-key conformance
judge sound "$first" || { tail -n 50 "$work/sound.log"; echo "ddbsql itself is not green"; exit 1; }
"$work/ddbsql" conformance compare --write-baseline "$work/baseline.json" "$work/sound"

port="$first" escaped=0
for mutation in error-text lost-item sort-order; do
    port=$((port + 1))
    serve "$port" "$work/mutant" --mutation "$mutation" --listen "127.0.0.1:$port" --to "http://127.0.0.1:$first"
    judge "$mutation" "$port" || true
    for suite in "${suites[@]}"; do
        if "$work/ddbsql" conformance compare --baseline "$work/baseline.json" --suite "$suite" "$work/$mutation" >"$work/regressions" 2>/dev/null; then
            echo "ESCAPED $mutation: $suite does not notice"
            escaped=1
        else
            echo "caught  $mutation: $(wc -l <"$work/regressions") regressions of $suite, such as"
            head -n 3 "$work/regressions" | cut -c 1-200 | sed 's/^/    /'
        fi
    done
done
exit "$escaped"
