package org.ficelle.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ficelle.check.Checked;
import org.ficelle.check.Checker;
import org.ficelle.graph.Store;
import org.ficelle.load.GraphImage;
import org.ficelle.load.LoadPlan;
import org.ficelle.load.Loader;
import org.ficelle.model.Corpus;
import org.ficelle.model.Problem;
import org.ficelle.model.Severity;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;
import org.ficelle.render.ProblemsText;
import org.ficelle.render.Style;

/** The way of data files into a store: read, check, plan, apply. */
final class Loading {

    private final Context context;
    private final DataRoots files;

    Loading(Context context, DataRoots files) {
        this.context = context;
        this.files = files;
    }

    /**
     * What the files say.
     *
     * @param problems all that reading and checking found, by place
     * @param corpus absent when one of the problems is an error
     */
    record Reading(DataSet data, List<Problem> problems, Optional<Corpus> corpus) {

        List<Problem> errors() {
            return problems.stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .toList();
        }
    }

    /** Reads and checks the files. */
    Reading read() {
        DataSet data = DataReader.read(files.roots());
        List<Problem> problems = new ArrayList<>(data.problems());
        // Half a file would make false strangers of the entities that its other half declares.
        Optional<Checked> checked = data.ontology()
                .filter(ontology -> data.whole())
                .map(ontology -> Checker.check(ontology, data.dossiers()));
        checked.ifPresent(result -> problems.addAll(result.problems()));
        problems.sort(null);
        boolean broken = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return new Reading(data, problems, broken ? Optional.empty() : checked.flatMap(Checked::corpus));
    }

    /** What the graph is to be; a {@link Fault} after printing every error when the files have any. */
    GraphImage image() {
        Reading reading;
        try (Progress progress = Progress.of(context, "checking", 1)) {
            reading = read();
            progress.next("");
        }
        return GraphImage.of(
                reading.corpus().orElseThrow(() -> rejected(reading.errors())),
                reading.data().dossiers(),
                reading.data().ontologyText());
    }

    /** What a load would do. */
    LoadPlan plan(Store store, GraphImage image) {
        return Loader.plan(store, image);
    }

    /** Brings the store to the image. */
    LoadPlan load(Store store, GraphImage image) {
        try (Progress progress = Progress.of(context, "loading", 1)) {
            LoadPlan plan = Loader.load(store, image, context.clock());
            progress.next("");
            return plan;
        }
    }

    private Fault rejected(List<Problem> errors) {
        context.err().print(ProblemsText.of(errors, Style.PLAIN));
        return new Fault(
                ExitCode.REJECTED,
                files.description() + " has " + errors.size() + (errors.size() == 1 ? " error" : " errors")
                        + "; nothing was loaded",
                errors);
    }
}
