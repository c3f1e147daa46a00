package org.ficelle.schedule;

import java.util.List;

/** How one load ended. */
public sealed interface Outcome {

    /**
     * The graph says what the files say.
     *
     * @param result what the load did, in a few words
     */
    record Loaded(String result) implements Outcome {}

    /**
     * The graph is as it was before.
     *
     * @param sentence why
     * @param problems the first problems of the data, each with its place
     */
    record Failed(String sentence, List<String> problems) implements Outcome {
        public Failed {
            problems = List.copyOf(problems);
        }
    }

    /**
     * It is too early to tell: a file is being written, or somebody uses the store.
     *
     * @param sentence what is in the way
     */
    record Later(String sentence) implements Outcome {}
}
