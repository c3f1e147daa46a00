package org.ficelle.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.graph.View;
import org.ficelle.model.NameMatch;
import org.ficelle.model.Ontology;
import org.ficelle.model.Vertex;
import org.ficelle.render.Json;
import org.ficelle.render.PathReport;
import org.ficelle.render.PathText;
import org.ficelle.trace.PathFinder;
import org.ficelle.trace.Resolver;
import org.ficelle.trace.Rules;
import org.ficelle.trace.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ficelle path}: how two entities are tied, with the evidence for every hop. */
@Command(
        name = "path",
        description = {
            "Finds the strongest chains of documented links between two entities, with who says so for every hop.",
            "When there is none, says why, and what speaks against a tie.",
            "With several targets, exits with 0 when a path leads to any of them."
        },
        footer = {
            "",
            "Examples:",
            "  ficelle path @MuxtarYev \"Mediamark Digital\"",
            "  ficelle path Olimpiya \"Azerbaijani government\"",
            "  ficelle path @MuxtarYev \"Eleven Kings\" \"Mediamark Digital\" --explain",
            "  ficelle path @NewYorkInsider \"Eleven Kings\" -k 5 --strict --format json"
        })
final class PathCommand extends GraphCommand {

    @Parameters(index = "0", paramLabel = "FROM", description = "The id, name or alias of one end.")
    private String from = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "TO",
            description = "The other end, or several of them, each with an answer of its own.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--to", paramLabel = "TO", description = "A further end; repeatable.")
    private List<String> furtherTargets = new ArrayList<>();

    @Mixin
    private final RuleOptions ruleOptions = new RuleOptions();

    @Option(
            names = "--explain",
            description = "Print what was searched and what each rule left out, and all that the tie hangs on.")
    private boolean explained;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PathCommand(Context context) {
        super(context);
    }

    @Override
    void check() {
        if (targets().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'TO'");
        }
    }

    private List<String> targets() {
        return Stream.concat(targets.stream(), furtherTargets.stream()).toList();
    }

    @Override
    ExitCode run(View view, Ontology ontology) {
        Vertex start = Resolver.resolve(view, from);
        Map<String, Vertex> ends = ends(view, start);
        Rules rules = ruleOptions.rules(view, ontology);
        PathFinder finder = new PathFinder(context().clock());
        List<PathReport> reports = new ArrayList<>();
        for (Vertex end : ends.values()) {
            Search search = finder.examine(view, ontology, start, end, rules);
            reports.add(new PathReport(search.answer(), search.complete(), explained ? search.effort() : null));
        }
        print(text(start, reports, ontology));
        return exit(List.copyOf(ends.keySet()), reports);
    }

    /** The targets by the name that the user gave them. */
    private Map<String, Vertex> ends(View view, Vertex start) {
        Map<String, String> given = new HashMap<>(Map.of(start.id(), from));
        Map<String, Vertex> ends = new LinkedHashMap<>();
        for (String target : targets()) {
            Vertex end = Resolver.resolve(view, target);
            String earlier = given.putIfAbsent(end.id(), target);
            if (earlier != null) {
                throw new Fault(
                        ExitCode.USAGE,
                        "'" + earlier + "' and '" + target + "' are both " + end.id() + "; give "
                                + (end.equals(start) ? "two entities" : "each target once"));
            }
            ends.put(target, end);
        }
        return ends;
    }

    private String text(Vertex start, List<PathReport> reports, Ontology ontology) {
        if (output().json()) {
            return reports.size() == 1 ? Json.of(reports.get(0)) : Json.of(start.entity(), reports);
        }
        return reports.stream()
                .map(report -> PathText.of(report, ontology, output().style(context())))
                .collect(Collectors.joining("\n\n"));
    }

    private ExitCode exit(List<String> names, List<PathReport> reports) {
        boolean complete = true;
        boolean found = false;
        for (int i = 0; i < reports.size(); i++) {
            if (!reports.get(i).complete()) {
                explain("ficelle: the search " + (reports.size() == 1 ? "" : "to '" + names.get(i) + "' ")
                        + "ended at its limits and is incomplete; raise --limit or --timeout, or narrow it");
                complete = false;
            }
            found |= !reports.get(i).answer().paths().isEmpty();
        }
        return complete && found ? ExitCode.DONE : ExitCode.NONE;
    }

    @Override
    String unknownJson(String text, List<NameMatch> nearest) {
        return Json.ofUnknownEnd(text, nearest, targets().size() > 1);
    }
}
