#!/bin/sh
# Loads made-up dossiers with the application folder, which it packages, and compares with LOAD CSV and neo4j-admin's import of the same graph. Prints one table.
# usage: loads.sh [CLAIMS...], 10000 100000 1000000 unless told; BENCH_HEAP is the heap of every process, 2g unless told
set -eu

(cd "$(dirname -- "$0")/../.." && mvn -q -DskipTests package >&2)
[ $# -gt 0 ] || set -- 10000 100000 1000000
exec "$(dirname -- "$0")/run.sh" LoadBench "$@"
