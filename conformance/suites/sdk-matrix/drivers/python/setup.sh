#!/bin/sh
# Installs the pinned packages into a folder of the cache, once for each state of requirements.txt.
set -eu
site=$CONFORMANCE_CACHE/site
cmp -s requirements.txt "$site/requirements.txt" && exit 0
rm -rf "$site"
python3 -m pip install --quiet --disable-pip-version-check --target "$site" -r requirements.txt
cp requirements.txt "$site/"
