# The program of the suite: the one that CONFORMANCE_GO_SDK_BINARY names, else one beside suite.json, else what setup.sh compiles.
# Sourced by setup.sh and run.sh, which are in the suite's folder.
binary="${CONFORMANCE_GO_SDK_BINARY:-}"
if [[ -z "$binary" && -x ./go-sdk.test ]]; then
    binary=./go-sdk.test
fi
compiled=""
if [[ -z "$binary" ]]; then
    compiled="${CONFORMANCE_CACHE:?names the folder for compiled programs}/go-sdk.test"
    binary="$compiled"
fi
