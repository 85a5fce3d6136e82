# Sourced by the examples that run ddbsql in a container: builds the image if it is not there.
#
#   DDBSQL_IMAGE    its name, "ddbsql" unless it is set already

export DDBSQL_IMAGE="${DDBSQL_IMAGE:-ddbsql}"
docker image inspect "$DDBSQL_IMAGE" >/dev/null 2>&1 ||
    docker build --tag "$DDBSQL_IMAGE" --target ddbsql "$(dirname "${BASH_SOURCE[0]}")/.."
