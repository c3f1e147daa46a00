package org.ficelle.cli;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.ficelle.check.Checked;
import org.ficelle.check.Checker;
import org.ficelle.graph.Element;
import org.ficelle.graph.Store;
import org.ficelle.load.GraphImage;
import org.ficelle.load.Inputs;
import org.ficelle.load.LoadPlan;
import org.ficelle.load.Loader;
import org.ficelle.load.Sources;
import org.ficelle.load.TooMuchRemoved;
import org.ficelle.model.Corpus;
import org.ficelle.model.Digest;
import org.ficelle.model.Dossier;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;
import org.ficelle.model.Severity;
import org.ficelle.model.SourceFile;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;
import org.ficelle.read.FileHashes;
import org.ficelle.read.OntologyReader;
import org.ficelle.render.ProblemsText;
import org.ficelle.render.Style;
import org.jspecify.annotations.Nullable;

/** The way of data files into a store: read, check, plan, apply. */
final class Loading {

    private final Context context;
    private final DataRoots files;

    /** What the files are, when it is worked out while the store opens. */
    private @Nullable Ahead ahead;

    private record Ahead(Instant begun, CompletableFuture<Optional<FileHashes>> hashes) {}

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

    /** Loads the files into a store in this folder that was never loaded, and says so. */
    static void first(Context context, Store store, Path folder, DataRoots files) {
        context.err().println("ficelle: the store " + folder + " was never loaded; loading " + files.description());
        Loading loading = new Loading(context, files);
        LoadNotes.in(context, folder)
                .around(() -> loading.load(store, loading.sound(), false, false).plan());
    }

    /** Begins to look at the files, for a load that will soon compare them with those of the load before. */
    void lookAhead() {
        ahead = new Ahead(context.clock().instant(), CompletableFuture.supplyAsync(() -> FileHashes.of(files.roots())));
    }

    /** Reads and checks the files. */
    Reading read() {
        return checked(DataReader.read(files.roots()), Checker::check);
    }

    /** Most loads find nothing wrong, and only messages need the places of fields. */
    private Reading readForLoad() {
        Reading lightly = checked(DataReader.readLightly(files.roots()), Checker::errors);
        return lightly.corpus().isPresent() ? lightly : checked(DataReader.read(files.roots()), Checker::errors);
    }

    private static Reading checked(DataSet data, BiFunction<Ontology, List<Dossier>, Checked> check) {
        List<Problem> problems = new ArrayList<>(data.problems());
        // Half a file would make false strangers of the entities that its other half declares.
        Optional<Checked> checked = data.ontology()
                .filter(ontology -> data.whole())
                .map(ontology -> check.apply(ontology, data.dossiers()));
        checked.ifPresent(result -> problems.addAll(result.problems()));
        problems.sort(null);
        boolean broken = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return new Reading(data, problems, broken ? Optional.empty() : checked.flatMap(Checked::corpus));
    }

    /**
     * What the files say, ready to be loaded.
     *
     * @param inputs the files themselves, for the record
     */
    record Sound(GraphImage image, Inputs inputs) {}

    /** What the graph is to be; a {@link Fault} after printing every error when the files have any. */
    Sound sound() {
        try {
            Contents contents = contents();
            return new Sound(
                    GraphImage.ofNodes(contents.corpus(), contents.dossiers(), contents.ontologyText()),
                    contents.inputs());
        } catch (UncheckedIOException failure) {
            throw new Fault(ExitCode.REJECTED, failure.getMessage() + "; nothing was loaded");
        }
    }

    /** What the files say, without the places at which it stands there: these take as much memory again. */
    private record Contents(Corpus corpus, List<Element> dossiers, String ontologyText, Inputs inputs) {}

