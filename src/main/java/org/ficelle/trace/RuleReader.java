package org.ficelle.trace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ficelle.graph.View;
import org.ficelle.model.Claim;
import org.ficelle.model.Kind;
import org.ficelle.model.Labelled;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Ontology;
import org.ficelle.model.RelationClass;
import org.ficelle.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Makes rules of the words in which users give them, at the shell or in a query. What cannot be met is a
 * {@link WrongRule} that names the option; an entity that is unknown or ambiguous is as {@link Resolver} has it.
 */
public final class RuleReader {

    private final View view;
    private final Ontology ontology;
    private final UnaryOperator<String> spelling;

    /** @param spelling how users write an option such as {@code min-confidence} */
    public RuleReader(View view, Ontology ontology, UnaryOperator<String> spelling) {
        this.view = view;
        this.ontology = ontology;
        this.spelling = spelling;
    }

    /** The relations with these names, whatever their case. */
    public Set<String> relations(Collection<String> relations) {
        Set<String> names = new HashSet<>();
        for (String relation : relations) {
            String name = relation.toUpperCase(Locale.ROOT).replace('-', '_');
            if (!ontology.relations().containsKey(name)) {
                throw wrong(
                        "relation",
                        relation + ": the ontology has no such relation; give one of its names, such as HOSTED_ON");
            }
            names.add(name);
        }
        return names;
    }

    public Set<RelationClass> classes(Collection<String> labels) {
        return constants(RelationClass.class, "class", labels);
    }

    /**
     * The statuses to walk.
     *
     * @param labels those to walk, or with a + before them those to walk besides
     * @param strict whether only established links are walked, and what is named with a +
     */
    public Set<LinkStatus> statuses(Collection<String> labels, boolean strict) {
        List<String> only = new ArrayList<>();
        List<String> besides = new ArrayList<>();
        labels.forEach(status -> (status.startsWith("+") ? besides : only).add(status.replaceFirst("^\\+", "")));
        Set<LinkStatus> walked = EnumSet.noneOf(LinkStatus.class);
        walked.addAll(only.isEmpty() ? Rules.DEFAULT.ties().statuses() : constants(LinkStatus.class, "status", only));
        if (strict) {
            walked.retainAll(EnumSet.of(LinkStatus.ESTABLISHED));
        }
        walked.addAll(constants(LinkStatus.class, "status", besides));
        return walked;
    }

    /** Names of kinds, and ids of entities given in any way. */
    public Set<String> through(Collection<String> texts) {
        Set<String> passable = new HashSet<>();
        for (String text : texts) {
            ontology.kinds().values().stream()
                    .filter(kind -> kind.name().equalsIgnoreCase(text))
                    .map(Kind::name)
                    .findFirst()
                    .ifPresentOrElse(
                            passable::add,
                            () -> passable.add(Resolver.resolve(view, text).id()));
        }
        return passable;
    }

    /** Ids of entities given in any way. */
    public Set<String> avoid(Collection<String> texts) {
        Set<String> ids = new HashSet<>();
        texts.forEach(text -> ids.add(Resolver.resolve(view, text).id()));
        return ids;
    }

    /** Ids of documents and claims, all of which are in the graph. */
    public Set<String> without(Collection<String> ids) {
        for (String id : ids) {
            boolean known = id.startsWith(Claim.ID_PREFIX)
                    ? !view.claims(List.of(id)).isEmpty()
                    : view.documents(List.of(id)).containsKey(id);
            if (!known) {
                throw wrong(
                        "without", id + ": there is no such document, origin or claim; ficelle path prints their ids");
            }
        }
        return Set.copyOf(ids);
    }

    /** The last day of a day, month or year. */
    public @Nullable LocalDate asOf(@Nullable String text) {
        return text == null ? null : parse("as-of", text).last();
    }

    /** A day, month or year, or from one to another, written {@code 2023-06..2023-08}. */
    public When.@Nullable Range during(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int dots = text.indexOf("..");
        if (dots < 0) {
            return parse("during", text);
        }
        When.Range first = parse("during", text.substring(0, dots));
        When.Range last = parse("during", text.substring(dots + 2));
        if (last.last().isBefore(first.first())) {
            throw wrong("during", text + ": the end is before the beginning");
        }
        return new When.Range(first.first(), last.last(), first.precision());
    }

    private When.Range parse(String option, String text) {
        try {
            return When.Range.parse(text);
        } catch (IllegalArgumentException noDate) {
            throw new WrongRule(
                    spelling.apply(option) + ": " + noDate.getMessage() + "; write 2023-11-13, 2023-11 or 2023");
        }
    }

    private <E extends Enum<E> & Labelled> Set<E> constants(Class<E> type, String option, Collection<String> labels) {
        Set<E> found = EnumSet.noneOf(type);
        for (String label : labels) {
            found.add(Labelled.find(type, label.toLowerCase(Locale.ROOT))
                    .orElseThrow(
                            () -> wrong(option, label + " is none of " + String.join(", ", Labelled.labels(type)))));
        }
        return Collections.unmodifiableSet(found);
    }

    private WrongRule wrong(String option, String sentence) {
        return new WrongRule(spelling.apply(option) + " " + sentence);
    }
}
