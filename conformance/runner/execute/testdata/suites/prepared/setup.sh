#!/usr/bin/env bash
# Fails if another one of these is at work.
mkdir "$CONFORMANCE_CACHE/at-work" || exit 1
sleep 0.3
rmdir "$CONFORMANCE_CACHE/at-work"
