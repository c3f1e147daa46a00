#!/bin/sh
# Runs a class of the benchmarks with the classes and libraries of the test scope, which it compiles first.
# usage: run.sh CLASS [ARGUMENT...], for instance
#   src/bench/run.sh Generate --links 100000 --seed 1 --out target/bench/made-up
# BENCH_JAVA_OPTS is put before the class, BENCH_CLASSPATH behind the class path.
set -eu

root=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
cd "$root"
mvn -q -Dfast test-compile dependency:build-classpath -DincludeScope=test \
    -Dmdep.outputFile=target/bench.classpath >&2

class=$1
shift
# The options are several words on purpose.
# shellcheck disable=SC2086
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" ${BENCH_JAVA_OPTS-} \
    -cp "target/test-classes:target/classes:$(cat target/bench.classpath)${BENCH_CLASSPATH:+:$BENCH_CLASSPATH}" \
    "org.ficelle.bench.$class" "$@"
