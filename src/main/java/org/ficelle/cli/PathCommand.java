package org.ficelle.cli;

import java.util.List;
import org.ficelle.graph.View;
import org.ficelle.model.NameMatch;
import org.ficelle.model.Ontology;
import org.ficelle.model.PathAnswer;
import org.ficelle.model.Vertex;
import org.ficelle.render.Json;
import org.ficelle.render.PathText;
import org.ficelle.trace.PathFinder;
import org.ficelle.trace.Rules;
import org.ficelle.trace.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ficelle path}: how two entities are tied, with the evidence for every hop. */
@Command(
        name = "path",
        description = {
            "Finds the strongest chains of documented links between two entities, with who says so for every hop.",
            "When there is none, says why, and what speaks against a tie."
        },
        footer = {
            "",
            "Examples:",
            "  ficelle path @MuxtarYev \"Mediamark Digital\"",
            "  ficelle path Olimpiya \"Azerbaijani government\"",
            "  ficelle path @NewYorkInsider \"Eleven Kings\" -k 5 --strict --format json"
        })
final class PathCommand extends GraphCommand {

    @Parameters(index = "0", paramLabel = "FROM", description = "The id, name or alias of one end.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "The id, name or alias of the other end.")
    private String to = "";

    @Mixin
    private final RuleOptions ruleOptions = new RuleOptions();

    PathCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode run(View view, Ontology ontology) {
        Vertex start = Resolver.resolve(view, from);
        Vertex end = Resolver.resolve(view, to);
        if (start.id().equals(end.id())) {
            throw new Fault(
                    ExitCode.USAGE, "'" + from + "' and '" + to + "' are both " + start.id() + "; give two entities");
        }
        Rules rules = ruleOptions.rules(view, ontology);
        Search search = new PathFinder(context().clock()).search(view, ontology, start, end, rules);
        PathAnswer answer = search.answer();
        print(output().json() ? Json.of(answer) : PathText.of(answer, ontology, output().style(context())));
        if (!search.complete()) {
            explain(
                    "ficelle: the search ended at its limits and is incomplete; raise --limit or --timeout, or narrow it");
            return ExitCode.NONE;
        }
        return answer.paths().isEmpty() ? ExitCode.NONE : ExitCode.DONE;
    }

    @Override
    String unknownJson(String text, List<NameMatch> nearest) {
        return Json.ofUnknownEnd(text, nearest);
    }
}
