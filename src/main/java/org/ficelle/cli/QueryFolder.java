package org.ficelle.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the stored queries are. */
final class QueryFolder {

    private static final String NAME = "cypher";

    @Option(
            names = "--queries",
            paramLabel = "FOLDER",
            description = "A folder of your own in place of the shipped queries.")
    private @Nullable Path own;

    /** The folder that the option names, else the shipped queries, else {@code cypher} here; empty when there is none. */
    Optional<Path> find(Context context) {
        if (own != null) {
            Path folder = context.directory().resolve(own);
            if (!Files.isDirectory(folder)) {
                throw new Fault(ExitCode.USAGE, "there is no folder " + folder + "; give one that holds .cypher files");
            }
            return Optional.of(folder);
        }
        return Stream.of(Optional.ofNullable(context.home()), Optional.of(context.directory()))
                .flatMap(Optional::stream)
                .map(place -> place.resolve(NAME))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
