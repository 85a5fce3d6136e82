#!/bin/sh
# Generates grammar/gen from Expression.g4 and PartiQL.g4 with the ANTLR tool, which comes from Maven Central at a pinned version and
# is kept in a cache outside the repository (DDBSQL_CACHE, by default ~/.cache/ddbsql).
set -eu

version=4.13.1
cache=${DDBSQL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ddbsql}
jar=$cache/antlr4-$version-complete.jar
plugin=org.apache.maven.plugins:maven-dependency-plugin:3.6.1

fail() {
    echo "generate.sh: $1" >&2
    exit 1
}

cd "$(dirname "$0")"
command -v java >/dev/null 2>&1 || fail "java is not installed; ANTLR $version needs Java 11 or newer (Debian: apt-get install default-jre-headless)"
if [ ! -f "$jar" ]; then
    command -v mvn >/dev/null 2>&1 || fail "mvn is not installed; it fetches the ANTLR tool (Debian: apt-get install maven)"
    mkdir -p "$cache"
    mvn -q -B "$plugin:copy" -Dartifact="org.antlr:antlr4:$version:jar:complete" -DoutputDirectory="$cache" ||
        fail "cannot fetch org.antlr:antlr4:$version from Maven Central"
fi

# generate GRAMMAR PACKAGE FOLDER makes the lexer and parser of one grammar.
generate() {
    java -jar "$jar" -Dlanguage=Go -package "$2" -no-listener -no-visitor -Werror -o "$3" "$1.g4"
    rm -f "$3"/*.interp "$3"/*.tokens
    parser=$3/$(echo "$1" | tr '[:upper:]' '[:lower:]')_parser.go
    # ANTLR ends each rule with a jump that is never reached, in case the rule's label has no other use; go vet objects. A
    # jump that is reached, to the very next line, serves as well.
    awk '/goto errorExit \/\/ Trick/ { next } /^errorExit:/ { print "if p.HasError() { goto errorExit }" } { print }' \
        "$parser" >"$parser.tmp"
    mv "$parser.tmp" "$parser"
    gofmt -w "$3"/*.go

    # The parser's linear time and the exactness of its error positions both rest on this (see Expression.g4).
    if grep -q AdaptivePredict "$parser"; then
        fail "$1.g4 is no longer LL(1): the generated parser would need more than one token of lookahead"
    fi
}

generate Expression gen gen
generate PartiQL partiql gen/partiql
