package org.ficelle.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ficelle.model.Digest;
import org.ficelle.model.Dossier;
import org.ficelle.model.Problem;
import org.ficelle.model.Severity;

/**
 * The data files with a digest of each; none of them has been read for what it says.
 *
 * @param ontology SHA-256 of the ontology's file
 * @param dossiers SHA-256 of the file of each dossier, by its path as {@link DataReader#read} has it
 */
public record FileHashes(String ontology, SortedMap<String, String> dossiers) {

    /** The files that reading these files and folders would read; empty when that would find a fault already. */
    public static Optional<FileHashes> of(List<Path> roots) {
        List<Problem> problems = new ArrayList<>();
        DataFiles files = DataFiles.find(roots, problems::add);
        if (!problems.isEmpty() || files.ontology().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FileHashes(
                    digest(files.ontology().get()),
                    files.dossiers().parallelStream()
                            .collect(Collectors.toMap(
                                    Path::toString, FileHashes::digest, (one, same) -> same, TreeMap::new))));
        } catch (UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static String digest(Path file) {
        try {
            if (Files.size(file) > DataReader.MAX_BYTES) {
                throw new IOException("too large");
            }
            return Digest.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One of the dossiers; empty when anything is wrong with its file, or when it changed since. */
    public Optional<Dossier> read(String file) {
        List<Problem> problems = new ArrayList<>();
        return DataReader.dossier(Path.of(file), new Shared(), true, problems::add)
                .filter(dossier -> dossier.sha256().equals(dossiers.get(file)))
                .filter(dossier -> problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR));
    }
}
