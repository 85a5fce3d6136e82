#!/bin/sh
# Entrypoint of the images that run suites: `ddbsql conformance` with the arguments given.
#
# /scylla, if it is mounted and not empty, becomes the source of the suite alternator. Results belong to the owner of the folder
# they are written to, not to the container's user. `set-up` makes all suites of the image ready, while it is built.
set -u

# set_up does not fail where something cannot be fetched yet, as a suite that has to be mounted: it is done again before each run.
set_up() {
    ddbsql conformance run --setup-only --out /tmp/set-up || echo "what is missing now is set up with the first run" >&2
    rm -rf /tmp/set-up
}

# run_suites runs in the background and waits, so that a signal reaches the runner and its matrix is still written.
run_suites() {
    if [ -n "$(ls -A /scylla 2>/dev/null)" ]; then
        set -- "$@" --source /scylla
    fi
    ddbsql conformance "$@" &
    trap 'kill -TERM $!' INT TERM
    wait $!
    status=$?
    # A signal ends the first wait.
    kill -0 $! 2>/dev/null && { wait $!; status=$?; }
    results=/ddbsql/conformance/results
    [ ! -d "$results" ] || chown -R --reference="$results" "$results"
    return "$status"
}

case "${1:-}" in
set-up) set_up ;;
run) run_suites "$@" ;;
*) exec ddbsql conformance "$@" ;;
esac
