package org.ficelle.cli;

import java.util.List;
import java.util.stream.Stream;
import org.ficelle.graph.View;
import org.ficelle.model.Entity;
import org.ficelle.model.NameMatch;
import org.ficelle.model.Vertex;

/** Finds the one entity that a user means by an id, a name or an alias. */
final class Resolver {

    private static final int NEAREST = 5;

    private Resolver() {}

    /** Nothing bears the name; carries the nearest that do. */
    static final class Unknown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String text;
        private final transient List<NameMatch> nearest;

        Unknown(String text, List<NameMatch> nearest) {
            super("no entity is named '" + text + "'");
            this.text = text;
            this.nearest = List.copyOf(nearest);
        }

        String text() {
            return text;
        }

        List<NameMatch> nearest() {
            return nearest;
        }

        /** For standard error. */
        List<String> lines() {
            return Resolver.lines(
                    getMessage() + (nearest.isEmpty() ? ", nor anything like it" : "; the nearest are:"), nearest);
        }
    }

    /** Several entities bear the name; carries them. */
    static final class Ambiguous extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<NameMatch> candidates;

        Ambiguous(String text, List<NameMatch> candidates) {
            super("'" + text + "' is the name of " + candidates.size() + " entities; give one of their ids");
            this.candidates = List.copyOf(candidates);
        }

        /** For standard error. */
        List<String> lines() {
            return Resolver.lines(getMessage() + ":", candidates);
        }
    }

    private static List<String> lines(String sentence, List<NameMatch> matches) {
        return Stream.concat(Stream.of("ficelle: " + sentence), matches.stream().map(match -> "  " + describe(match)))
                .toList();
    }

    private static String describe(NameMatch match) {
        Entity entity = match.vertex().entity();
        String name = match.matched().equals(entity.name()) || match.matched().equals(entity.id())
                ? entity.name()
                : entity.name() + " (" + match.matched() + ")";
        return entity.id() + "  " + name;
    }

    /** The entity with this id, or the only one with this name or alias. */
    static Vertex resolve(View view, String text) {
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
