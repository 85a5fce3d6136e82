#!/usr/bin/env bash
echo "no network" >&2
exit 7
