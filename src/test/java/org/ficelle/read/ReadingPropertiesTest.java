package org.ficelle.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ficelle.check.Checked;
import org.ficelle.check.Checker;
import org.ficelle.model.Corpus;
import org.ficelle.model.Dossier;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;
import org.ficelle.model.Severity;

/** What holds of reading whatever the order, the spaces or the damage. */
class ReadingPropertiesTest {

    /** Lists in which the order of the items says something; every other list is a set. */
    private static final Set<String> ORDERED = Set.of("authors", "interests");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Ontology SMALL = Sample.ontology();
    private static final Ontology SHIPPED = OntologyReader.parse(Sample.text(Sample.DATA.resolve("ontology.json")));
    private static final List<String> DOSSIERS = shipped();
    private static final Corpus CORPUS = check(SHIPPED, DOSSIERS).corpus().orElseThrow();

    private static List<String> shipped() {
        try (Stream<Path> files = Files.walk(Sample.DATA)) {
            return files.filter(file -> file.toString().endsWith(".json")
                            && !file.endsWith("ontology.json")
                            && !file.endsWith("dossier.schema.json"))
                    .sorted()
                    .map(Sample::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Checked check(Ontology ontology, List<String> texts) {
        List<Problem> problems = new ArrayList<>();
        List<Dossier> dossiers = new ArrayList<>();
        for (String text : texts) {
            dossiers.add(DossierReader.read(
                    dossiers.size() + ".json", text.getBytes(StandardCharsets.UTF_8), problems::add));
        }
        assertThat(problems).isEmpty();
        return Checker.check(ontology, dossiers);
    }

    @Property(tries = 40)
    void shouldPutTheSameTogetherInWhateverOrderItIsWritten(@ForAll Random random) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String dossier : DOSSIERS) {
            StringBuilder text = new StringBuilder();
            write(JSON.readTree(dossier), false, text, random);
            texts.add(text.toString());
        }
        Collections.shuffle(texts, random);

        Checked checked = check(SHIPPED, texts);

        assertThat(checked.corpus()).isEqualTo(Optional.of(CORPUS));
    }

    private static void write(JsonNode node, boolean ordered, StringBuilder text, Random random) {
        space(text, random);
        if (node.isObject()) {
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
            Collections.shuffle(members, random);
            text.append('{');
            for (int i = 0; i < members.size(); i++) {
                text.append(i == 0 ? "" : ",");
                space(text, random);
                text.append('"').append(members.get(i).getKey()).append('"');
                space(text, random);
                text.append(':');
                write(members.get(i).getValue(), ORDERED.contains(members.get(i).getKey()), text, random);
            }
            text.append('}');
        } else if (node.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            node.forEach(items::add);
            if (!ordered) {
                Collections.shuffle(items, random);
            }
            text.append('[');
            for (int i = 0; i < items.size(); i++) {
                text.append(i == 0 ? "" : ",");
                write(items.get(i), false, text, random);
            }
            text.append(']');
        } else {
            text.append(node);
        }
        space(text, random);
    }

    private static void space(StringBuilder text, Random random) {
        text.append(List.of("", "", " ", "\n", "\r\n", "\t").get(random.nextInt(6)));
    }

    private static final byte[] WHOLE =
            Sample.text(Sample.GOOD.resolve("every-field.json")).getBytes(StandardCharsets.UTF_8);

    @Property(tries = 2000)
    void shouldNeverStumbleOverADamagedFileAndAlwaysSayWhere(@ForAll Random random) {
        byte[] damaged = WHOLE.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }

        assertToldWithPlace(damaged);
    }

    @Property(tries = 500)
    void shouldNeverStumbleOverAFileWithPiecesMovedAbout(@ForAll Random random) {
        String text = new String(WHOLE, StandardCharsets.UTF_8);
        int from = random.nextInt(text.length());
        int length = random.nextInt(Math.min(200, text.length() - from));
        String piece = text.substring(from, from + length);
        String without = random.nextBoolean() ? text : text.substring(0, from) + text.substring(from + length);
        int to = random.nextInt(without.length());

        assertToldWithPlace(
                (without.substring(0, to) + piece + without.substring(to)).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void shouldTellThatAFileIsCutShortWhereverItIsCut(@ForAll Random random) {
        byte[] cut = Arrays.copyOf(WHOLE, random.nextInt(WHOLE.length - 2));

        List<Problem> problems = assertToldWithPlace(cut);

        assertThat(problems).extracting(Problem::rule).containsAnyOf("cut-short", "empty");
    }

    private static List<Problem> assertToldWithPlace(byte[] bytes) {
        List<Problem> problems = new ArrayList<>();
        Dossier dossier = DossierReader.read("x.json", bytes, problems::add);
        boolean read = problems.isEmpty();
        Checked checked = Checker.check(SMALL, List.of(dossier));
        problems.addAll(checked.problems());
        int lines = new String(bytes, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1).length;
        for (Problem problem : problems) {
            assertThat(problem.at().line()).isBetween(1, lines);
            assertThat(problem.at().column()).isPositive();
            assertThat(problem.wrong()).isNotBlank().doesNotContain("Exception", "com.fasterxml", "JsonReadFeature");
            assertThat(problem.right()).isNotBlank();
        }
        boolean faulty = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        assertThat(checked.corpus().isPresent() && read).isEqualTo(!faulty);
        return problems;
    }
}
