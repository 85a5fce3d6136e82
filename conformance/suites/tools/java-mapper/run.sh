#!/usr/bin/env bash
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../lib/tools.sh"
built="$CONFORMANCE_CACHE/java-mapper"
exec java -Daws.java.v1.disableDeprecationAnnouncement=true -cp "$built/classes:$built/lib/*" Main
