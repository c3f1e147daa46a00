package org.ficelle.bench;

/** One way of finding a path between two entities. */
interface Contender {

    /**
     * What it found.
     *
     * @param reached whether there is a path
     * @param strength of the best path; {@link Double#NaN} when it does not tell
     * @param given whether it gave up before it knew
     */
    record Answer(boolean reached, double strength, boolean given) {

        static Answer of(double strength) {
            return new Answer(strength > 0, strength, false);
        }
    }

    String name();

    Answer answer(String from, String to);
}