    private Contents contents() {
        Instant begun = context.clock().instant();
        Reading reading;
        try (Progress progress = Progress.of(context, "checking", 1)) {
            reading = readForLoad();
            progress.next("");
        }
        DataSet data = reading.data();
        SortedMap<String, SourceFile> dossiers = new TreeMap<>();
        data.dossiers()
                .forEach(dossier -> dossiers.put(
                        dossier.name().value(), new SourceFile(files.relative(dossier.file()), dossier.sha256())));
        Corpus corpus = reading.corpus().orElseThrow(() -> rejected(reading.errors()));
        return new Contents(
                corpus,
                GraphImage.nodes(corpus.ontology(), data.dossiers()),
                data.ontologyText(),
                new Inputs(
                        dossiers,
                        Digest.of(data.ontologyText().getBytes(StandardCharsets.UTF_8)),
                        App.version(),
                        begun));
    }

    /**
     * What a load did or would do.
     *
     * @param read how many dossiers' files were read; absent when all were
     */
    record Done(LoadPlan plan, @Nullable Integer read) {}

    /**
     * Brings the store to what the files say; a {@link Fault} when they have errors.
     *
     * @param ready what all files say; absent when those that changed since the last load may do
     * @param dryRun whether to tell only what would be done
     * @param allowRemoval whether a great share of the graph may be removed; when not, that is a {@link Fault}
     */
    Done load(Store store, @Nullable Sound ready, boolean dryRun, boolean allowRemoval) {
        try (Progress progress = Progress.of(context, "loading", 1)) {
            Optional<Loader.Reloaded> reloaded = (ready == null ? sources(store) : Optional.<Sources>empty())
                    .flatMap(sources -> Loader.reload(store, sources, dryRun, allowRemoval, context.clock()));
            if (reloaded.isPresent()) {
                progress.next("");
                return new Done(reloaded.get().plan(), reloaded.get().read());
            }
            Sound sound = ready == null ? sound() : ready;
            LoadPlan plan = dryRun
                    ? Loader.plan(store, sound.image())
                    : Loader.load(store, sound.image(), sound.inputs(), allowRemoval, context.clock());
            progress.next("");
            return new Done(plan, null);
        } catch (TooMuchRemoved stopped) {
            throw new Fault(ExitCode.REJECTED, refusal(String.valueOf(stopped.getMessage())));
        }
    }

    /**
     * The files as they lie there; empty when nothing was loaded before with which they could be compared, or when it
     * shows at once that something is wrong with them.
     */
    private Optional<Sources> sources(Store store) {
        if (store.readForLoad(view -> view.ontology().isEmpty())) {
            return Optional.empty();
        }
        Instant begun = ahead == null ? context.clock().instant() : ahead.begun();
        Optional<FileHashes> looked =
                ahead == null ? FileHashes.of(files.roots()) : ahead.hashes().join();
        return looked.map(hashes -> {
            List<SourceFile> dossiers = new ArrayList<>();
            Map<SourceFile, String> paths = new HashMap<>();
            hashes.dossiers().forEach((path, sha256) -> {
                SourceFile file = new SourceFile(files.relative(path), sha256);
                dossiers.add(file);
                paths.putIfAbsent(file, path);
            });
            return new Listed(hashes, dossiers, paths, begun);
        });
    }

    /** @param paths of the files, as {@link FileHashes} has them */
    private record Listed(FileHashes hashes, List<SourceFile> dossiers, Map<SourceFile, String> paths, Instant begun)
            implements Sources {

        @Override
        public String ontology() {
            return hashes.ontology();
        }

        @Override
        public Ontology parse(String text) {
            return OntologyReader.parse(text);
        }

        @Override
        public Optional<Dossier> read(SourceFile file) {
            return Optional.ofNullable(paths.get(file)).flatMap(hashes::read);
        }

        @Override
        public String version() {
            return App.version();
        }
    }

    /** Why a load that removes so much is not carried out. */
    static String refusal(String removal) {
        return "this load would " + removal
                + ", so nothing was changed; check that no file is missing or cut, or give --allow-removal if it is"
                + " meant";
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
