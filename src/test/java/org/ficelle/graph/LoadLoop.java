package org.ficelle.graph;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ficelle.Sample;
import org.ficelle.load.GraphImage;
import org.ficelle.load.Loader;
import org.ficelle.model.Digest;

/**
 * A process that loads two states into a store in turn until it is killed, and prints a line before and after each load;
 * the first line is the state in which it found the store.
 */
public final class LoadLoop {

    private static final int SIZE = 120;

    private LoadLoop() {}

    /** The first state: people who head companies. */
    public static GraphImage one() {
        Sample sample = new Sample();
        IntStream.range(0, SIZE).forEach(i -> sample.claim("person:p" + i + " HEADS company:c" + i % 7));
        return sample.image();
    }

    /** The second state: some of the people gone, some new, all with other links. */
    public static GraphImage two() {
        Sample sample = new Sample();
        IntStream.range(SIZE / 3, SIZE + SIZE / 3)
                .forEach(i ->
                        sample.claim("person:p" + i + (i % 2 == 0 ? " PROMOTES" : " HEADS") + " company:c" + i % 5));
        return sample.image();
    }

    /** A digest of everything in the graph. */
    public static String state(Store store) {
        return store.read(LoadLoop::state);
    }

    private static String state(View view) {
        List<String> parts = new ArrayList<>();
        view.elements().forEach(element -> parts.add(element.toString()));
        view.fingerprints((key, fingerprint) -> parts.add(key + " " + fingerprint));
        parts.sort(null);
        return Digest.of(parts);
    }

    private static EmbeddedStore.Bounds bounds(String batch) {
        return new EmbeddedStore.Bounds(Integer.parseInt(batch), Integer.MAX_VALUE);
    }

    /** @param args the folder of the store, the state to begin with (1 or 2), and how many changes a transaction holds */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true);
        List<GraphImage> images = List.of(one(), two());
        try (Store store = EmbeddedStore.open(Path.of(args[0]), bounds(args[2]), notice -> {})) {
            out.println("found " + state(store));
            int turn = Integer.parseInt(args[1]) - 1;
            while (true) {
                out.println("begins " + (turn + 1));
                Loader.load(store, images.get(turn), Clock.systemUTC());
                out.println("ends " + (turn + 1));
                turn = 1 - turn;
            }
        }
    }
}
