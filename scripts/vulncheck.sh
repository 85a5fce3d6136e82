#!/usr/bin/env bash
# Asks Go's database of vulnerabilities whether code of ours calls something that is known to be weak.
#
#   scripts/vulncheck.sh              exit status 1 if so, 3 if the database cannot be reached
#   scripts/vulncheck.sh --optional   the same, but a database that cannot be reached is said and no failure
#
# GOVULNDB names another database than https://vuln.go.dev, for example file:///path to a copy.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/need.sh

readonly govulncheck=golang.org/x/vuln/cmd/govulncheck@v1.9.0
readonly database="${GOVULNDB:-https://vuln.go.dev}"
readonly unreachable=3

say() { echo "vulncheck: $*" >&2; }

# reachable tells whether the database answers.
reachable() {
    case "$database" in
        file://*) [[ -e "${database#file://}/index/db.json" ]] ;;
        *) curl --silent --show-error --fail --location --max-time 20 --output /dev/null "$database/index/db.json.gz" ;;
    esac
}

need curl curl
if ! reachable; then
    say "$database cannot be reached: nothing was checked"
    [[ "${1:-}" == --optional ]] && exit 0
    exit "$unreachable"
fi
go run "$govulncheck" -db "$database" ./...
