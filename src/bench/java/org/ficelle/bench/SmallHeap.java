package org.ficelle.bench;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.ficelle.bench.PathBench.Pair;
import org.ficelle.graph.OpenStore;
import org.ficelle.graph.View;
import org.ficelle.model.Ontology;
import org.ficelle.model.Vertex;
import org.ficelle.read.OntologyReader;
import org.ficelle.trace.PathFinder;
import org.ficelle.trace.Rules;

/**
 * Searches in a process that was given a small heap, and prints what lived in it: idle, and at most after any collection
 * of garbage. The smaller the heap, the closer that comes to the true peak.
 */
public final class SmallHeap {

    private static final double MEGABYTE = 1 << 20;

    private SmallHeap() {}

    /**
     * Takes the folder of a store and the ids of two entities, or the folder where {@link PathBench} keeps its stores, a
     * number of links and a number of pairs.
     */
    public static void main(String[] args) throws IOException {
        boolean made = args[1].matches("\\d+");
        Path folder = made ? Prepared.store(Path.of(args[0]), Integer.parseInt(args[1]), 1) : Path.of(args[0]);
        AtomicLong peak = new AtomicLong();
        try (OpenStore open = new OpenStore(folder, folder.resolve("plugins"))) {
            List<Pair> pairs = made
                    ? PathBench.draw(
                            open, Synthetic.links(1, Integer.parseInt(args[1])).cast(), Integer.parseInt(args[2]), 1)
                    : List.of(new Pair(args[1], args[2]));
            Ontology ontology;
            try (View view = open.store().view()) {
                ontology = OntologyReader.parse(view.ontology().orElseThrow());
            }
            System.gc();
            long idle = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            listen(peak);
            List<Integer> paths = new ArrayList<>();
            for (Pair pair : pairs) {
                paths.add(open.store().read(view -> {
                    Map<String, Vertex> ends = view.vertices(List.of(pair.from(), pair.to()));
                    return new PathFinder(Clock.systemUTC())
                            .find(view, ontology, ends.get(pair.from()), ends.get(pair.to()), Rules.DEFAULT)
                            .paths()
                            .size();
                }));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d searches, %d paths; heap idle %.0f MB, at most %.0f MB above that, of %.0f MB%n",
                    pairs.size(),
                    paths.stream().mapToInt(Integer::intValue).sum(),
                    idle / MEGABYTE,
                    Math.max(0, peak.get() - idle) / MEGABYTE,
                    Runtime.getRuntime().maxMemory() / MEGABYTE);
        }
    }

    private static void listen(AtomicLong peak) {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> {
                                com.sun.management.GarbageCollectionNotificationInfo collection =
                                        com.sun.management.GarbageCollectionNotificationInfo.from(
                                                (CompositeData) notification.getUserData());
                                long used = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                                        .filter(pool -> pool.getKey().matches(".*(Eden|Survivor|Old|Tenured).*"))
                                        .map(Map.Entry::getValue)
                                        .mapToLong(MemoryUsage::getUsed)
                                        .sum();
                                peak.accumulateAndGet(used, Math::max);
                            },
                            null,
                            null);
        }
    }
}
