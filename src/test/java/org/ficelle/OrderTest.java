package org.ficelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ficelle.check.Checked;
import org.ficelle.check.Checker;
import org.ficelle.load.GraphImage;
import org.ficelle.model.Corpus;
import org.ficelle.model.Dossier;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the order of files, and of documents, entities and claims in them, the data says the same. */
class OrderTest {

    private static final int IN_MEMORY = 50;
    private static final int ON_DISK = 50;

    private final Corpus corpus = ShippedCase.all().corpus();
    private final GraphImage image = GraphImage.of(corpus, ShippedCase.dossiers(), "");

    @Test
    void shouldDrawTheSameGraphInAnyOrderOfElements() {
        for (int seed = 0; seed < IN_MEMORY; seed++) {
            List<Dossier> shuffled = shuffled(new Random(seed));
            Checked checked = Checker.check(ShippedCase.ontology(), shuffled);

            assertThat(shuffled).as("order %d", seed).isNotEqualTo(ShippedCase.dossiers());
            assertThat(checked.corpus()).as("order %d", seed).contains(corpus);
            assertThat(GraphImage.of(checked.corpus().orElseThrow(), shuffled, ""))
                    .as("order %d", seed)
                    .isEqualTo(image);
        }
    }

    @Test
    void shouldDrawTheSameGraphInAnyOrderOfFilesAndUnderAnyFileNames(@TempDir Path folder) throws IOException {
        for (int seed = 0; seed < ON_DISK; seed++) {
            Path data = write(folder.resolve("order-" + seed), new Random(seed));
            DataSet read = DataReader.read(List.of(data));
            Checked checked = Checker.check(read.ontology().orElseThrow(), read.dossiers());

            assertThat(read.problems()).as("order %d", seed).isEmpty();
            assertThat(checked.corpus()).as("order %d", seed).contains(corpus);
            assertThat(GraphImage.of(checked.corpus().orElseThrow(), read.dossiers(), ""))
                    .as("order %d", seed)
                    .isEqualTo(image);
        }
    }

    private static List<Dossier> shuffled(Random random) {
        return shuffled(
                ShippedCase.dossiers().stream()
                        .map(dossier -> new Dossier(
                                dossier.name(),
                                dossier.title(),
                                dossier.file(),
                                dossier.sha256(),
                                shuffled(dossier.documents(), random),
                                shuffled(dossier.entities(), random),
                                shuffled(dossier.claims(), random)))
                        .toList(),
                random);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** The shipped files with their arrays shuffled, under numbers drawn by lot. */
    static Path write(Path folder, Random random) throws IOException {
        Files.createDirectories(folder);
        ObjectMapper mapper = new ObjectMapper();
        List<Path> files;
        try (Stream<Path> found = Files.walk(ShippedCase.DATA)) {
            files = shuffled(
                    found.filter(file -> file.toString().endsWith(".json"))
                            .sorted()
                            .toList(),
                    random);
        }
        for (int number = 0; number < files.size(); number++) {
            Path file = files.get(number);
            String name = file.getFileName().toString();
            if (name.equals("ontology.json") || name.equals("dossier.schema.json")) {
                Files.copy(file, folder.resolve(name));
                continue;
            }
            ObjectNode dossier = (ObjectNode) mapper.readTree(file.toFile());
            for (String field : List.of("documents", "entities", "claims")) {
                if (dossier.has(field)) {
                    List<JsonNode> items = new ArrayList<>();
                    dossier.get(field).forEach(items::add);
                    ArrayNode array = mapper.createArrayNode().addAll(shuffled(items, random));
                    dossier.set(field, array);
                }
            }
            Path target = folder.resolve(String.valueOf(number % 3)).resolve(number + ".json");
            Files.createDirectories(target.getParent());
            mapper.writeValue(target.toFile(), dossier);
        }
        return folder;
    }
}
