#!/bin/sh
# Builds the driver; Go itself knows what is up to date.
set -eu
go build -o "$CONFORMANCE_CACHE/driver" .
