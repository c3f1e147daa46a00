package org.ficelle.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.ficelle.graph.View;
import org.ficelle.model.Claim;
import org.ficelle.model.Kind;
import org.ficelle.model.Labelled;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Ontology;
import org.ficelle.model.RelationClass;
import org.ficelle.model.When;
import org.ficelle.trace.Rules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a path may use, as options. */
final class RuleOptions {

    @Option(names = "-k", paramLabel = "N", description = "At most N paths, strongest first; default: 3.")
    private int paths = Rules.DEFAULT.bounds().k();

    @Option(names = "--max-hops", paramLabel = "N", description = "No path longer than N hops; default: 16.")
    private int maxHops = Rules.DEFAULT.bounds().maxHops();

    @Option(names = "--relation", paramLabel = "NAME", split = ",", description = "Walk only these relations.")
    private List<String> relations = new ArrayList<>();

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            split = ",",
            description =
                    "Walk only relations of these classes: attribution, technical, content, organisational, context.")
    private List<String> classes = new ArrayList<>();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "Walk only links of these statuses: established, alleged, self-declared, inferred, contested,"
                    + " not-established; default: all but the last. With a + before it, a status is walked besides.")
    private List<String> statuses = new ArrayList<>();

    @Option(names = "--strict", description = "Walk established links only.")
    private boolean strict;

    @Option(
            names = "--through",
            paramLabel = "ENTITY|KIND",
            description = "Let paths pass through this entity, or through this kind of entity; repeatable.")
    private List<String> through = new ArrayList<>();

    @Option(names = "--avoid", paramLabel = "ENTITY", description = "Let no path pass through this entity; repeatable.")
    private List<String> avoid = new ArrayList<>();

    @Option(
            names = "--hub-degree",
            paramLabel = "N",
            description = "Let no path pass through entities with more than N walkable links; default: 50.")
    private int hubDegree = Rules.DEFAULT.passage().hubDegree();

    @Option(
            names = "--min-confidence",
            paramLabel = "0-100",
            description = "Leave out assertions below this confidence; the prior stands in where a source gives none.")
    private int minConfidence;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Only what documents published by then say; undated documents are left out.")
    private @Nullable String asOf;

    @Option(
            names = "--during",
            paramLabel = "A..B",
            description = "Leave out claims whose own dates lie wholly outside; undated claims stay.")
    private @Nullable String during;

    @Option(
            names = "--without",
            paramLabel = "ID",
            description = "As if this document, origin or claim were withdrawn; repeatable.")
    private List<String> without = new ArrayList<>();

    @Option(names = "--candidates", description = "Walk from an entity to one that is possibly the same.")
    private boolean candidates;

    @Option(names = "--context", description = "Walk context relations too: places, targets, offices, platforms.")
    private boolean context;

    @Option(names = "--directed", description = "Walk links only as asserted, from subject to object.")
    private boolean directed;

    @Option(names = "--limit", paramLabel = "N", description = "Give up after reading N links; default: 5000000.")
    private long limit = Rules.DEFAULT.bounds().links();

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Give up after this time; default: 60.")
    private long timeout = Rules.DEFAULT.bounds().timeout().toSeconds();

    /** The rules these options ask for; a {@link Fault} names the first option that cannot be met. */
    Rules rules(View view, Ontology ontology) {
        return checked(() -> new Rules(
                new Rules.Ties(
                        relations(ontology),
                        constants(RelationClass.class, "--class", classes),
                        statuses(),
                        context,
                        candidates,
                        directed),
                new Rules.Passage(through(view, ontology), entities(view, avoid), hubDegree),
                new Rules.Evidence(day("--as-of", asOf), range(), withdrawn(view), minConfidence),
                new Rules.Bounds(maxHops, paths, limit, Duration.ofSeconds(timeout))));
    }

    private Set<LinkStatus> statuses() {
        List<String> only = new ArrayList<>();
        List<String> besides = new ArrayList<>();
        statuses.forEach(status -> (status.startsWith("+") ? besides : only).add(status.replaceFirst("^\\+", "")));
        Set<LinkStatus> walked = EnumSet.noneOf(LinkStatus.class);
        walked.addAll(only.isEmpty() ? Rules.DEFAULT.ties().statuses() : constants(LinkStatus.class, "--status", only));
        if (strict) {
            walked.retainAll(EnumSet.of(LinkStatus.ESTABLISHED));
        }
        walked.addAll(constants(LinkStatus.class, "--status", besides));
        return walked;
    }

    private static Rules checked(Supplier<Rules> rules) {
        try {
            return rules.get();
        } catch (IllegalArgumentException outOfRange) {
            throw new Fault(ExitCode.USAGE, String.valueOf(outOfRange.getMessage()));
        }
    }

    private Set<String> relations(Ontology ontology) {
        Set<String> names = new HashSet<>();
        for (String relation : relations) {
            String name = relation.toUpperCase(Locale.ROOT).replace('-', '_');
            if (!ontology.relations().containsKey(name)) {
                throw new Fault(
                        ExitCode.USAGE,
                        "--relation " + relation + ": the ontology has no such relation; give one of its"
                                + " names, such as HOSTED_ON");
            }
            names.add(name);
        }
        return names;
    }

    private Set<String> through(View view, Ontology ontology) {
        Set<String> passable = new HashSet<>();
        for (String text : through) {
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

    private static Set<String> entities(View view, List<String> texts) {
        Set<String> ids = new HashSet<>();
        texts.forEach(text -> ids.add(Resolver.resolve(view, text).id()));
        return ids;
    }

    private Set<String> withdrawn(View view) {
        for (String id : without) {
            boolean known = id.startsWith(Claim.ID_PREFIX)
                    ? !view.claims(List.of(id)).isEmpty()
                    : view.documents(List.of(id)).containsKey(id);
            if (!known) {
                throw new Fault(
                        ExitCode.USAGE,
                        "--without " + id
                                + ": there is no such document, origin or claim; ficelle path prints their ids");
            }
        }
        return Set.copyOf(without);
    }

    private When.@Nullable Range range() {
        if (during == null) {
            return null;
        }
        int dots = during.indexOf("..");
        if (dots < 0) {
            return parse("--during", during);
        }
        When.Range first = parse("--during", during.substring(0, dots));
        When.Range last = parse("--during", during.substring(dots + 2));
        if (last.last().isBefore(first.first())) {
            throw new Fault(ExitCode.USAGE, "--during " + during + ": the end is before the beginning");
        }
        return new When.Range(first.first(), last.last(), first.precision());
    }

    private static @Nullable LocalDate day(String option, @Nullable String text) {
        return text == null ? null : parse(option, text).last();
    }

    private static When.Range parse(String option, String text) {
        try {
            return When.Range.parse(text);
        } catch (IllegalArgumentException noDate) {
            throw new Fault(
                    ExitCode.USAGE, option + ": " + noDate.getMessage() + "; write 2023-11-13, 2023-11 or 2023");
        }
    }

    private static <E extends Enum<E> & Labelled> Set<E> constants(Class<E> type, String option, List<String> labels) {
        Set<E> found = EnumSet.noneOf(type);
        for (String label : labels) {
            found.add(Labelled.find(type, label.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new Fault(
                            ExitCode.USAGE,
                            option + " " + label + " is none of " + String.join(", ", Labelled.labels(type)))));
        }
        return Collections.unmodifiableSet(found);
    }
}
