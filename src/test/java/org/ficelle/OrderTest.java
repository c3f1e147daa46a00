package org.ficelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.ficelle.check.Checked;
import org.ficelle.check.Checker;
import org.ficelle.graph.Element;
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
    private final List<Element> elements =
            GraphImage.of(corpus, ShippedCase.dossiers(), "").elements().toList();

    @Test
    void shouldDrawTheSameGraphInAnyOrderOfElements() {
        for (int seed = 0; seed < IN_MEMORY; seed++) {
            List<Dossier> shuffled = shuffled(new Random(seed));
            Checked checked = Checker.check(ShippedCase.ontology(), shuffled);

            assertThat(shuffled).as("order %d", seed).isNotEqualTo(ShippedCase.dossiers());
            assertThat(checked.corpus()).as("order %d", seed).contains(corpus);
            assertThat(GraphImage.of(checked.corpus().orElseThrow(), shuffled, "")
                            .elements())
                    .as("order %d", seed)
                    .isEqualTo(elements);
        }
    }

    @Test
    void shouldDrawTheSameGraphInAnyOrderOfFilesAndUnderAnyFileNames(@TempDir Path folder) throws IOException {
        for (int seed = 0; seed < ON_DISK; seed++) {
            Path data = ShippedCase.shuffle(folder.resolve("order-" + seed), seed);
            DataSet read = DataReader.read(List.of(data));
            Checked checked = Checker.check(read.ontology().orElseThrow(), read.dossiers());

            assertThat(read.problems()).as("order %d", seed).isEmpty();
            assertThat(checked.corpus()).as("order %d", seed).contains(corpus);
            assertThat(GraphImage.of(checked.corpus().orElseThrow(), read.dossiers(), "")
                            .elements())
                    .as("order %d", seed)
                    .isEqualTo(elements);
        }
    }

    private static List<Dossier> shuffled(Random random) {
        return ShippedCase.shuffled(
                ShippedCase.dossiers().stream()
                        .map(dossier -> new Dossier(
                                dossier.name(),
                                dossier.title(),
                                dossier.file(),
                                dossier.sha256(),
                                ShippedCase.shuffled(dossier.documents(), random),
                                ShippedCase.shuffled(dossier.entities(), random),
                                ShippedCase.shuffled(dossier.claims(), random)))
                        .toList(),
                random);
    }
}
