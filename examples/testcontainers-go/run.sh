#!/usr/bin/env bash
# Tests with Testcontainers' module for DynamoDB, in Go, which runs `java -jar DynamoDBLocal.jar` in a container. Here the image is
# ddbsql's.
#
#   examples/testcontainers-go/run.sh [arguments of go test]
#
# Needs Go and Docker. DDBSQL_IMAGE names the image, which is built from this repository if it is not there.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../image.sh"

cd "$here"
go test -count=1 "$@" ./...
