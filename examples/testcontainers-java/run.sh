#!/usr/bin/env bash
# Tests with Testcontainers for Java: with a container as it is written for DynamoDB Local's image, and with Testcontainers' module for
# DynamoDB. Here the image is ddbsql's.
#
#   examples/testcontainers-java/run.sh [arguments of mvn]
#
# Needs a JDK (17 or newer), Maven and Docker. DDBSQL_IMAGE names the image, which is built from this repository if it is not there.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../image.sh"

cd "$here"
mvn --batch-mode --no-transfer-progress "$@" test
