#!/usr/bin/env bash
# Makes docs/flame anew: flame graphs of ddbsql under GetItem, PutItem and Query on both databases, and a table of where the CPU time of a
# request goes, as docs/performance.md explains them.
#
#   scripts/flames.sh [FLAG...]    the flags go to bench
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

declare -A title=([get]=GetItem [put]=PutItem [query]='Query of 100 items')
connections=64

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
go build -o "$dir/flame" ./tools/flame
go run ./bench --subjects ddbsql-sqlite,ddbsql-postgres --workloads get,put,query --connections $connections --rounds 1 --seconds 5 \
    --profile "$dir" --json "$dir/result.json" "$@"

# cpu DATABASE WORKLOAD prints the CPU of ddbsql for a request, in microseconds.
cpu() {
    python3 - "$dir/result.json" "ddbsql-$1" "$2" <<'E2'
import json, sys
path, subject, workload = sys.argv[1:]
for r in json.load(open(path))["results"]:
    if r["subject"] == subject and r["workload"] == workload:
        print(r["server_cpu_us_per_request"])
E2
}

mkdir -p docs/flame
{
    echo "# Where the CPU time of a request goes"
    echo
    echo "Of ddbsql's process, at $connections connections; made by \`make flames\`."
    for database in sqlite postgres; do
        for workload in get put query; do
            name="${title[$workload]} on $database"
            profile="$dir/ddbsql-$database-$workload-$connections.prof"
            go tool pprof -traces "$profile" 2>/dev/null >"$dir/traces"
            "$dir/flame" --title "$name" <"$dir/traces" >"docs/flame/$workload-$database.svg"
            printf '\n## %s\n\n![%s](%s)\n\n' "$name" "$name" "$workload-$database.svg"
            "$dir/flame" --shares --request "$(cpu "$database" "$workload")" <"$dir/traces"
        done
    done
} >docs/flame/README.md
