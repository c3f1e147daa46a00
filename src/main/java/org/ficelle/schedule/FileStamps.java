package org.ficelle.schedule;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What tells at little cost whether data files have changed.
 *
 * @param files of each file its size, time of change and number on the disk
 * @param folders in which the files are, or others may come
 */
record FileStamps(SortedMap<Path, Stamp> files, SortedSet<Path> folders) {

    private static final String SUFFIX = ".json";
    private static final String ONTOLOGY = "ontology.json";
    private static final int MAX_FOLDERS = 64;

    FileStamps {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        folders = Collections.unmodifiableSortedSet(new TreeSet<>(folders));
    }

    record Stamp(long size, Instant changed, @Nullable Object number) {
        static Stamp of(BasicFileAttributes attributes) {
            return new Stamp(attributes.size(), attributes.lastModifiedTime().toInstant(), attributes.fileKey());
        }
    }

    /** Of the files that a load of these files and folders may read; what cannot be read is left out. */
    static FileStamps of(List<Path> roots) {
        SortedMap<Path, Stamp> files = new TreeMap<>();
        SortedSet<Path> folders = new TreeSet<>();
        for (Path root : roots) {
            walk(root, files, folders);
            for (Path above = root.toAbsolutePath().normalize().getParent(); above != null; above = above.getParent()) {
                if (Files.isRegularFile(above.resolve(ONTOLOGY)) || !Files.isDirectory(root)) {
                    folders.add(above);
                    walkFile(above.resolve(ONTOLOGY), files);
                    break;
                }
            }
        }
        return new FileStamps(files, folders);
    }

    /** Whether any file was changed at this time or later. */
    boolean changedSince(Instant time) {
        return files.values().stream().anyMatch(stamp -> !stamp.changed().isBefore(time));
    }

    /** Whether the files are the same, unchanged. */
    boolean isOf(FileStamps other) {
        return files.equals(other.files);
    }

    private static void walkFile(Path file, SortedMap<Path, Stamp> files) {
        try {
            files.put(file, Stamp.of(Files.readAttributes(file, BasicFileAttributes.class)));
        } catch (IOException gone) {
            files.remove(file);
        }
    }

    private static void walk(Path root, SortedMap<Path, Stamp> files, SortedSet<Path> folders) {
        var visitor = new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (!folder.equals(root) && folder.getFileName().toString().startsWith(".")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.add(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.equals(root) || file.toString().endsWith(SUFFIX)) {
                    files.put(file, Stamp.of(attributes));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), MAX_FOLDERS, visitor);
        } catch (IOException gone) {
            files.remove(root);
        }
    }
}
