#!/bin/sh
# Modules look for packages beside themselves: they run from the folder of the cache.
set -eu
cp ./*.js package.json "$CONFORMANCE_CACHE/"
exec node "$CONFORMANCE_CACHE/driver.js"
