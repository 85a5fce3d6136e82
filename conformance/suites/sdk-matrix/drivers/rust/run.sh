#!/bin/sh
exec "$CONFORMANCE_CACHE/debug/sdk-matrix-rust"
