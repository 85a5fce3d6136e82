#!/usr/bin/env bash
# Runs every fuzz target of the module for FUZZTIME (default 30s), one after the other.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

grep -rlE '^func Fuzz[A-Z]' --include='*_test.go' . | sort | while read -r file; do
    for target in $(sed -nE 's/^func (Fuzz[A-Za-z0-9_]+)\(.*/\1/p' "$file"); do
        echo "== $(dirname "$file") $target"
        go test -run='^$' -fuzz="^$target\$" -fuzztime="${FUZZTIME:-30s}" "$(dirname "$file")"
    done
done
