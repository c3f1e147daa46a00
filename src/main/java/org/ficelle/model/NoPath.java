package org.ficelle.model;

import java.util.List;

/**
 * Why there is no path.
 *
 * @param blocked entities that paths may not pass through and on which every remaining chain runs
 * @param leftOut links that the rules left out; each entry by itself would let a chain in, or where something is blocked
 *     as well, would let it in if that were passed through
 */
public record NoPath(Reason reason, List<Blocked> blocked, List<LeftOut> leftOut) {

    /** Which of the possible reasons is true. */
    public enum Reason implements Labelled {
        /** An end is not in the graph. */
        UNKNOWN_ENTITY("unknown-entity"),
        /** No chain of links joins the ends, whatever the options. */
        NO_CHAIN("no-chain"),
        /** Chains run only through entities that may not be passed through. */
        BLOCKED("blocked"),
        /** Chains run only over links that the rules leave out. */
        LEFT_OUT("left-out"),
        /** The search ended at its limits before it could tell. */
        INCOMPLETE("incomplete");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * An entity that may not be passed through.
     *
     * @param hub whether it is blocked for its number of walkable links, and not for its kind or because the user asks
     *     to avoid it
     */
    public record Blocked(Vertex vertex, boolean hub) {

        /** Whether only the user's wish bars it. */
        public boolean avoided() {
            return !hub && vertex.transit();
        }
    }

    /**
     * Links that rules left out.
     *
     * @param option what lets them in, such as {@code --status +not-established} or {@code a later --as-of}; joined by
     *     "and" where it takes several
     * @param why the rules in words
     * @param links ids of links on the chain that would exist
     */
    public record LeftOut(String option, String why, List<String> links) {

        public LeftOut {
            links = List.copyOf(links);
        }
    }

    public NoPath {
        blocked = List.copyOf(blocked);
        leftOut = List.copyOf(leftOut);
    }
}
