package org.ficelle.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.model.Problem;
import org.ficelle.model.Severity;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;
import org.ficelle.read.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Broken files and folders of files under {@code src/test/resources/bad}, and in {@code expected.tsv} everything that
 * must be told of each: file, line:column, rule, message.
 */
class BadDataTest {

    private static final Path TABLE = Sample.BAD.resolve("expected.tsv");

    /** Each name directly below the folder, and the lines of the table that belong to it. */
    static Map<String, List<String>> expected() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .collect(Collectors.groupingBy(line -> line.split("[/\t]")[0], TreeMap::new, Collectors.toList()));
    }

    static Stream<Path> broken() throws IOException {
        try (Stream<Path> files = Files.list(Sample.BAD)) {
            return files
                    .filter(file -> !file.endsWith("ontology.json") && !file.equals(TABLE))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldTellEverythingThatIsWrongWithItsPlace(Path file) throws IOException {
        DataSet read = DataReader.read(List.of(file));

        List<Problem> errors = new ArrayList<>(read.problems());
        if (read.whole()) {
            errors.addAll(Checker.check(read.ontology().orElseThrow(), read.dossiers())
                    .problems());
        }
        errors.removeIf(problem -> problem.severity() == Severity.WARNING);

        assertThat(errors.stream().sorted().map(BadDataTest::row))
                .isEqualTo(expected().get(file.getFileName().toString()));
    }

    @Test
    void shouldPutNothingTogetherFromDataWithAnError() throws IOException {
        assertThat(broken().map(file -> DataReader.read(List.of(file))))
                .allMatch(read -> read.faulty()
                        || Checker.check(read.ontology().orElseThrow(), read.dossiers())
                                .corpus()
                                .isEmpty());
    }

    private static String row(Problem problem) {
        String file = Sample.BAD.relativize(Path.of(problem.at().file())).toString();
        return String.join(
                "\t",
                file,
                problem.at().line() + ":" + problem.at().column(),
                problem.rule(),
                problem.wrong() + "; " + problem.right());
    }
}
