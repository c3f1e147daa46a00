package org.ficelle.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ficelle.graph.Store;
import org.ficelle.graph.View;
import org.ficelle.model.Entity;
import org.ficelle.model.NameMatch;
import org.ficelle.model.Ontology;
import org.ficelle.read.OntologyReader;
import org.ficelle.render.Json;
import picocli.CommandLine.Mixin;

/** A command that reads the graph: opens the store, loads data into one never loaded, and always closes. */
abstract class GraphCommand implements Callable<Integer> {

    private final Context context;

    @Mixin
    private final StoreOptions storeOptions = new StoreOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    GraphCommand(Context context) {
        this.context = context;
    }

    @Override
    public final Integer call() {
        try (Store store = storeOptions.open(context)) {
            try (View view = store.view()) {
                if (view.ontology().isPresent()) {
                    return answer(view);
                }
            }
            Loading.first(context, store, storeOptions.folder(context));
            try (View view = store.view()) {
                return answer(view);
            }
        }
    }

    private int answer(View view) {
        Ontology ontology = OntologyReader.parse(view.ontology().orElseThrow());
        ExitCode exit;
        try {
            exit = run(view, ontology);
        } catch (Resolver.Unknown unknown) {
            exit = unknown(unknown);
        } catch (Resolver.Ambiguous ambiguous) {
            exit = ambiguous(ambiguous);
        }
        // The answer is read while the store closes.
        context.out().flush();
        return exit.code();
    }

    private ExitCode unknown(Resolver.Unknown unknown) {
        if (output.json()) {
            print(unknownJson(unknown.text(), unknown.nearest()));
        }
        explain("ficelle: " + unknown.getMessage()
                + (unknown.nearest().isEmpty() ? ", nor anything like it" : "; the nearest are:"));
        unknown.nearest().forEach(match -> explain("  " + describe(match)));
        return ExitCode.NONE;
    }

    private ExitCode ambiguous(Resolver.Ambiguous ambiguous) {
        explain("ficelle: " + ambiguous.getMessage() + ":");
        ambiguous.candidates().forEach(match -> explain("  " + describe(match)));
        return ExitCode.USAGE;
    }

    private static String describe(NameMatch match) {
        Entity entity = match.vertex().entity();
        String name = match.matched().equals(entity.name()) || match.matched().equals(entity.id())
                ? entity.name()
                : entity.name() + " (" + match.matched() + ")";
        return entity.id() + "  " + name;
    }

    /** The JSON answer when a name is not in the graph. */
    String unknownJson(String text, List<NameMatch> nearest) {
        return Json.ofUnknown(text, nearest);
    }

    /** Answers from the view; prints results only. */
    abstract ExitCode run(View view, Ontology ontology);

    Context context() {
        return context;
    }

    OutputOptions output() {
        return output;
    }

    void print(String result) {
        context.out().print(result);
    }

    /** A line for standard error. */
    void explain(String line) {
        context.err().println(line);
    }
}
