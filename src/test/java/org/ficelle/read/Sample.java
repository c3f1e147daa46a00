package org.ficelle.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ficelle.model.Dossier;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;

/** Small dossiers for tests, written as text with single quotation marks. */
public final class Sample {

    /** Broken files, each of which must be told of exactly what its table says. */
    public static final Path BAD = Path.of("src/test/resources/bad");

    /** A file with every field there is. */
    public static final Path GOOD = Path.of("src/test/resources/good");

    /** What is shipped. */
    public static final Path DATA = Path.of("data");

    private Sample() {}

    public static Ontology ontology() {
        return OntologyReader.parse(text(GOOD.resolve("ontology.json")));
    }

    /** A dossier that must be without fault. */
    public static Dossier dossier(String file, String json) {
        List<Problem> problems = new ArrayList<>();
        Dossier dossier = DossierReader.read(file, bytes(json), problems::add);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return dossier;
    }

    /** What is wrong with a file, as {@code line:column rule}. */
    static List<String> problems(byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        DossierReader.read("x.json", bytes, problems::add);
        return problems.stream()
                .sorted()
                .map(problem -> problem.at().line() + ":" + problem.at().column() + " " + problem.rule())
                .toList();
    }

    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
