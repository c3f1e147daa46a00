package org.ficelle.read;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ficelle.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which of the given files and folders hold what.
 *
 * @param dossiers in order of their paths
 */
record DataFiles(Optional<Path> ontology, List<Path> dossiers) {

    private static final String ONTOLOGY = "ontology.json";
    private static final String SCHEMA = "dossier.schema.json";
    private static final int MAX_FOLDERS = 64;

    static DataFiles find(List<Path> roots, Consumer<Problem> problems) {
        Map<Path, Path> found = new LinkedHashMap<>();
        roots.forEach(root -> collect(root, found, problems));
        Map<Path, Path> ontologies = new LinkedHashMap<>();
        List<Path> dossiers = new ArrayList<>();
        found.forEach((real, file) -> {
            if (isNamed(file, ONTOLOGY)) {
                ontologies.put(real, file);
            } else if (!isNamed(file, SCHEMA)) {
                dossiers.add(file);
            }
        });
        if (ontologies.isEmpty()) {
            roots.stream().filter(Files::exists).forEach(root -> searchAbove(root, ontologies));
        }
        dossiers.sort(Comparator.comparing(Path::toString));
        if (dossiers.isEmpty() && !roots.isEmpty()) {
            problems.accept(Problem.warning(
                    DataReader.top(roots.get(0)), "no-dossier", "there is no dossier here", "add a *.json file"));
        }
        return new DataFiles(theOne(ontologies.values(), roots, problems), dossiers);
    }

    private static Optional<Path> theOne(Collection<Path> ontologies, List<Path> roots, Consumer<Problem> problems) {
        List<Path> sorted =
                ontologies.stream().sorted(Comparator.comparing(Path::toString)).toList();
        if (sorted.isEmpty()) {
            String looked = roots.stream().map(Path::toString).collect(Collectors.joining(", "));
            problems.accept(Problem.error(
                    DataReader.top(roots.isEmpty() ? Path.of(ONTOLOGY) : roots.get(0)),
                    "no-ontology",
                    "there is no " + ONTOLOGY + " in " + looked + " or in a folder above",
                    "put the ontology beside the dossiers"));
        }
        sorted.stream()
                .skip(1)
                .forEach(other -> problems.accept(Problem.error(
                        DataReader.top(other),
                        "two-ontologies",
                        "this is a second ontology beside " + sorted.get(0),
                        "keep one and merge the other into it")));
        return sorted.size() == 1 ? Optional.of(sorted.get(0)) : Optional.empty();
    }

    /** Takes the nearest ontology in the folders above. */
    private static void searchAbove(Path root, Map<Path, Path> ontologies) {
        Path beside = root.resolveSibling(ONTOLOGY);
        if (Files.isRegularFile(root) && Files.isRegularFile(beside)) {
            ontologies.putIfAbsent(real(beside), beside);
            return;
        }
        for (Path folder = real(root).getParent(); folder != null; folder = folder.getParent()) {
            Path above = folder.resolve(ONTOLOGY);
            if (Files.isRegularFile(above)) {
                ontologies.putIfAbsent(real(above), above);
                return;
            }
        }
    }

    private static void collect(Path root, Map<Path, Path> found, Consumer<Problem> problems) {
        if (Files.isRegularFile(root)) {
            found.putIfAbsent(real(root), root);
        } else if (Files.isDirectory(root)) {
            walk(root, found, problems);
        } else if (Files.exists(root)) {
            problems.accept(Problem.error(
                    DataReader.top(root), "unreadable", "this is neither a file nor a folder", "name a data file"));
        } else {
            problems.accept(DataReader.unreadable(root, new NoSuchFileException(root.toString())));
        }
    }

    private static void walk(Path root, Map<Path, Path> found, Consumer<Problem> problems) {
        var visitor = new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean hidden =
                        !folder.equals(root) && folder.getFileName().toString().startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (attributes.isRegularFile() && name.endsWith(".json") && !name.startsWith(".")) {
                    found.putIfAbsent(real(file), file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException reason) {
                problems.accept(DataReader.unreadable(file, reason));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException reason) {
                if (reason != null) {
                    problems.accept(DataReader.unreadable(folder, reason));
                }
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), MAX_FOLDERS, visitor);
        } catch (IOException reason) {
            problems.accept(DataReader.unreadable(root, reason));
        }
    }

    private static boolean isNamed(Path file, String name) {
        Path last = file.getFileName();
        return last != null && last.toString().equals(name);
    }

    /** The path without links, so that one file given twice is read once. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException gone) {
            return file.toAbsolutePath().normalize();
        }
    }
}
