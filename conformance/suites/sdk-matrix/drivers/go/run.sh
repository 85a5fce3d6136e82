#!/bin/sh
exec "$CONFORMANCE_CACHE/driver"
