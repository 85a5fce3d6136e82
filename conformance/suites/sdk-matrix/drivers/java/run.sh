#!/bin/sh
# Little is worth compiling in so short a life.
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$CONFORMANCE_CACHE/target/sdk-matrix-java.jar:$CONFORMANCE_CACHE/target/lib/*" ddbsql.matrix.Main
