# shellcheck shell=bash
# Sourced by setup.sh and run.sh of the suite and of each tool.

suite=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# chosen prints the tools of this run: the names in CONFORMANCE_TOOLS, separated by blanks or commas, or each folder that
# has a run.sh. A name without a folder ends the suite.
chosen() {
    local tool
    if [[ -z "${CONFORMANCE_TOOLS:-}" ]]; then
        for tool in "$suite"/*/run.sh; do
            basename "$(dirname "$tool")"
        done
        return
    fi
    for tool in ${CONFORMANCE_TOOLS//,/ }; do
        if [[ ! -x "$suite/$tool/run.sh" ]]; then
            echo "CONFORMANCE_TOOLS names $tool, which is not a folder of this suite" >&2
            return 2
        fi
        echo "$tool"
    done
}

# need COMMAND HINT ends the setup of a tool with the reason if COMMAND is not there.
need() {
    command -v "$1" >/dev/null || { echo "needs $1: $2" >&2; exit 3; }
}

# fresh FILE... is true if the files are what they were when the tool, whose folder in the cache is $built, was set up last.
fresh() {
    [[ -f "$built/stamp" && "$(cat -- "$@" | cksum)" == "$(cat "$built/stamp")" ]]
}

# done_with FILE... remembers that the tool is set up from the files as they are.
done_with() {
    cat -- "$@" | cksum >"$built/stamp"
}

# place FILE... brings scripts beside the node_modules in the cache, from where Node resolves what they import.
place() {
    local file there
    for file in "$@"; do
        there="$CONFORMANCE_CACHE/$(basename "$(dirname "$file")")/$(basename "$file")"
        cmp -s "$file" "$there" || { mkdir -p "$(dirname "$there")" && cp "$file" "$there"; }
    done
}

# node_setup TOOL installs exactly what TOOL/package-lock.json lists.
node_setup() {
    local here="$suite/$1"
    built="$CONFORMANCE_CACHE/$1"
    need node "Node.js 20 or newer, https://nodejs.org"
    need npm "npm, which comes with Node.js"
    place "$suite"/lib/*.mjs "$here"/*.mjs "$here/package.json" "$here/package-lock.json"
    fresh "$here/package-lock.json" && return
    (cd "$built" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error)
    done_with "$here/package-lock.json"
}

# python_setup TOOL installs exactly what TOOL/requirements.txt lists, into a virtual environment of the tool's own.
python_setup() {
    local here="$suite/$1"
    built="$CONFORMANCE_CACHE/$1"
    need python3 "Python 3.10 or newer with venv, https://www.python.org"
    fresh "$here/requirements.txt" && return
    python3 -m venv --clear "$built/venv"
    "$built/venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
    done_with "$here/requirements.txt"
}

# node_run TOOL and python_run TOOL tell the cases of a tool that was set up so.
node_run() {
    exec node "$CONFORMANCE_CACHE/$1/cases.mjs"
}

python_run() {
    PYTHONPATH="$suite/lib" PYTHONDONTWRITEBYTECODE=1 PATH="$CONFORMANCE_CACHE/$1/venv/bin:$PATH" exec python "$suite/$1/cases.py"
}
