package org.ficelle.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ficelle.model.Dossier;
import org.ficelle.model.Location;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;

/** Reads data files. Whatever they hold, the answer is what could be read and a list of problems. */
public final class DataReader {

    /** How large a file may be, in bytes. */
    public static final int MAX_BYTES = 64 << 20;

    private DataReader() {}

    /**
     * Reads files and folders, folders with everything below them: one {@code ontology.json} and every other
     * {@code *.json} as a dossier, but for {@code dossier.schema.json}. Where the roots hold no ontology, the nearest one
     * in a folder above them is taken.
     */
    public static DataSet read(List<Path> roots) {
        return read(roots, true);
    }

    /**
     * Reads the same in a third of the memory: elements know their file but not where in it they stand, and the words of
     * claims are kept on the disk. Whoever finds a fault in them reads everything again to say where.
     *
     * @throws UncheckedIOException when the temporary folder cannot be used
     */
    public static DataSet readLightly(List<Path> roots) {
        return read(roots, false);
    }

    private static DataSet read(List<Path> roots, boolean placed) {
        List<Problem> problems = new ArrayList<>();
        DataFiles files = DataFiles.find(roots, problems::add);
        Optional<Ontology> ontology = Optional.empty();
        String ontologyText = "";
        Optional<Path> ontologyFile = files.ontology();
        if (ontologyFile.isPresent()) {
            Optional<byte[]> bytes = bytes(ontologyFile.get(), problems::add);
            ontology = bytes.flatMap(
                    content -> OntologyReader.read(ontologyFile.get().toString(), content, problems::add));
            ontologyText = bytes.map(content -> new String(content, StandardCharsets.UTF_8))
                    .orElse("");
        }
        Shared shared = placed ? new Shared() : new Shared(new Texts());
        List<Read> read = files.dossiers().parallelStream()
                .map(file -> read(file, shared, placed))
                .toList();
        List<Dossier> dossiers = new ArrayList<>();
        for (Read one : read) {
            one.dossier().ifPresent(dossiers::add);
            problems.addAll(one.problems());
        }
        return new DataSet(ontology, ontologyText, dossiers, problems);
    }

    private record Read(Optional<Dossier> dossier, List<Problem> problems) {}

    private static Read read(Path file, Shared shared, boolean placed) {
        List<Problem> problems = new ArrayList<>();
        Optional<Dossier> dossier = dossier(file, shared, placed, problems::add);
        return new Read(dossier, problems);
    }

    /** One dossier, as far as it can be read. */
    static Optional<Dossier> dossier(Path file, Shared shared, boolean placed, Consumer<Problem> problems) {
        return bytes(file, problems)
                .map(content -> DossierReader.read(file.toString(), content, problems, shared, placed));
    }

    private static Optional<byte[]> bytes(Path file, Consumer<Problem> problems) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length <= MAX_BYTES) {
                return Optional.of(bytes);
            }
            problems.accept(Problem.error(
                    top(file),
                    "too-large",
                    "the file is larger than " + (MAX_BYTES >> 20) + " MB",
                    "split it into several dossiers"));
        } catch (IOException unreadable) {
            problems.accept(unreadable(file, unreadable));
        }
        return Optional.empty();
    }

    static Problem unreadable(Path file, IOException reason) {
        if (reason instanceof NoSuchFileException) {
            return Problem.error(
                    top(file), "not-found", "there is no such file or folder", "correct the path or create it");
        }
        String why = reason instanceof AccessDeniedException ? "access is denied" : "the system reports an error";
        return Problem.error(
                top(file), "unreadable", "it cannot be read: " + why, "check its permissions and its disk");
    }

    static Location top(Path file) {
        return new Location(file.toString(), 1, 1);
    }
}
