#!/usr/bin/env bash
# The life of one item by the AWS CLI. (conformance/suites/tools/aws-cli judges each of its commands.)
#
#   examples/aws-cli/run.sh [sqlite | postgres | URL of a running server]
#
# Needs python3 (the CLI is the Python package awscli) and Go when it has to start ddbsql.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/../serve.sh"

where="${1:-sqlite}"
if [[ "$where" == http* ]]; then
    URL="$where"
else
    serve "$where"
fi
python_with awscli

export AWS_ACCESS_KEY_ID=example AWS_SECRET_ACCESS_KEY=example AWS_DEFAULT_REGION=us-east-1 AWS_DEFAULT_OUTPUT=json AWS_PAGER=""
ddb() {
    echo "\$ aws dynamodb $*" >&2
    "$PYTHON" -m awscli dynamodb "$@" --endpoint-url "$URL"
}

# expect WANT GOT ends the example unless both are equal.
expect() {
    [[ "$1" == "$2" ]] || { echo "want $1, got $2" >&2; exit 1; }
}

ddb create-table --table-name aws-cli-example --billing-mode PAY_PER_REQUEST \
    --attribute-definitions AttributeName=pk,AttributeType=S --key-schema AttributeName=pk,KeyType=HASH
ddb put-item --table-name aws-cli-example --item '{"pk": {"S": "film"}, "title": {"S": "Metropolis"}, "views": {"N": "1"}}'
ddb update-item --table-name aws-cli-example --key '{"pk": {"S": "film"}}' \
    --update-expression 'SET #v = #v + :one' --condition-expression 'attribute_exists(pk)' \
    --expression-attribute-names '{"#v": "views"}' --expression-attribute-values '{":one": {"N": "1"}}'
expect 2 "$(ddb get-item --table-name aws-cli-example --key '{"pk": {"S": "film"}}' --query Item.views.N --output text)"
expect Metropolis "$(ddb query --table-name aws-cli-example --key-condition-expression 'pk = :p' \
    --expression-attribute-values '{":p": {"S": "film"}}' --query 'Items[0].title.S' --output text)"
ddb delete-item --table-name aws-cli-example --key '{"pk": {"S": "film"}}'
expect 0 "$(ddb scan --table-name aws-cli-example --query Count --output text)"
ddb delete-table --table-name aws-cli-example
echo "one item was put, updated, read, queried and deleted"
