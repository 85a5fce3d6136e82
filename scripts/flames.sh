#!/usr/bin/env bash
# Makes docs/flame anew: flame graphs of ddbsql under GetItem, PutItem and Query on both databases, on SQLite also under a Query on an index and
# BatchGetItem, and a table of where the CPU time of a request goes, as docs/performance.md explains them.
#
#   scripts/flames.sh [FLAG...]    the flags go to bench
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

declare -A title=([get]=GetItem [put]=PutItem [query]='Query of 100 items' [query-gsi]='Query of 25 items on a global index' [batch-get]='BatchGetItem of 100')
# On SQLite also those in which the engine searches a tree for each item.
declare -A workloads=([sqlite]='get put query query-gsi batch-get' [postgres]='get put query')
connections=64

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
go build -o "$dir/flame" ./tools/flame
for database in sqlite postgres; do
    go run ./bench --db "$database" --workloads "${workloads[$database]// /,}" --connections $connections --rounds 1 --seconds 5 \
        --profile "$dir" --json "$dir/$database.json" "$@"
done

# cpu DATABASE WORKLOAD prints the CPU of ddbsql for a request, in microseconds.
cpu() {
    python3 - "$dir/$1.json" "ddbsql-$1" "$2" <<'E2'
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
        for workload in ${workloads[$database]}; do
            name="${title[$workload]} on $database"
            profile="$dir/ddbsql-$database-$workload-$connections.prof"
            go tool pprof -traces "$profile" 2>/dev/null >"$dir/traces"
            "$dir/flame" --title "$name" <"$dir/traces" >"docs/flame/$workload-$database.svg"
            printf '\n## %s\n\n![%s](%s)\n\n' "$name" "$name" "$workload-$database.svg"
            "$dir/flame" --shares --request "$(cpu "$database" "$workload")" <"$dir/traces"
        done
    done
} >docs/flame/README.md
