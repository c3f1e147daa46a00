package org.ficelle.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ficelle.Sample;
import org.ficelle.ShippedCase;
import org.ficelle.TestStore;
import org.ficelle.load.GraphImage;
import org.ficelle.load.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a load goes into one transaction, into several or through the importer, the graph is the same. */
class WaysOfWritingIT {

    private static final Clock NOON = Clock.fixed(Instant.parse("2023-11-13T12:00:00Z"), ZoneOffset.UTC);
    private static final EmbeddedStore.Bounds SMALL = new EmbeddedStore.Bounds(40, Integer.MAX_VALUE);
    private static final int KILLS = Math.max(3, Integer.getInteger("ficelle.kills", 60) / 10);

    /** All that Neo4j holds, but for what differs from load to load. */
    private static final List<String> WHOLE = List.of("""
            MATCH (n)
            RETURN reduce(text = '', label IN COLLECT {UNWIND labels(n) AS label RETURN label ORDER BY label} |
                    text + label + ' ')
                + reduce(text = '', key IN COLLECT {UNWIND keys(n) AS key RETURN key ORDER BY key} |
                    text + CASE WHEN key IN ['shown', 'firstSeen'] OR (n:Load OR n:Change) AND key IN ['id', 'fingerprint', 'load'] THEN key
                        ELSE key + '=' + toStringOrNull(coalesce(toStringOrNull(n[key]), reduce(s = '', x IN n[key] | s + x + ','))) END
                    + ' ') AS line ORDER BY line""", """
            MATCH (a)-[r]->(b)
            RETURN a.id + ' ' + type(r) + ' ' + b.id + ' '
                + reduce(text = '', key IN COLLECT {UNWIND keys(r) AS key RETURN key ORDER BY key} |
                    text + key + '=' + coalesce(toStringOrNull(r[key]), reduce(s = '', x IN r[key] | s + x + ','))
                    + ' ') AS line ORDER BY line""", """
            SHOW INDEXES YIELD name, state, type, entityType, labelsOrTypes, properties, owningConstraint, options
            RETURN name + state + type + entityType + toString(size(coalesce(labelsOrTypes, [])))
                + toString(size(coalesce(properties, []))) + coalesce(owningConstraint, '')
                + coalesce(options.indexConfig['fulltext.analyzer'], '') AS line ORDER BY line""");

    @Test
    void shouldMakeTheSameGraphInEveryWay(@TempDir Path folder) {
        GraphImage image = GraphImage.of(ShippedCase.all().corpus(), ShippedCase.dossiers(), "{}");
        List<List<String>> wholes = new ArrayList<>();
        for (EmbeddedStore.Bounds bounds :
                List.of(EmbeddedStore.Bounds.STANDARD, BatchedStore.BOUNDS, ImportedStore.BOUNDS)) {
            Path store = folder.resolve("store" + wholes.size());
            try (EmbeddedStore opened = EmbeddedStore.open(store, bounds, notice -> {})) {
                Loader.load(opened, image, NOON);

                try (View view = opened.view()) {
                    assertThat(view.elements())
                            .isEqualTo(image.elements().map(Element::content).toList());
                }
                assertThat(Loader.plan(opened, image).isEmpty()).isTrue();
            }
            assertThat(Files.exists(store.resolve("journal"))).isFalse();
            assertThat(Files.exists(store.resolve("new"))).isFalse();
            List<String> whole = new ArrayList<>();
            WHOLE.forEach(statement -> whole.addAll(TestStore.cypher(store, statement)));
            wholes.add(whole);
        }

        assertThat(wholes.get(0)).hasSizeGreaterThan(1_000).noneMatch("null"::equals);
        for (List<String> whole : wholes) {
            assertThat(whole).filteredOn(line -> !wholes.get(0).contains(line)).isEmpty();
            assertThat(whole).hasSameSizeAs(wholes.get(0));
        }
    }

    /** A process that loads is killed at some moment: the next to open the store finds the old graph or the new. */
    @ParameterizedTest
    @ValueSource(strings = {"batches", "import"})
    void shouldLeaveTheOldGraphOrTheNewWheneverItIsKilled(String way, @TempDir Path folder) throws Exception {
        String old = way.equals("import") ? "" : dump(folder.resolve("old"), state(0));
        String coming = dump(folder.resolve("new"), state(1));
        Random random = new Random();
        long longest = 2_000;
        int changed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path store = folder.resolve("store" + kill);
            if (!old.isEmpty()) {
                dump(store, state(0));
            }
            Process process = loading(store, way);
            assertThat(process.inputReader().readLine()).isEqualTo("loading");
            long start = System.nanoTime();
            // The first runs to its end, so that it is known how long the others may live.
            if (kill == 0) {
                assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
                longest = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            } else {
                process.waitFor(random.nextLong(longest), TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly().waitFor();
            List<String> notices = new ArrayList<>();
            try (EmbeddedStore opened = EmbeddedStore.open(store, SMALL, notices::add)) {
                String now = TestStore.dump(opened);
                assertThat(now).isIn(old, coming);
                assertThat(notices.isEmpty() || now.equals(coming)).isTrue();
                changed += now.equals(coming) ? 1 : 0;
                Loader.load(opened, state(1), Clock.systemUTC());
                assertThat(TestStore.dump(opened)).isEqualTo(coming);
            }
            TestStore.delete(store);
        }
        assertThat(changed).isPositive();
    }

    private static String dump(Path store, GraphImage image) {
        try (EmbeddedStore opened = EmbeddedStore.open(store)) {
            Loader.load(opened, image, Clock.systemUTC());
            return TestStore.dump(opened);
        }
    }

    private static GraphImage state(int number) {
        Sample sample = new Sample();
        IntStream.range(0, 300)
                .forEach(i -> sample.claim("person:p" + (i + 100 * number) + " HEADS company:c" + i % 7));
        IntStream.range(0, 100).forEach(i -> sample.entity("person:q" + i, "Name " + number));
        return sample.image();
    }

    private static Process loading(Path store, String way) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loading.class.getName(),
                        store.toString(),
                        way)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Brings a store to the second state. */
    static final class Loading {

        public static void main(String[] arguments) {
            EmbeddedStore.Bounds bounds = arguments[1].equals("import") ? new EmbeddedStore.Bounds(40, 1) : SMALL;
            try (EmbeddedStore store = EmbeddedStore.open(Path.of(arguments[0]), bounds, notice -> {})) {
                GraphImage image = state(1);
                System.out.println("loading");
                Loader.load(store, image, Clock.systemUTC());
            }
        }
    }
}
