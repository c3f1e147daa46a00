package org.ficelle.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.ficelle.Mutations;
import org.ficelle.check.Checked;
import org.ficelle.check.Checker;
import org.ficelle.load.GraphImage;
import org.ficelle.model.Corpus;
import org.ficelle.model.Dossier;
import org.ficelle.model.Location;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;
import org.ficelle.model.Severity;

/**
 * The shipped data with one file damaged: whatever the damage, there is a whole answer or problems with places, and
 * never an exception. {@code -Dficelle.mutations=N} sets how many are tried.
 */
class MutatedDossiersTest {

    private static final int TRIES = 500;
    private static final int EACH = Math.max(1, Integer.getInteger("ficelle.mutations", 5_000) / TRIES);

    private static final Path ONTOLOGY_FILE = Sample.DATA.resolve("ontology.json");
    private static final String ONTOLOGY_TEXT = Sample.text(ONTOLOGY_FILE);
    private static final Ontology ONTOLOGY = OntologyReader.parse(ONTOLOGY_TEXT);
    private static final Map<String, String> SHIPPED = shipped();
    private static final Map<String, Dossier> READ = read();
    private static final Map<String, int[]> WIDTHS = new HashMap<>();
    private static final Mutations MUTATIONS = new Mutations(List.copyOf(SHIPPED.values()));
    private static final AtomicInteger VALID = new AtomicInteger();
    private static final AtomicInteger TOLD = new AtomicInteger();

    static {
        SHIPPED.forEach((file, text) -> WIDTHS.put(file, widths(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static Map<String, String> shipped() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Sample.DATA)) {
            files.filter(file -> file.toString().endsWith(".json")
                            && !file.equals(ONTOLOGY_FILE)
                            && !file.endsWith("dossier.schema.json"))
                    .forEach(file -> texts.put(file.toString(), Sample.text(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    private static Map<String, Dossier> read() {
        Map<String, Dossier> dossiers = new TreeMap<>();
        SHIPPED.forEach((file, text) ->
                dossiers.put(file, DossierReader.read(file, text.getBytes(StandardCharsets.UTF_8), problem -> {
                    throw new AssertionError(problem);
                })));
        return dossiers;
    }

    /** How many characters each line has. */
    private static int[] widths(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Integer> widths = new ArrayList<>();
        int width = 0;
        for (int i = text.startsWith("\ufeff") ? 1 : 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\n' || character == '\r' && !text.startsWith("\r\n", i)) {
                widths.add(width);
                width = 0;
            } else if (!Character.isLowSurrogate(character) && character != '\r') {
                width++;
            }
        }
        widths.add(width);
        return widths.stream().mapToInt(Integer::intValue).toArray();
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void shouldTellOfEveryDamageWithItsPlaceAndNeverStumble(@ForAll Random random) {
        for (int i = 0; i < EACH; i++) {
            String file = List.copyOf(SHIPPED.keySet()).get(random.nextInt(SHIPPED.size()));
            byte[] damaged = MUTATIONS.of(SHIPPED.get(file), random);
            assertThatCode(() -> check(file, damaged))
                    .as(() -> file + " as\n" + new String(damaged, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void shouldTellOfADamagedOntologyWithItsPlaceAndNeverStumble(@ForAll Random random) {
        byte[] damaged = new Mutations(List.of(ONTOLOGY_TEXT)).of(ONTOLOGY_TEXT, random);
        List<Problem> problems = new ArrayList<>();

        Optional<Ontology> ontology = OntologyReader.read("ontology.json", damaged, problems::add);

        assertPlaces(problems, Map.of("ontology.json", widths(damaged)));
        assertThat(ontology.isPresent() || !problems.isEmpty()).isTrue();
        ontology.ifPresent(read -> {
            Checked checked = Checker.check(read, List.copyOf(READ.values()));
            assertPlaces(checked.problems(), WIDTHS);
        });
    }

    private static void check(String file, byte[] damaged) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Dossier> dossiers = new TreeMap<>(READ);
        dossiers.put(file, DossierReader.read(file, damaged, problems::add));
        DataSet data = new DataSet(
                Optional.of(ONTOLOGY), ONTOLOGY_TEXT, List.copyOf(dossiers.values()), List.copyOf(problems));
        Optional<Corpus> corpus = Optional.empty();
        if (data.whole()) {
            Checked checked = Checker.check(ONTOLOGY, data.dossiers());
            problems.addAll(checked.problems());
            corpus = checked.corpus();
        }
        Map<String, int[]> widths = new HashMap<>(WIDTHS);
        widths.put(file, widths(damaged));
        assertPlaces(problems, widths);
        boolean valid = problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
        assertThat(corpus.isPresent()).as("a whole answer").isEqualTo(valid || corpus.isPresent() && data.faulty());
        if (valid) {
            GraphImage image = GraphImage.of(corpus.orElseThrow(), data.dossiers(), ONTOLOGY_TEXT);
            assertThat(image.elements()).isNotEmpty();
        }
        (valid ? VALID : TOLD).incrementAndGet();
    }

    private static void assertPlaces(List<Problem> problems, Map<String, int[]> widths) {
        for (Problem problem : problems) {
            Location at = problem.at();
            assertThat(widths).as(problem.toString()).containsKey(at.file());
            int[] lines = widths.get(at.file());
            assertThat(at.line()).as(problem.toString()).isBetween(1, lines.length);
            assertThat(at.column()).as(problem.toString()).isBetween(1, lines[at.line() - 1] + 1);
            assertThat(problem.wrong())
                    .isNotBlank()
                    .doesNotContain("Exception", "com.fasterxml", "JsonReadFeature", "org.ficelle");
            assertThat(problem.right()).isNotBlank();
            assertThat(problem.toString().chars().noneMatch(Character::isISOControl))
                    .as(problem.toString())
                    .isTrue();
            assertThat(problem.toString()).hasSizeLessThan(10_000);
        }
    }

    @AfterContainer
    static void bothSortsOccur() {
        assertThat(TOLD).hasValueGreaterThan(TRIES * EACH / 2);
        assertThat(VALID).hasValueGreaterThan(TRIES * EACH / 50);
    }
}
