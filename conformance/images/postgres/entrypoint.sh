#!/bin/sh
# Makes a database cluster in PGDATA if there is none, with the user, password and database named by POSTGRES_USER,
# POSTGRES_PASSWORD and POSTGRES_DB, then becomes the command, `postgres` by default.
set -eu
user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}

make_cluster() {
    : "${POSTGRES_PASSWORD:?the password of the user $user}"
    password=$(mktemp)
    printf '%s\n' "$POSTGRES_PASSWORD" >"$password"
    initdb --username="$user" --pwfile="$password" --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8
    rm "$password"
    echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
    # Nobody else is let in until the database is there.
    pg_ctl start --wait --silent --options="-c listen_addresses=''"
    [ "$database" = postgres ] || createdb --username="$user" "$database"
    pg_ctl stop --wait --silent --mode=fast
}

[ -s "$PGDATA/PG_VERSION" ] || make_cluster
if [ "$1" = postgres ]; then
    shift
    set -- postgres -c listen_addresses='*' "$@"
fi
exec "$@"
