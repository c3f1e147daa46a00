package org.ficelle.trace;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.graph.View;
import org.ficelle.model.Entity;
import org.ficelle.model.NameMatch;
import org.ficelle.model.Vertex;

/** Finds the one entity that a user means by an id, a name or an alias. */
public final class Resolver {

    private static final int NEAREST = 5;

    private Resolver() {}

    /** Nothing bears the name; carries the nearest that do. */
    public static final class Unknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String text;
        private final transient List<NameMatch> nearest;

        Unknown(String text, List<NameMatch> nearest) {
            super("no entity is named '" + text + "'");
            this.text = text;
            this.nearest = List.copyOf(nearest);
        }

        public String text() {
            return text;
        }

        public List<NameMatch> nearest() {
            return nearest;
        }

        /** The sentence, and a line for each of the nearest. */
        public String told() {
            return Resolver.told(
                    getMessage() + (nearest.isEmpty() ? ", nor anything like it" : "; the nearest are:"), nearest);
        }
    }

    /** Several entities bear the name; carries them. */
    public static final class Ambiguous extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<NameMatch> candidates;

        Ambiguous(String text, List<NameMatch> candidates) {
            super("'" + text + "' is the name of " + candidates.size() + " entities; give one of their ids");
            this.candidates = List.copyOf(candidates);
        }

        public List<NameMatch> candidates() {
            return candidates;
        }

        /** The sentence, and a line for each candidate. */
        public String told() {
            return Resolver.told(getMessage() + ":", candidates);
        }
    }

    private static String told(String sentence, List<NameMatch> matches) {
        return Stream.concat(Stream.of(sentence), matches.stream().map(match -> "  " + describe(match)))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String describe(NameMatch match) {
        Entity entity = match.vertex().entity();
        String name = match.matched().equals(entity.name()) || match.matched().equals(entity.id())
                ? entity.name()
                : entity.name() + " (" + match.matched() + ")";
        return entity.id() + "  " + name;
    }

    /**
     * The entity with this id, or the only one with this name or alias; an {@link Unknown} or {@link Ambiguous} when there
     * is no such one.
     */
    public static Vertex resolve(View view, String text) {
        List<NameMatch> exact = view.named(text);
        if (exact.isEmpty()) {
            throw new Unknown(text, view.search(text, NEAREST));
        }
        if (exact.get(0).closeness() == NameMatch.Closeness.ID) {
            return exact.get(0).vertex();
        }
        if (exact.size() > 1) {
            throw new Ambiguous(text, exact);
        }
        return exact.get(0).vertex();
    }
}
