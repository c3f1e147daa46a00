package org.ficelle.cli;

import org.ficelle.graph.View;
import org.ficelle.model.Ontology;
import org.ficelle.model.Profile;
import org.ficelle.render.Json;
import org.ficelle.render.ShowText;
import org.ficelle.trace.Profiles;
import org.ficelle.trace.Resolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ficelle show}: what is claimed of one entity, for and against. */
@Command(
        name = "show",
        description = "Shows an entity: names, what is claimed of it, by whom and against whom, and when.",
        footer = {"", "Examples:", "  ficelle show Olimpiya", "  ficelle show \"Orkhan Rzayev\" --format json"})
final class ShowCommand extends GraphCommand {

    @Parameters(paramLabel = "ENTITY", description = "Its id, name or alias.")
    private String entity = "";

    ShowCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode run(View view, Ontology ontology) {
        Profile profile = Profiles.of(view, Resolver.resolve(view, entity));
        print(output().json() ? Json.of(profile) : ShowText.of(profile, ontology, output().style(context())));
        return ExitCode.DONE;
    }
}
