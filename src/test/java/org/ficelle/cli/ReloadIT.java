package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.ficelle.TestStore;
import org.ficelle.check.Checked;
import org.ficelle.check.Checker;
import org.ficelle.graph.Element;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.View;
import org.ficelle.load.GraphImage;
import org.ficelle.load.History;
import org.ficelle.load.LoadCounts;
import org.ficelle.load.LoadRecord;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;

/**
 * Random edits of a few dossiers with a load after each. After every load the graph is what a first load of the files as
 * they are now would make of it, whether the load read all of them or some; files with an error change nothing.
 */
class ReloadIT {

    private static final int SEQUENCES = 300;
    private static final int EDITS = 6;

    private static Path folder;
    private static EmbeddedStore store;
    private static int reloads;
    private static int partly;
    private static int rejected;

    private final Path data = folder.resolve("data");
    private final Context context = new Context(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            Map.of(),
            folder,
            null,
            Clock.systemUTC(),
            new Context.Terminal(false, false));

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("ficelle-reload");
        Files.createDirectory(folder.resolve("data"));
        store = EmbeddedStore.open(folder.resolve("store"));
    }

    /** Most edits are to be told from the files that changed, or this would test the full way only. */
    @AfterContainer
    static void close() {
        store.close();
        TestStore.delete(folder);
        assertThat(rejected).isGreaterThan(SEQUENCES / 4);
        assertThat(partly).as("of %d", reloads).isGreaterThan(reloads / 3);
    }

    @Property(tries = SEQUENCES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void shouldComeToWhatAFirstLoadOfTheSameFilesMakes(@ForAll long seed) {
        TestStore.empty(store);
        Investigation investigation = new Investigation(seed, data);
        List<String> story = new ArrayList<>(List.of("seed " + seed));
        load(story);
        for (int edit = 0; edit < EDITS; edit++) {
            story.add(investigation.edit());
            load(story);
        }
    }

    private void load(List<String> story) {
        List<Element> before = elements();
        GraphImage image = image();
        int records = records().size();
        Loading.Done done;
        try {
            done = new Loading(context, new DataRoots(List.of(data), "data")).load(store, null, false, true);
        } catch (Fault fault) {
            rejected++;
            assertThat(image).as("%s: %s", story, fault.getMessage()).isNull();
            assertThat(elements()).as("%s", story).isEqualTo(before);
            return;
        }
        reloads++;
        partly += done.read() == null ? 0 : 1;
        if (image == null) {
            fail("%s: faulty files were loaded", story);
        }
        List<Element> expected = image.elements().map(Element::content).toList();
        assertThat(elements()).as("%s", story).isEqualTo(expected);
        assertThat(done.plan().total().read()).as("%s", story).isEqualTo(expected.size());
        assertThat(records().size() - records).as("%s", story).isBetween(0, 1);
        LoadCounts total = done.plan().total();
        assertThat(total.changed() + total.unchanged() + total.removed())
                .as("%s", story)
                .isEqualTo(before.size());
    }

    private static List<Element> elements() {
        try (View view = store.view()) {
            return view.elements();
        }
    }

    private static List<LoadRecord> records() {
        try (View view = store.view()) {
            return new History(view).loads();
        }
    }

    /** What the files say, or null when anything is wrong with them. */
    private GraphImage image() {
        DataSet set = DataReader.read(List.of(data));
        if (set.faulty()) {
            return null;
        }
        Checked checked = Checker.check(set.ontology().orElseThrow(), set.dossiers());
        return checked.corpus()
                .map(corpus -> GraphImage.of(corpus, set.dossiers(), set.ontologyText()))
                .orElse(null);
    }
}
