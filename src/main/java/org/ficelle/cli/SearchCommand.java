package org.ficelle.cli;

import java.util.List;
import org.ficelle.graph.View;
import org.ficelle.model.NameMatch;
import org.ficelle.model.Ontology;
import org.ficelle.render.Json;
import org.ficelle.render.MatchesText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ficelle search}: entities by name. */
@Command(
        name = "search",
        description = "Finds entities by name or alias, whatever the case, accents or script, typing errors included.",
        footer = {"", "Examples:", "  ficelle search rzaev", "  ficelle search \"Нагорный Карабах\" --format json"})
final class SearchCommand extends GraphCommand {

    @Parameters(paramLabel = "TEXT", description = "A name, a part of one, or an id.")
    private String text = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most N; default: ${DEFAULT-VALUE}.")
    private int limit;

    SearchCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode run(View view, Ontology ontology) {
        if (limit < 1) {
            throw new Fault(ExitCode.USAGE, "--limit " + limit + " is no number of results; give 1 or more");
        }
        List<NameMatch> matches = view.search(text, limit);
        if (output().json()) {
            print(Json.ofMatches(matches));
        } else if (!matches.isEmpty()) {
            print(MatchesText.of(matches, ontology, output().style(context())));
        }
        if (matches.isEmpty()) {
            explain("ficelle: no entity has a name like '" + text + "'");
        }
        return matches.isEmpty() ? ExitCode.NONE : ExitCode.DONE;
    }
}
