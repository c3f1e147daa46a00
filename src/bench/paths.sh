#!/bin/sh
# Compares Ficelle's search with Cypher's shortestPath, APOC's dijkstra and JGraphT on made-up stores, which it makes and
# keeps under target/bench/paths.
# usage: paths.sh [LINKS...] [OPTION...], 10000 100000 1000000 unless told; --help lists the options.
# BENCH_JAVA_OPTS gives Java other options than its own and -Xmx6g, for instance those of the launcher.
set -eu

root=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
cd "$root"
mvn -q dependency:copy-dependencies -Papoc -DincludeScope=test \
    -DincludeGroupIds=org.neo4j.procedure,com.opencsv,org.roaringbitmap -DoutputDirectory=target/bench/plugins >&2
[ $# -gt 0 ] || set -- 10000 100000 1000000
# APOC is wanted twice: Neo4j finds procedures in the folder only, and what they are given on the class path only.
BENCH_CLASSPATH='target/bench/plugins/*' BENCH_JAVA_OPTS=${BENCH_JAVA_OPTS--Xmx6g} exec src/bench/run.sh PathBench "$@"
