#!/usr/bin/env bash
# Shows that Dockerfile and docker-compose.yml do what they promise, on the engine that `docker` reaches, from a clean clone of the
# last commit.
#
#   scripts/compose-check.sh [image|processor|server|postgres|dropin|alternator|conformance ...]    all but conformance by default
#
# Base images as in docker-compose.yml; conformance/images/stand-in.sh makes them where no registry is reached. SCYLLA_SOURCE as there,
# COMPOSE is another command for Compose. Needs Go. Ends with "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2

work=$(mktemp -d)
git clone --quiet . "$work/clone" || exit 2
export COMPOSE_PROJECT_NAME=ddbsql-check BIND=127.0.0.1 PORT=18700 PORT_1=18701 PORT_2=18702
if [ -z "${COMPOSE:-}" ]; then
    COMPOSE="docker compose"
    docker compose version >/dev/null 2>&1 || COMPOSE=docker-compose
fi
profiles=(--profile postgres --profile alternator --profile conformance)
go build -o "$work/probe" ./conformance/images/probe || exit 2
cd "$work/clone" || exit 2

compose() { $COMPOSE "$@"; }

finish() {
    compose "${profiles[@]}" down --volumes --remove-orphans >"$work/down.log" 2>&1
    docker rm --force ddbsql-check-local >/dev/null 2>&1
    rm -rf "$work"
}
trap finish EXIT

passed=0
failed=0
# check SENTENCE COMMAND... shows the command's last lines if it fails.
check() {
    local sentence="$1" start=$SECONDS
    shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
        echo "ok    $sentence ($((SECONDS - start)) s)"
    else
        failed=$((failed + 1))
        echo "FAIL  $sentence ($((SECONDS - start)) s)"
        tail -n 40 "$work/log"
    fi
}

container() { compose "${profiles[@]}" ps -q "$1"; }

is() { # is WANT GOT
    [ "$1" = "$2" ] || { echo "got $2, want $1"; return 1; }
}

within_a_minute() { # within_a_minute COMMAND... tries again
    local end=$((SECONDS + 60))
    until "$@"; do
        ((SECONDS < end)) || return 1
        sleep 0.5
    done
}

healthy() { is healthy "$(docker inspect --format '{{.State.Health.Status}}' "$1")"; }

# up [--profile NAME] waits until all is healthy, as newer versions of Compose do by `--wait` themselves.
up() {
    if compose up --help 2>&1 | grep -q -- --wait; then
        compose "$@" up -d --wait
    else
        compose "$@" up -d && for id in $(compose "$@" ps -q); do within_a_minute healthy "$id" || return 1; done
    fi
}

# limit of the image in bytes, as engines count: unpacked.
limit=20000000

small() {
    local size
    size=$(docker image inspect --format '{{.Size}}' ddbsql)
    echo "      the image has $size bytes, $(docker save ddbsql | gzip | wc -c) to pull"
    [ "$size" -lt "$limit" ]
} >&3

other_processor() {
    docker build --quiet --platform linux/arm64 --target ddbsql --tag ddbsql-check-arm64 . &&
        is arm64 "$(docker image inspect --format '{{.Architecture}}' ddbsql-check-arm64)" && docker image rm ddbsql-check-arm64
}

# stops_well: SIGTERM ends the server itself, long before Docker would kill it.
stops_well() {
    local id start=$SECONDS
    id=$(container ddbsql)
    docker stop --time 10 "$id" && ((SECONDS - start < 5)) && is 0 "$(docker inspect --format '{{.State.ExitCode}}' "$id")"
}

confined() {
    is "true 65532:65532" "$(docker inspect --format '{{.HostConfig.ReadonlyRootfs}} {{.Config.User}}' "$(container ddbsql)")"
}

foreign_variables() {
    local id
    id=$(docker run --detach --name ddbsql-check-local --read-only --tmpfs /tmp -p 127.0.0.1:$PORT:4567 \
        -e GATEWAY_LISTEN=0.0.0.0:4567,0.0.0.0:443 -e ACCESS_KEY=A -e SECRET_KEY=s -e LOG_LEVEL=WARNING ddbsql) &&
        within_a_minute healthy "$id" && AWS_ACCESS_KEY_ID=A AWS_SECRET_ACCESS_KEY=s "$work/probe" put "$url" x &&
        ! "$work/probe" get "$url" x && curl -fsS "$url/_localstack/health" | grep '"dynamodb": "running"'
}

as_dynamodb_local() {
    docker run --detach --name ddbsql-check-local -p 127.0.0.1:$PORT:8000 ddbsql "$@" &&
        within_a_minute "$work/probe" put "$url" x && "$work/probe" get "$url" x
}

as_dynamodb_local_with_files() {
    as_dynamodb_local -Djava.library.path=./DynamoDBLocal_lib -jar DynamoDBLocal.jar -sharedDb -dbPath /data &&
        docker restart ddbsql-check-local && within_a_minute "$work/probe" get "$url" x
}

# suite NAME runs a profile's suites and shows each one's line of the matrix.
suite() {
    compose --profile "$1" run --rm "$1"
    local status=$?
    grep -E '^[a-z-]+: .* [0-9]+/[0-9]+' "conformance/results/$1/matrix.txt" | sed 's/^/      /' >&3
    return $status
}

exec 3>&1
url=http://127.0.0.1:$PORT
url_1=http://127.0.0.1:$PORT_1
url_2=http://127.0.0.1:$PORT_2

check_image() {
    check "the image is built from a clean clone" compose build ddbsql
    check "it is under $limit bytes" small
}

check_processor() {
    check "the image is built for another processor without emulation" other_processor
}

check_server() {
    check "up --wait serves" up
    check "an SDK writes" "$work/probe" put "$url" kept
    check "it runs as nobody, on a file system that it cannot write" confined
    check "it stops by itself, with status 0" stops_well
    check "down takes the container away" compose down
    check "up brings the data back" up
    check "an SDK reads what it wrote" "$work/probe" get "$url" kept
    compose down --volumes >/dev/null 2>&1
}

check_postgres() {
    check "profile postgres starts Postgres and two servers" up --profile postgres
    check "an SDK writes through the first" "$work/probe" put "$url_1" shared
    check "an SDK reads it through the second" "$work/probe" get "$url_2" shared
    check "down takes the containers away" compose --profile postgres down
    check "up brings them back" up --profile postgres
    check "the data is still there" "$work/probe" get "$url_2" shared
    compose --profile postgres down --volumes >/dev/null 2>&1
}

check_dropin() {
    check "other servers' variables are understood" foreign_variables
    docker rm --force ddbsql-check-local >/dev/null 2>&1
    check "it takes the place of amazon/dynamodb-local's image" as_dynamodb_local -jar DynamoDBLocal.jar -inMemory -sharedDb
    docker rm --force ddbsql-check-local >/dev/null 2>&1
    check "and keeps its files on the volume" as_dynamodb_local_with_files
    docker rm --force ddbsql-check-local >/dev/null 2>&1
}

check_suite() {
    check "the image of profile $1 is built" compose --profile "$1" build "$1"
    check "profile $1 runs, ends with status 0 and leaves its matrix" suite "$1"
    compose --profile "$1" down --volumes >/dev/null 2>&1
}

[ $# -gt 0 ] || set -- image processor server postgres dropin alternator
for part; do
    case "$part" in
    image | processor | server | postgres | dropin) "check_$part" ;;
    alternator | conformance) check_suite "$part" ;;
    *) echo "no part $part" >&2; exit 2 ;;
    esac
done
echo "$passed passed, $failed failed"
((failed == 0))
