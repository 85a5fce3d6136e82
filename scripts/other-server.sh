#!/usr/bin/env bash
# Fetches a server that is not ours, to be judged or measured beside ours, and prints the command that runs it on a port.
#
#   scripts/other-server.sh dynamodb-local|dynalite|dynoxide PORT [FLAG...]
#
# DynamoDB Local comes from Maven Central (needs java and mvn), dynalite from npm (needs node and npm), Dynoxide from crates.io (needs
# cargo). They are kept in the user's cache. DDBSQL_DYNOXIDE may name a program of Dynoxide that is there already.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

LOCAL_VERSION=2.6.1
DYNALITE_VERSION=4.0.0
DYNOXIDE_VERSION=3.2.0

usage() { sed -n '4s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
[[ $# -ge 2 ]] || usage
name="$1" port="$2"
shift 2
cache="${XDG_CACHE_HOME:-$HOME/.cache}/ddbsql-conformance/servers"

need() { command -v "$1" >/dev/null || { echo "$name needs $1" >&2; exit 1; }; }

# once FOLDER COMMAND... fills a folder unless an earlier call has done so to the end.
once() {
    local folder="$1"
    shift
    [[ -e "$folder/complete" ]] && return
    rm -rf "$folder"
    mkdir -p "$folder"
    "$@" "$folder" >"$folder/fetch.log" 2>&1 || { tail -n 20 "$folder/fetch.log" >&2; exit 1; }
    touch "$folder/complete"
}

fetch_local() {
    cat >"$1/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>ddbsql</groupId><artifactId>dynamodb-local</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.amazonaws</groupId><artifactId>DynamoDBLocal</artifactId><version>$LOCAL_VERSION</version></dependency>
  </dependencies>
</project>
POM
    mvn -q -B -f "$1/pom.xml" dependency:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=$1"
}

fetch_dynalite() { npm install --prefix "$1" --no-audit --no-fund --no-save "dynalite@$DYNALITE_VERSION"; }

fetch_dynoxide() { cargo install dynoxide-rs --version "$DYNOXIDE_VERSION" --locked --root "$1"; }

case "$name" in
dynamodb-local)
    need java
    need mvn
    folder="$cache/dynamodb-local-$LOCAL_VERSION"
    once "$folder" fetch_local
    echo "exec $(printf '%q ' java "-Djava.library.path=$folder" -cp "$folder/*" com.amazonaws.services.dynamodbv2.local.main.ServerRunner \
        -inMemory -port "$port" "$@")"
    ;;
dynalite)
    need node
    need npm
    folder="$cache/dynalite-$DYNALITE_VERSION"
    once "$folder" fetch_dynalite
    echo "exec $(printf '%q ' node "$folder/node_modules/dynalite/cli.js" --port "$port" "$@")"
    ;;
dynoxide)
    program="${DDBSQL_DYNOXIDE:-}"
    if [[ -z "$program" ]]; then
        need cargo
        folder="$cache/dynoxide-$DYNOXIDE_VERSION"
        once "$folder" fetch_dynoxide
        program="$folder/bin/dynoxide"
    fi
    echo "exec $(printf '%q ' "$program" --port "$port" "$@")"
    ;;
*) usage ;;
esac
