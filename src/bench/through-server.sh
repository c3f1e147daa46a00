#!/usr/bin/env bash
# Compares whole processes on one `ficelle serve`, in turn: `ficelle path` through the server, and `cypher-shell` with one
# query. Prints the medians of both and their ratio, in seconds of the clock and of the processors.
# Run it after `mvn -q -DskipTests package`; Maven fetches cypher-shell.
# usage: through-server.sh [RUNS], 11 unless told
set -euo pipefail

root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
runs=${1:-11}
app=$root/target/ficelle
work=$root/target/bench-server
[ -x "$app/bin/ficelle" ] || {
    echo "through-server: there is no $app; run mvn -q -DskipTests package first" >&2
    exit 2
}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
unset NEO4J_URI FICELLE_STORE
TIMEFORMAT='%R %U %S'

mvn -B -q -f "$root/src/bench/cypher-shell/pom.xml" \
    org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies \
    -DoutputDirectory="$root/target/cypher-shell" >&2
rm -rf "$work"
mkdir -p "$work"
cd "$work"
"$app/bin/ficelle" serve --http-port 0 --bolt-port 0 >ready 2>err &
server=$!
trap 'kill "$server"; wait "$server" || true' EXIT
until [ -s ready ]; do
    kill -0 "$server" || {
        cat err >&2
        exit 1
    }
    sleep 1
done
bolt=$(sed -n 's/^ready: .*@//p' ready)

path() {
    "$app/bin/ficelle" path @MuxtarYev "Mediamark Digital" >/dev/null
}

shell() {
    NEO4J_PASSWORD=$(cat .ficelle/password) "$java" -cp "$root/target/cypher-shell/*" org.neo4j.shell.Main \
        -a "bolt://$bolt" -u neo4j "RETURN 1" >/dev/null
}

# The first of each is not counted: it finds nothing in the caches of the system and of the server.
path
shell
for _ in $(seq "$runs"); do
    { time path; } 2>>path.times
    { time shell; } 2>>shell.times
done

# Median of the clock (1) or of the processors (2).
median() {
    awk -v of="$2" '{ print of == 1 ? $1 : $2 + $3 }' "$1" | sort -n | sed -n "$(((runs + 1) / 2))p"
}

for of in 1 2; do
    awk -v of="$of" -v path="$(median path.times "$of")" -v shell="$(median shell.times "$of")" 'BEGIN {
        printf "%-10s  ficelle path %.2f s  cypher-shell %.2f s  ratio %.2f\n",
            of == 1 ? "clock" : "processors", path, shell, path / shell }'
done
