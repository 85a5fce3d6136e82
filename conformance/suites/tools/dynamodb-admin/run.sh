#!/usr/bin/env bash
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../lib/tools.sh"
source "$(dirname "${BASH_SOURCE[0]}")/browser.sh"
CHROMIUM=$(browser)
export CHROMIUM
node_run dynamodb-admin
