package org.ficelle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tie between two entities hangs on: what lies behind its best path, and what becomes of the tie, over all paths
 * that the rules allow, when each of these by itself is withdrawn. Whatever is fatal to the tie is fatal to its best
 * path, so nothing fatal is missing.
 *
 * @param withdrawals those that change the best path or leave none; origins first, then documents, entities and claims
 * @param unexamined how many were not tried before the search reached its limits
 */
public record Footing(List<Withdrawal> withdrawals, int unexamined) {

    /** What can be withdrawn. */
    public enum Support implements Labelled {
        /** A document where information behind the best path started. */
        ORIGIN("origin"),
        /** A document in which it stands, or from which that one derives. */
        DOCUMENT("document"),
        /** An entity that it passes through. */
        ENTITY("entity"),
        /** A claim that asserts one of its links, or speaks against it. */
        CLAIM("claim");

        private final String label;

        Support(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * What one withdrawal leads to.
     *
     * @param next the best path that is then left; absent when none is
     */
    public record Withdrawal(
            Support support, String id, @Nullable Route next) {

        /** Whether no path is left. */
        public boolean fatal() {
            return next == null;
        }
    }

    /**
     * A path in short.
     *
     * @param strength the product over its hops
     * @param entities ids, from the one end to the other
     */
    public record Route(double strength, List<String> entities) {

        public Route {
            entities = List.copyOf(entities);
        }

        public int hops() {
            return entities.size() - 1;
        }
    }

    public Footing {
        withdrawals = List.copyOf(withdrawals);
    }
}
