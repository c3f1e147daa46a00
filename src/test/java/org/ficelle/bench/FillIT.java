package org.ficelle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ficelle.TestStore;
import org.ficelle.check.Checker;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.load.GraphImage;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FillIT {

    @RegisterExtension
    static final TestStore loaded = new TestStore();

    @TempDir
    Path folder;

    @Test
    void shouldLeaveWhatALoadLeaves() throws IOException {
        Path data = folder.resolve("data");
        new Synthetic(5, Synthetic.Unit.LINKS, 10_000, 2_000).write(data, Path.of("data", "ontology.json"));
        DataSet read = DataReader.read(List.of(data));
        loaded.load(GraphImage.of(
                Checker.check(read.ontology().orElseThrow(), read.dossiers())
                        .corpus()
                        .orElseThrow(),
                read.dossiers(),
                read.ontologyText()));

        try (EmbeddedStore filled = EmbeddedStore.open(folder.resolve("store"))) {
            Fill.fill(filled, data);

            assertThat(TestStore.dump(filled).lines())
                    .containsExactlyElementsOf(loaded.dump().lines().toList());
        }
    }
}
