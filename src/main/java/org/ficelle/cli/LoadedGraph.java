package org.ficelle.cli;

import java.util.Optional;
import org.ficelle.graph.Store;
import org.ficelle.graph.View;
import org.ficelle.model.Ontology;
import org.ficelle.read.OntologyReader;

/** The graph as a command reads it: the store is opened, loaded if it never was, and always closed. */
final class LoadedGraph {

    private LoadedGraph() {}

    /** What a command does with the graph; it prints once it has read all. */
    interface Question {
        ExitCode answer(View view, Ontology ontology);
    }

    /** Returns the code to exit with. */
    static int read(Context context, GraphOptions options, Question question) {
        try (Store store = options.open(context)) {
            return store.read(view -> answer(context, view, question)).orElseGet(() -> {
                loadFirst(context, options, store);
                return store.read(view -> answer(context, view, question)).orElseThrow();
            });
        }
    }

    /** The code to exit with, or nothing when the graph was never loaded. */
    private static Optional<Integer> answer(Context context, View view, Question question) {
        Optional<Ontology> ontology = view.ontology().map(OntologyReader::parse);
        return ontology.map(known -> {
            ExitCode exit = question.answer(view, known);
            // The answer is read while the store closes.
            context.out().flush();
            return exit.code();
        });
    }

    private static void loadFirst(Context context, GraphOptions options, Store store) {
        String server = options.server(context);
        if (server != null) {
            throw new Fault(ExitCode.NONE, "the graph at " + server + " was never loaded; 'ficelle load' loads it");
        }
        Loading.first(context, store, options.folder().folder(context));
    }
}
