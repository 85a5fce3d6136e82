#!/usr/bin/env bash
# Makes ready what run.sh needs, in CONFORMANCE_CACHE: a Python with the packages of requirements.txt, and the suite.
#
#   python     a file with the path of the interpreter
#   suite/     the suite's folder test/alternator (see alternator_shim/source.py)
#
# ALTERNATOR_PYTHON names an interpreter that has the packages; nothing is installed then. Otherwise python3 is taken if it has them in
# the required versions, else an environment is made and filled by pip; where pip reaches no index, python3 is taken if it has them in
# some version.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
: "${CONFORMANCE_CACHE:?absolute path of a folder that lasts between runs}"

say() { echo "alternator: $*" >&2; }

# has_versions PYTHON tells whether it has every package of requirements.txt in that version.
has_versions() {
    "$1" - requirements.txt <<'PY' 2>/dev/null
import importlib.metadata
import sys
for line in open(sys.argv[1]):
    name, version = line.strip().split("==")
    if importlib.metadata.version(name) != version:
        sys.exit(1)
PY
}

has_packages() { "$1" -c 'import boto3, packaging, pytest, pytest_timeout, requests' 2>/dev/null; }

# install makes an environment of its own and prints its interpreter; it is kept for the next time.
install() {
    local venv="$CONFORMANCE_CACHE/venv"
    if ! has_versions "$venv/bin/python"; then
        say "installing the packages of requirements.txt"
        rm -rf "$venv"
        python3 -m venv "$venv" >&2 &&
            "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --retries 2 --requirement requirements.txt >&2 || return
    fi
    echo "$venv/bin/python"
}

find_python() {
    if [[ -n "${ALTERNATOR_PYTHON:-}" ]]; then
        has_packages "$ALTERNATOR_PYTHON" || { say "ALTERNATOR_PYTHON=$ALTERNATOR_PYTHON lacks a package of requirements.txt"; return 1; }
        echo "$ALTERNATOR_PYTHON"
    elif has_versions python3; then
        command -v python3
    elif install; then
        return
    elif has_packages python3; then
        say "no package index; the packages of python3 are used as they are, not in the versions of requirements.txt"
        command -v python3
    else
        say "cannot install the packages of requirements.txt: give an interpreter that has them as ALTERNATOR_PYTHON"
        return 1
    fi
}

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "the suite needs Python 3.11 or newer; python3 is $(python3 --version)"; exit 2; }
mkdir -p "$CONFORMANCE_CACHE"
python=$(find_python) || exit 2
echo "$python" >"$CONFORMANCE_CACHE/python"
exec "$python" -B -m alternator_shim.source
