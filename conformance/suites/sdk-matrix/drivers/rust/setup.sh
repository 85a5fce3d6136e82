#!/bin/sh
# Builds the driver; cargo itself knows what is up to date, and goes to the network only for what it does not have.
set -eu
cargo build --quiet --locked --target-dir "$CONFORMANCE_CACHE"
