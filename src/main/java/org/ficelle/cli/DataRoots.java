package org.ficelle.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which data files a command works on.
 *
 * @param description for messages
 */
record DataRoots(List<Path> roots, String description) {

    /** The path of a file from the root in which it was found, or its name when it was given itself. */
    String relative(String file) {
        Path path = Path.of(file);
        Path found = roots.stream()
                .filter(root -> path.startsWith(root) && !path.equals(root))
                .findFirst()
                .map(root -> root.relativize(path))
                .orElse(path.getFileName());
        return String.valueOf(found).replace(File.separatorChar, '/');
    }

    /** The given files and folders, or the standard ones when none are given. */
    static DataRoots of(List<Path> given, Context context) {
        if (given.isEmpty()) {
            return standard(context);
        }
        List<Path> roots = given.stream().map(context.directory()::resolve).toList();
        return new DataRoots(
                roots, String.join(" ", roots.stream().map(Path::toString).toList()));
    }

    /** The folder {@code data} here, or the shipped example where there is none. */
    static DataRoots standard(Context context) {
        Path here = context.directory().resolve("data");
        if (Files.isDirectory(here)) {
            return new DataRoots(List.of(here), here.toString());
        }
        Path home = context.home();
        if (home != null && Files.isDirectory(home.resolve("data"))) {
            Path shipped = home.resolve("data");
            return new DataRoots(List.of(shipped), "the shipped example");
        }
        throw new Fault(
                ExitCode.USAGE,
                "there is no folder 'data' here; name the data files or folders to use, or change to where"
                        + " they are");
    }
}
