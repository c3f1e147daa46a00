package org.ficelle.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ficelle.model.Location;
import org.ficelle.model.Problem;

/**
 * The queries in a folder, and what is wrong with files that hold none.
 *
 * @param queries by folder and name; no two have one name
 * @param problems by place
 */
public record QueryLibrary(List<StoredQuery> queries, List<Problem> problems) {

    private static final String ENDING = ".cypher";
    private static final Comparator<StoredQuery> ORDER =
            Comparator.comparing(StoredQuery::folder).thenComparing(StoredQuery::name);

    public QueryLibrary {
        queries = queries.stream().sorted(ORDER).toList();
        problems = problems.stream().sorted().toList();
    }

    /** Reads every {@code .cypher} file under the folder; hidden files and folders are passed over. */
    public static QueryLibrary read(Path folder) {
        Reading reading = new Reading(folder);
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(QueryLibrary::isVisible)
                    .sorted()
                    .forEach(reading::read);
        } catch (IOException | UncheckedIOException unreadable) {
            reading.problems.add(problem(folder, "the folder cannot be read", "check its permissions"));
        }
        return new QueryLibrary(List.copyOf(reading.queries.values()), reading.problems);
    }

    private static boolean isVisible(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    public Optional<StoredQuery> find(String name) {
        return queries.stream().filter(query -> query.name().equals(name)).findFirst();
    }

    private static Problem problem(Path file, String wrong, String right) {
        return Problem.error(new Location(file.toString(), 1, 1), "query-file", wrong, right);
    }

    private static final class Reading {

        private final Path root;
        private final SortedMap<String, StoredQuery> queries = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Reading(Path root) {
            this.root = root;
        }

        void read(Path relative) {
            Path path = root.resolve(relative);
            Path parent = relative.getParent();
            String folder = parent == null
                    ? ""
                    : parent.toString().replace(parent.getFileSystem().getSeparator(), "/");
            String stem = relative.getFileName().toString().replaceFirst("\\.cypher$", "");
            try {
                QueryFile file = new QueryFile(path.toString(), folder, stem, text(path));
                file.read().ifPresent(query -> add(query, path));
                problems.addAll(file.problems());
            } catch (CharacterCodingException notUtf8) {
                problems.add(problem(path, "the file is not UTF-8", "save it as UTF-8"));
            } catch (IOException unreadable) {
                problems.add(problem(path, "the file cannot be read", "check its permissions"));
            }
        }

        private void add(StoredQuery query, Path path) {
            StoredQuery other = queries.putIfAbsent(query.name(), query);
            if (other != null) {
                problems.add(problem(
                        path,
                        "another query has the name " + query.name() + ", in the folder '" + other.folder() + "'",
                        "rename one of the two"));
            }
        }

        private static String text(Path path) throws IOException {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return text.replaceFirst("^\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
        }
    }
}
