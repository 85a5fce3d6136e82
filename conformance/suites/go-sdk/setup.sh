#!/usr/bin/env bash
# Compiles the suite, unless a program of it is there already. Go does nothing twice, so this is quick the second time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./binary.sh

if [[ -n "$compiled" ]]; then
    command -v go >/dev/null || {
        echo "The suite go-sdk is compiled with Go, and there is none: install Go 1.26 or newer (https://go.dev/doc/install), or name a compiled suite with CONFORMANCE_GO_SDK_BINARY." >&2
        exit 1
    }
    go test -c -o "$compiled" .
fi
