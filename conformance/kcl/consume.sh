#!/usr/bin/env bash
# Prints the records of a stream as the Kinesis Client Library reads them, one line of JSON each; ends with standard input.
#
#   conformance/kcl/consume.sh http://127.0.0.1:8000 STREAM_ARN
#
# Needs Java 17 or newer and Maven, which fetches the libraries the first time. What is built is kept in a cache outside the repository.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
built=${DDBSQL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ddbsql}/kcl
mkdir -p "$built/classes"
if [ ! -f "$built/classpath" ] || [ "$here/pom.xml" -nt "$built/classpath" ]; then
    mvn -q -B -f "$here/pom.xml" dependency:build-classpath -Dmdep.outputFile="$built/classpath.new" >&2
    mv "$built/classpath.new" "$built/classpath"
fi
path=$(cat "$built/classpath")
javac --release 17 -nowarn -cp "$path" -d "$built/classes" "$here"/src/main/java/ddbsql/*.java
exec java -Daws.java.v1.disableDeprecationAnnouncement=true -cp "$built/classes:$path" ddbsql.Consume "$@"
