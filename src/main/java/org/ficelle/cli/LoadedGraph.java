package org.ficelle.cli;

import org.ficelle.graph.Store;
import org.ficelle.graph.View;
import org.ficelle.model.Ontology;
import org.ficelle.read.OntologyReader;

/** The graph as a command reads it: the store is opened, loaded if it never was, and always closed. */
final class LoadedGraph {

    private LoadedGraph() {}

    /** What a command does with the graph; it prints results only. */
    interface Question {
        ExitCode answer(View view, Ontology ontology);
    }

    /** Returns the code to exit with. */
    static int read(Context context, StoreOptions options, Question question) {
        try (Store store = options.open(context)) {
            try (View view = store.view()) {
                if (view.ontology().isPresent()) {
                    return answer(context, view, question);
                }
            }
            loadFirst(context, options, store);
            try (View view = store.view()) {
                return answer(context, view, question);
            }
        }
    }

    private static int answer(Context context, View view, Question question) {
        ExitCode exit =
                question.answer(view, OntologyReader.parse(view.ontology().orElseThrow()));
        // The answer is read while the store closes.
        context.out().flush();
        return exit.code();
    }

    private static void loadFirst(Context context, StoreOptions options, Store store) {
        DataRoots files = DataRoots.standard(context);
        context.err()
                .println("ficelle: the store " + options.folder(context) + " was never loaded; loading "
                        + files.description());
        Loading loading = new Loading(context, files);
        loading.load(store, loading.image());
    }
}
