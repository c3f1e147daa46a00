package org.ficelle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ficelle.graph.EmbeddedStore;

/** Stores of made-up investigations that are kept from one run to the next. */
final class Prepared {

    private static final Path ONTOLOGY = Path.of("data", "ontology.json");
    private static final String DONE = "filled";

    private Prepared() {}

    /** Fills a store, unless it is there: the folder, how many links, the seed. */
    public static void main(String[] args) throws IOException {
        store(Path.of(args[0]), Integer.parseInt(args[1]), Long.parseLong(args[2]));
    }

    /** The folder of a store with so many links. */
    static Path store(Path work, int links, long seed) throws IOException {
        Path place = work.resolve("links-" + links + "-seed-" + seed);
        Path store = place.resolve("store");
        if (!Files.exists(place.resolve(DONE))) {
            System.err.println("filling a store with " + links + " links");
            Path data = place.resolve("data");
            if (!Files.exists(data)) {
                Synthetic.links(seed, links).write(data, ONTOLOGY);
            }
            try (EmbeddedStore filled = EmbeddedStore.open(store)) {
                Fill.fill(filled, data);
            }
            Files.createFile(place.resolve(DONE));
        }
        return store;
    }
}
