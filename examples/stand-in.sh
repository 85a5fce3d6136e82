# Sourced by the examples of test harnesses that run DynamoDB Local themselves: builds ddbsql and puts it in the place of Java.
#
#   stand_in=FOLDER    has `ddbsql`, `java`, which is the same, and DynamoDBLocal.jar, an empty file for harnesses that look for it;
#                      it goes when the example ends

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
stand_in=$(mktemp -d)
trap 'rm -rf "$stand_in"' EXIT

(cd "$root" && go build -o "$stand_in/ddbsql" ./cmd/ddbsql)
ln -s ddbsql "$stand_in/java"
touch "$stand_in/DynamoDBLocal.jar"
