# Sourced by scripts that need a program.
#
#   need COMMAND PACKAGE    installs the Debian package with apt-get if there is no such command

need() {
    command -v "$1" >/dev/null && return
    local sudo=""
    [[ $(id -u) == 0 ]] || sudo="sudo -n"
    command -v apt-get >/dev/null || { echo "$1 is not installed, and there is no apt-get to install it with" >&2; return 1; }
    echo "installing $2 for $1" >&2
    $sudo apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$2" >&2
}
