#!/usr/bin/env bash
# Builds ddbsql as it is released: one static file, without debug information, without paths of the machine it is built on, and
# without what nothing in it uses.
#
#   scripts/build.sh [FILE]            ./ddbsql by default
#   scripts/build.sh --dependencies    compiles what other modules give, and nothing of ddbsql: for a layer of an image that seldom changes
#
# GOOS and GOARCH choose another system as for `go build`; VERSION is what `ddbsql version` then says, for builds without a repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# nopgxregisterdefaulttypes: pgx need not know which type of Postgres each type of Go is; only statements that are not prepared ask.
# nethttpomithttp2: clients of DynamoDB speak HTTP/1.1, as the service does.
tags=nopgxregisterdefaulttypes,nethttpomithttp2

# Functions of these packages are not copied into their callers: they run at start, once for each new text of a statement, or seldom.
# So they take less room, 0.9 MB in all.
seldom=(
    crypto/tls crypto/x509 encoding/asn1 encoding/json encoding/xml database/sql math/big net/http reflect regexp/... vendor/golang.org/x/...
    github.com/antlr4-go/... github.com/golang-migrate/... github.com/gorilla/... github.com/spf13/... golang.org/x/text/...
    github.com/jackc/pgx/v5 github.com/jackc/pgx/v5/pgtype github.com/jackc/pgx/v5/stdlib
    github.com/ddbsql/ddbsql/conformance/... github.com/ddbsql/ddbsql/grammar/gen/...
    github.com/ddbsql/ddbsql/cmd/ddbsql github.com/ddbsql/ddbsql/internal/faults github.com/ddbsql/ddbsql/internal/namespaces github.com/ddbsql/ddbsql/internal/snapshots
    github.com/ddbsql/ddbsql/internal/background github.com/ddbsql/ddbsql/internal/dynamodblocal github.com/ddbsql/ddbsql/internal/reload
    github.com/ddbsql/ddbsql/migrations
    log/slog/... crypto/x509/pkix os/signal html
    crypto/ecdsa crypto/rsa crypto/hpke crypto/dsa crypto/elliptic crypto/internal/fips140/ecdsa crypto/internal/fips140/rsa net/netip net/url net/textproto os/exec os/user
    mime/... flag log text/template/... encoding/pem encoding/csv path/filepath github.com/hashicorp/go-multierror github.com/google/uuid github.com/dustin/... modernc.org/mathutil
)
flags=()
for package in "${seldom[@]}"; do
    flags+=("-gcflags=$package=-l")
done

build() {
    CGO_ENABLED=0 exec go build -trimpath -tags "$tags" "${flags[@]}" -ldflags "-s -w -funcalign=16${VERSION:+ -X main.version=$VERSION}" "$@"
}

if [ "${1:-}" = --dependencies ]; then
    build net/http github.com/antlr4-go/antlr/v4 github.com/golang-migrate/migrate/v4/database/pgx/v5 github.com/jackc/pgx/v5/pgxpool \
        github.com/spf13/cobra zombiezen.com/go/sqlite/sqlitex
fi
build -o "${1:-ddbsql}" ./cmd/ddbsql
