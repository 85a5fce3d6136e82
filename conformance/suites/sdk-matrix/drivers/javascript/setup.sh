#!/bin/sh
# Installs the locked packages into the cache, once for each state of the lock file.
set -eu
lock=$CONFORMANCE_CACHE/installed.json
cmp -s package-lock.json "$lock" && exit 0
cp package.json package-lock.json "$CONFORMANCE_CACHE/"
npm ci --prefix "$CONFORMANCE_CACHE" --no-audit --no-fund
cp package-lock.json "$lock"
