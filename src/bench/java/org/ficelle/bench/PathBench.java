package org.ficelle.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ficelle.bench.Cast.Kind;
import org.ficelle.bench.Cast.Member;
import org.ficelle.graph.OpenStore;
import org.ficelle.graph.View;
import org.ficelle.model.Vertex;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares ways of finding a path between two entities, in turn on the same pairs in one process, and prints a table. */
@Command(name = "paths", mixinStandardHelpOptions = true, description = "Compares ways of finding paths.")
public final class PathBench implements Runnable {

    private static final double MEGABYTE = 1 << 20;

    /** How many pairs warm up for each that is measured. */
    private static final int WARM_UP = 10;

    @Parameters(paramLabel = "LINKS", defaultValue = "10000", description = "how many links the stores have")
    private List<Integer> sizes = List.of();

    @Option(names = "--pairs", defaultValue = "200", description = "default: ${DEFAULT-VALUE}")
    private int pairs;

    @Option(names = "--seed", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--work", defaultValue = "target/bench/paths", description = "where the stores are kept")
    private Path work = Path.of("");

    @Option(names = "--plugins", defaultValue = "target/bench/plugins", description = "the folder with APOC's jars")
    private Path plugins = Path.of("");

    @Option(
            names = "--patience",
            defaultValue = "300",
            description = "seconds after which a way that is slow is not asked any more; default: ${DEFAULT-VALUE}")
    private int patience;

    @Option(names = "--only", description = "ways whose names begin so; all unless given")
    private List<String> only = List.of();

    private PathBench() {}

    /** Ends with exit code 2 when the options are wrong. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PathBench()).execute(args));
    }

    /** Two entities by their ids. */
    record Pair(String from, String to) {}

    /** What one way took for its pairs. */
    private static final class Record {
        private final List<Double> milliseconds = new ArrayList<>();
        private final List<Double> ofProcessor = new ArrayList<>();
        private final List<Contender.Answer> answers = new ArrayList<>();
        private long warmUp;
        private long spent;
        private long allocated;

        double quantile(double share) {
            return quantile(milliseconds, share);
        }

        /** Of those pairs that it found joined, or of the others. */
        double median(boolean reached) {
            return quantile(
                    IntStream.range(0, milliseconds.size())
                            .filter(i -> answers.get(i).reached() == reached)
                            .mapToObj(milliseconds::get)
                            .toList(),
                    0.5);
        }

        double quantileOfProcessor(double share) {
            return quantile(ofProcessor, share);
        }

        private static double quantile(List<Double> of, double share) {
            List<Double> sorted = of.stream().sorted().toList();
            return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        }
    }

    @Override
    public void run() {
        System.out.println("Java " + Runtime.version() + " with "
                + ManagementFactory.getRuntimeMXBean().getInputArguments() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, load average "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        for (int links : sizes) {
            try {
                compare(links);
            } catch (IOException failure) {
                throw new CommandLine.ExecutionException(
                        new CommandLine(this), "the store cannot be made: " + failure.getMessage(), failure);
            }
        }
    }

    private void compare(int links) throws IOException {
        Path folder = Prepared.store(work, links, seed);
        try (OpenStore open = new OpenStore(folder, plugins)) {
            Contenders contenders = new Contenders(open);
            contenders.price();
            contenders.warm();
            List<Pair> drawn = draw(open, Synthetic.links(seed, links).cast(), (1 + WARM_UP) * pairs, seed);
            List<Contender> ways = new ArrayList<>(List.of(
                    contenders.ficelle(1),
                    contenders.ficelle(3),
                    contenders.cypher(),
                    contenders.apoc(Duration.ofSeconds(30)),
                    contenders.jgrapht()));
            if (!only.isEmpty()) {
                ways.removeIf(way -> only.stream().noneMatch(way.name()::startsWith));
            }
            print(links, ways, measure(ways, drawn.subList(pairs, drawn.size()), drawn.subList(0, pairs)));
        }
    }

    /** Random pairs of different entities; whether anything joins them is left to chance. */
    static List<Pair> draw(OpenStore open, Cast cast, int pairs, long seed) {
        Dice dice = new Dice(seed, 4711);
        Set<Pair> drawn = new LinkedHashSet<>();
        try (View view = open.store().view()) {
            while (drawn.size() < pairs) {
                String from = entity(view, cast, dice);
                String to = entity(view, cast, dice);
                if (!from.equals(to)) {
                    drawn.add(new Pair(from, to));
                }
            }
        }
        return List.copyOf(drawn);
    }

    private static String entity(View view, Cast cast, Dice dice) {
        int all = 0;
        for (Kind kind : Kind.values()) {
            all += cast.count(kind);
        }
        int number = dice.below(all);
        Kind[] kinds = Kind.values();
        int kind = 0;
        while (number >= cast.count(kinds[kind])) {
            number -= cast.count(kinds[kind++]);
        }
        String id = cast.id(new Member(kinds[kind], number));
        Vertex vertex = view.vertices(List.of(id)).get(id);
        if (vertex == null) {
            throw new IllegalArgumentException("the store has no entity " + id);
        }
        return vertex.id();
    }

    /** Warms up with other pairs than those that are measured, so that no way has met these before. */
    private Map<Contender, Record> measure(List<Contender> ways, List<Pair> warmUp, List<Pair> asked) {
        Map<Contender, Record> records = new LinkedHashMap<>();
        ways.forEach(way -> records.put(way, new Record()));
        for (List<Pair> round : List.of(warmUp, asked)) {
            for (int i = 0; i < round.size(); i++) {
                for (int turn = 0; turn < ways.size(); turn++) {
                    Contender way = ways.get((i + turn) % ways.size());
                    ask(way, round.get(i), records.get(way), round == warmUp);
                }
            }
        }
        return records;
    }

    private void ask(Contender way, Pair pair, Record record, boolean warmUp) {
        long patienceNanos = Duration.ofSeconds(patience).toNanos();
        if (warmUp ? record.warmUp > patienceNanos / 3 : record.spent > patienceNanos) {
            return;
        }
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long processor = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        Contender.Answer answer = way.answer(pair.from(), pair.to());
        long time = System.nanoTime() - start;
        processor = threads.getCurrentThreadCpuTime() - processor;
        if (warmUp) {
            record.warmUp += time;
        } else {
            record.spent += time;
            record.milliseconds.add(time / 1e6);
            record.ofProcessor.add(processor / 1e6);
            record.answers.add(answer);
            record.allocated = Math.max(record.allocated, threads.getCurrentThreadAllocatedBytes() - before);
        }
    }

    private static void print(int links, List<Contender> ways, Map<Contender, Record> records) {
        Record first = records.get(ways.get(0));
        System.out.printf(Locale.ROOT, "%n%d links%n", links);
        System.out.printf(
                Locale.ROOT,
                "%-20s %5s %9s %9s %9s %9s %9s %9s %6s %6s %7s %9s %9s %6s %9s%n",
                "",
                "pairs",
                "p50 ms",
                "p95 ms",
                "p99 ms",
                "most ms",
                "cpu p50",
                "cpu p95",
                "p50 ×",
                "p95 ×",
                "reached",
                "their p50",
                "others'",
                "no end",
                "alloc MB");
        for (Contender way : ways) {
            Record record = records.get(way);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %5d %9.2f %9.2f %9.2f %9.2f %9.2f %9.2f %6.2f %6.2f %7d %9.2f %9.2f %6d %9.1f%n",
                    way.name(),
                    record.milliseconds.size(),
                    record.quantile(0.5),
                    record.quantile(0.95),
                    record.quantile(0.99),
                    record.quantile(1),
                    record.quantileOfProcessor(0.5),
                    record.quantileOfProcessor(0.95),
                    record.quantileOfProcessor(0.5) / first.quantileOfProcessor(0.5),
                    record.quantileOfProcessor(0.95) / first.quantileOfProcessor(0.95),
                    record.answers.stream().filter(Contender.Answer::reached).count(),
                    record.median(true),
                    record.median(false),
                    record.answers.stream().filter(Contender.Answer::given).count(),
                    record.allocated / MEGABYTE);
        }
        System.out.println(
                "cpu is the time that the asking thread had a processor, in ms: what counts where other work runs;"
                        + " × compares it with the first line; their p50 and the others' are of the pairs that were reached"
                        + " and of those that were not; alloc is the most that one query allocated, live or not");
        for (Contender way : ways) {
            if (way != ways.get(0)) {
                disagreements(ways.get(0), first, way, records.get(way));
            }
        }
    }

    private static void disagreements(Contender one, Record first, Contender other, Record record) {
        int reached = 0;
        int strength = 0;
        for (int i = 0; i < Math.min(first.answers.size(), record.answers.size()); i++) {
            Contender.Answer a = first.answers.get(i);
            Contender.Answer b = record.answers.get(i);
            if (!a.given() && !b.given()) {
                reached += a.reached() == b.reached() ? 0 : 1;
                strength += Math.abs(a.strength() - b.strength()) > 1e-6 * a.strength() ? 1 : 0;
            }
        }
        System.out.printf(
                "%s and %s: %d pairs reached by one alone, %d of different strength%n",
                one.name(), other.name(), reached, strength);
    }
}
