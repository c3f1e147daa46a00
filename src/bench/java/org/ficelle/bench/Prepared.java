package org.ficelle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ficelle.cli.App;

/** Stores of made-up investigations that are kept from one run to the next. */
final class Prepared {

    private static final Path ONTOLOGY = Path.of("data", "ontology.json");
    private static final String DONE = "filled";

    private Prepared() {}

    /** The folder of a store with so many links. */
    static Path store(Path work, int links, long seed) throws IOException {
        Path place = work.resolve("links-" + links + "-seed-" + seed);
        Path store = place.resolve("store");
        if (!Files.exists(place.resolve(DONE))) {
            Path data = place.resolve("data");
            Synthetic.links(seed, links).write(data, ONTOLOGY);
            load(data, store);
            Files.createFile(place.resolve(DONE));
        }
        return store;
    }

    /** In a process of its own, which leaves nothing in the heap of this one. */
    private static void load(Path data, Path store) throws IOException {
        Process load = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        App.class.getName(),
                        "load",
                        "--store",
                        store.toString(),
                        data.toString())
                .inheritIO()
                .start();
        try {
            if (load.waitFor() != 0) {
                throw new IOException("the load into " + store + " ended with exit code " + load.exitValue());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("the load into " + store + " was interrupted", interrupted);
        }
    }
}
