#!/bin/sh
# Compares a cold `ficelle path` on a loaded store with a Neo4j that boots, answers RETURN 1 and closes: the same flags,
# an equal store, and once Ficelle's class-data archive, once an archive made for it alone. The archive of Ficelle lacks
# what RETURN 1 needs of Cypher, so the second comparison is the harder one.
# Run it after `mvn -q -DskipTests package`; the folder must have no space in its path.
# usage: cold-path.sh [RUNS], 5 unless told
set -eu

root=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../.." && pwd -P)
app=$root/target/ficelle
work=$root/target/bench
[ -x "$app/bin/ficelle" ] || {
    echo "cold-path: there is no $app; run mvn -q -DskipTests package first" >&2
    exit 2
}
tools=${JAVA_HOME:+$JAVA_HOME/bin/}

rm -rf "$work"
mkdir -p "$work"
"${tools}javac" -d "$work/classes" -cp "$app/lib/*" "$root/src/bench/java/org/ficelle/graph/BootOnly.java"
"${tools}jar" --create --file "$work/boot.jar" -C "$work/classes" .

# With another Java than the build's, the archive is made now and not beside the measured runs.
FICELLE_ARCHIVE_AFTER=none "$app/bin/ficelle"
"$app/bin/ficelle" load --store "$work/path" "$app/data" >&2
cp -R "$work/path" "$work/boot"

# A second place for the same jars, where no archive of Ficelle fits.
mkdir -p "$work/alone/bin"
cp "$app/bin/ficelle" "$work/alone/bin"
ln -s "$app/lib" "$work/alone/lib"

exec "${tools}java" "$root/src/bench/java/ColdPath.java" "${1:-5}" "$app" "$work"
