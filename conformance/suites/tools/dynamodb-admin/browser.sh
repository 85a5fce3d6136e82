# shellcheck shell=bash
# Sourced by setup.sh and run.sh.

# browser prints the path of the browser: CHROMIUM if it is set, or the first of the usual names on PATH.
browser() {
    local name
    for name in ${CHROMIUM:-chromium chromium-browser google-chrome google-chrome-stable}; do
        command -v "$name" && return
    done
    echo "needs ${CHROMIUM:-chromium}: Debian's package chromium, or any Chrome, named by CHROMIUM=/path" >&2
    return 3
}
