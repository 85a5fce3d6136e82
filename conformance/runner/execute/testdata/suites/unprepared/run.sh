#!/usr/bin/env bash
echo "must not be run" >"$CONFORMANCE_OUT/ran"
