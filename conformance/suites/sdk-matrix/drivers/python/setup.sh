#!/bin/sh
# Installs the pinned packages into a folder of the cache, once for each state of requirements.txt. The installer is that of an environment made
# for it: a Python of a distribution may come without one.
set -eu
site=$CONFORMANCE_CACHE/site
cmp -s requirements.txt "$site/requirements.txt" && exit 0
rm -rf "$site"
python3 -m venv --clear "$CONFORMANCE_CACHE/installer"
"$CONFORMANCE_CACHE/installer/bin/python" -m pip install --quiet --disable-pip-version-check --target "$site" -r requirements.txt
rm -rf "$CONFORMANCE_CACHE/installer"
cp requirements.txt "$site/"
