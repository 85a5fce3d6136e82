#!/bin/sh
# Builds the driver into the cache, once for each state of its sources: Maven would take seconds to find that nothing is to be done.
set -eu
state=$(find pom.xml src -type f -exec cksum {} + | sort | cksum)
built=$CONFORMANCE_CACHE/built
[ "$(cat "$built" 2>/dev/null)" = "$state" ] && exit 0
rm -rf "$CONFORMANCE_CACHE/target"
mvn --quiet --batch-mode "-Dout=$CONFORMANCE_CACHE/target" package
echo "$state" >"$built"
