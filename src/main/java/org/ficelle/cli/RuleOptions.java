package org.ficelle.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ficelle.graph.View;
import org.ficelle.model.Ontology;
import org.ficelle.trace.RuleReader;
import org.ficelle.trace.Rules;
import org.ficelle.trace.WrongRule;
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
        var reader = new RuleReader(view, ontology, option -> "--" + option);
        try {
            return new Rules(
                    new Rules.Ties(
                            reader.relations(relations),
                            reader.classes(classes),
                            reader.statuses(statuses, strict),
                            context,
                            candidates,
                            directed),
                    new Rules.Passage(reader.through(through), reader.avoid(avoid), hubDegree),
                    new Rules.Evidence(
                            reader.asOf(asOf), reader.during(during), reader.without(without), minConfidence),
                    new Rules.Bounds(maxHops, paths, limit, Duration.ofSeconds(timeout)));
        } catch (WrongRule wrong) {
            throw new Fault(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
    }
}
