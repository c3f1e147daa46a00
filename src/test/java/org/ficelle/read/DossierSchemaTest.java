package org.ficelle.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ficelle.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DossierSchemaTest {

    private static final Path SHIPPED = Sample.DATA.resolve("dossier.schema.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(DossierSchema.json());

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What the tables hold, and the schema therefore has to know as well; every other rule needs more than one file. */
    private static final Set<String> IN_TABLES = Set.of(
            "bad-choice",
            "bad-form",
            "missing-field",
            "misplaced-field",
            "no-words",
            "one-of-two",
            "out-of-range",
            "too-long",
            "unknown-field",
            "wrong-type");

    static Stream<Path> wellFormed() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path root : List.of(Sample.BAD, Sample.GOOD, Sample.DATA)) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".json")
                                && !file.endsWith("ontology.json")
                                && !file.equals(SHIPPED))
                        .filter(DossierSchemaTest::isWellFormed)
                        .forEach(found::add);
            }
        }
        return found.stream().sorted();
    }

    private static List<Problem> problems(Path file) {
        List<Problem> problems = new ArrayList<>();
        try {
            DossierReader.read(file.toString(), Files.readAllBytes(file), problems::add);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return problems;
    }

    private static boolean isWellFormed(Path file) {
        return problems(file).stream().noneMatch(problem -> DataSet.UNREAD.contains(problem.rule()))
                && problems(file).stream()
                        .noneMatch(problem -> problem.rule().equals("too-long")
                                && problem.right().startsWith("no field"));
    }

    @Test
    void shouldShipTheSchemaThatTheTablesGive() throws IOException {
        if (Boolean.getBoolean("ficelle.write-schema")) {
            Files.writeString(SHIPPED, DossierSchema.json());
        }

        assertThat(Files.readString(SHIPPED))
                .as("run mvn -Dtest=DossierSchemaTest -Dficelle.write-schema=true test to write it anew")
                .isEqualTo(DossierSchema.json());
    }

    @ParameterizedTest
    @MethodSource("wellFormed")
    void shouldAgreeWithTheReaderOnWhatTheTablesSay(Path file) throws IOException {
        List<String> told = problems(file).stream()
                .filter(problem -> IN_TABLES.contains(problem.rule())
                        || problem.rule().equals("misplaced")
                        || problem.rule().equals("bad-character")
                                && !problem.wrong().contains("U+D"))
                .map(Problem::toString)
                .toList();

        assertThat(SCHEMA.validate(JSON.readTree(file.toFile())).isEmpty())
                .as(told.toString())
                .isEqualTo(told.isEmpty());
    }

    @Test
    void shouldDescribeEveryFieldForTheEditor() {
        assertThat(DossierShapes.ALL).allSatisfy(shape -> assertThat(
                        shape.fields().values())
                .allSatisfy(field -> assertThat(field.means()).isNotBlank().doesNotEndWith(".")));
    }
}
