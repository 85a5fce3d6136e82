#!/usr/bin/env bash
# Builds ddbsql as it is released: one static file, without debug information and without paths of the machine it is built on.
#
#   scripts/build.sh [FILE]       ./ddbsql by default
#
# GOOS and GOARCH choose another system as for `go build`; VERSION is what `ddbsql version` then says, for builds without a repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# pgx need not know which type of Postgres each type of Go is: that is only for statements that are not prepared, and takes 2 MB.
CGO_ENABLED=0 exec go build -trimpath -tags nopgxregisterdefaulttypes -ldflags "-s -w${VERSION:+ -X main.version=$VERSION}" \
    -o "${1:-ddbsql}" ./cmd/ddbsql
