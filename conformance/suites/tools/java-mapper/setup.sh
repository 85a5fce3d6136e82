#!/usr/bin/env bash
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../lib/tools.sh"

built="$CONFORMANCE_CACHE/java-mapper"
need javac "a JDK 17 or newer, https://adoptium.net"
need mvn "Apache Maven 3.8 or newer, https://maven.apache.org"
fresh "$here/pom.xml" "$here"/src/*.java && exit
mkdir -p "$built"
mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$built/lib" -Dmdep.overWriteIfNewer=true
rm -rf "$built/classes"
javac --release 17 -parameters -cp "$built/lib/*" -d "$built/classes" "$here"/src/*.java
done_with "$here/pom.xml" "$here"/src/*.java
