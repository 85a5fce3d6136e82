#!/usr/bin/env bash
# Runs PgBouncer before a Postgres server of this machine, in the foreground, until it is ended. It hands out the server's connections by
# transactions, to clients with any password.
#
#   scripts/pgbouncer-for-tests.sh HOST PORT USER LISTEN_PORT CONNECTIONS ['name = value' ...]
#
# HOST is a name, or the folder of a Unix socket. CONNECTIONS is how many it makes to each database. Further settings replace those below.
# PGBOUNCER is the program, if not the one that is installed; it is installed with apt-get if there is none. It refuses root: then it
# runs as another user.
set -euo pipefail

if [[ $# -lt 5 ]]; then
    sed -n '2,10s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
host="$1" port="$2" user="$3" listen="$4" connections="$5"
shift 5

PATH="$PATH:/usr/sbin"
source "$(dirname "${BASH_SOURCE[0]}")/need.sh"
program="${PGBOUNCER:-pgbouncer}"
need "$program" pgbouncer

# This process reads it when it has become PgBouncer, so that nobody removes it then; the next one on that port overwrites it.
folder="${TMPDIR:-/tmp}/pgbouncer-for-tests-$(id -u)"
mkdir -p "$folder"
config="$folder/$listen.ini"
cat >"$config" <<END
[databases]
* = host=$host port=$port user=$user
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $listen
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = $connections
max_client_conn = 1000
server_reset_query =
log_connections = 0
log_disconnections = 0
$(printf '%s\n' "$@")
END

if [[ $(id -u) == 0 ]]; then
    owner=$(id -u postgres 2>/dev/null || id -u nobody)
    exec setpriv --reuid="$owner" --clear-groups --pdeathsig KILL "$program" "$config"
fi
exec "$program" "$config"
