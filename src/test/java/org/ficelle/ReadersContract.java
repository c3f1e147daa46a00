package org.ficelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ficelle.graph.Store;
import org.ficelle.graph.StoreException;
import org.ficelle.graph.View;
import org.ficelle.load.GraphImage;
import org.ficelle.query.QueryLibrary;
import org.ficelle.trace.PathFinder;
import org.ficelle.trace.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Eight readers ask for paths and stored queries during a hundred loads of two states in turn, and see no third one. */
abstract class ReadersContract {

    private static final int READERS = 8;
    private static final int LOADS = Integer.getInteger("ficelle.loads", 100);
    private static final String OUTRUN = "a load changed the graph while it was read; run the command again";
    private static final int QUESTIONS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestStore graph;
    private final List<GraphImage> images = List.of(one(), two());
    private final Map<String, Function<View, Object>> questions = questions();

    /** What each question is answered with in the first state and in the second. */
    private final Map<String, List<Object>> known = new LinkedHashMap<>();

    private final AtomicInteger readings = new AtomicInteger();

    ReadersContract(TestStore graph) {
        this.graph = graph;
    }

    private enum State {
        FIRST,
        SECOND
    }

    private static GraphImage one() {
        Sample sample = new Sample();
        chain(sample, "person:p", "HEADS", "company:a");
        sample.denied("person:p1 HEADS company:a1", "person:p1");
        return sample.image();
    }

    private static GraphImage two() {
        Sample sample = new Sample();
        chain(sample, "person:p", "PROMOTES", "company:b");
        sample.alleged("person:p1 HEADS company:a1", "person:rumour", "gossip");
        return sample.image();
    }

    /** Ways between {@code company:start} and {@code company:end}, and much beside them. */
    private static void chain(Sample sample, String person, String relation, String company) {
        IntStream.range(0, 30).forEach(i -> {
            sample.claim(person + i + " " + relation + " company:start");
            sample.claim(person + i + " HEADS " + company + i % 4);
            sample.claim(company + i % 4 + " ATTRIBUTED_TO person:q" + i % 3);
            sample.claim("person:q" + i % 3 + " " + relation + " company:end");
        });
    }

    private static Map<String, Function<View, Object>> questions() {
        Map<String, Function<View, Object>> questions = new LinkedHashMap<>();
        for (String to : List.of("company:end", "person:q1", "person:p7")) {
            questions.put("path to " + to, view -> {
                var ends = view.vertices(List.of("company:start", to));
                return new PathFinder(Clock.systemUTC())
                        .search(view, Sample.ONTOLOGY, ends.get("company:start"), ends.get(to), Rules.DEFAULT)
                        .answer();
            });
        }
        QueryLibrary.read(Path.of("cypher"))
                .queries()
                .forEach(query ->
                        questions.put(query.name(), view -> view.query(query.text(), query.bind(Map.of()), PATIENCE)));
        return questions;
    }

    /** A further way to the same graph, for one reader alone; the one that all share by default. */
    Store reader() {
        return graph.store();
    }

    @Test
    void shouldShowOneOfTheTwoStatesToEveryReaderAtEveryTime() {
        findOutWhatIsKnown();
        assertThat(known).hasSizeGreaterThan(8).containsKey("path to company:end");
        AtomicBoolean over = new AtomicBoolean();
        Set<String> strange = ConcurrentHashMap.newKeySet();
        Set<State> seen = ConcurrentHashMap.newKeySet();

        List<CompletableFuture<Integer>> readers = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            Random random = new Random(reader);
            readers.add(CompletableFuture.supplyAsync(
                    () -> read(random, over, strange, seen), task -> new Thread(task).start()));
        }
        for (int load = 0; load < LOADS; load++) {
            graph.load(images.get(load % 2));
            awaitReading(readers);
        }
        over.set(true);

        assertThat(readers.stream().map(CompletableFuture::join)).allMatch(readings -> readings > 0);
        assertThat(strange).isEmpty();
        assertThat(seen).containsExactlyInAnyOrder(State.values());
    }

    /** Waits until somebody has read to the end since, so that readers of a server are not outrun for ever. */
    private void awaitReading(List<CompletableFuture<Integer>> readers) {
        int before = readings.get();
        while (readings.get() == before && readers.stream().noneMatch(CompletableFuture::isDone)) {
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    /** Keeps the questions of which the answer depends on the state and on nothing else. */
    private void findOutWhatIsKnown() {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int load = 0; load < 4; load++) {
            graph.load(images.get(load % 2));
            Map<String, Object> now = new LinkedHashMap<>();
            try (View view = graph.view()) {
                questions.forEach((name, question) -> now.put(name, question.apply(view)));
            }
            answers.add(now);
        }
        questions.keySet().forEach(name -> {
            List<Object> all = answers.stream().map(now -> now.get(name)).toList();
            if (all.get(0).equals(all.get(2))
                    && all.get(1).equals(all.get(3))
                    && !all.get(0).equals(all.get(1))
                    && known.size() < QUESTIONS) {
                known.put(name, all.subList(0, 2));
            }
        });
    }

    private int read(Random random, AtomicBoolean over, Set<String> strange, Set<State> seen) {
        Store store = reader();
        List<String> names = List.copyOf(known.keySet());
        int own = 0;
        try {
            while (!over.get()) {
                List<String> asked =
                        random.ints(2, 0, names.size()).mapToObj(names::get).toList();
                Set<State> states = ask(store, view -> {
                    Set<State> possible = EnumSet.allOf(State.class);
                    asked.forEach(name ->
                            possible.retainAll(states(name, questions.get(name).apply(view))));
                    return possible;
                });
                if (states == null) {
                    continue;
                }
                if (states.isEmpty()) {
                    strange.add("a third state in the answers to " + asked);
                }
                seen.addAll(states);
                own++;
                readings.incrementAndGet();
            }
        } finally {
            if (store != graph.store()) {
                store.close();
            }
        }
        return own;
    }

    /** The answer, or null when loads outran the reader until it gave up. */
    private static <T> @Nullable T ask(Store store, Function<View, T> question) {
        try {
            return store.read(question);
        } catch (StoreException outrun) {
            if (OUTRUN.equals(outrun.getMessage())) {
                return null;
            }
            throw outrun;
        }
    }

    private Set<State> states(String name, Object answer) {
        Set<State> states = EnumSet.noneOf(State.class);
        for (State state : State.values()) {
            if (known.get(name).get(state.ordinal()).equals(answer)) {
                states.add(state);
            }
        }
        return states;
    }
}
