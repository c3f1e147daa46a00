package org.ficelle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ficelle.check.Checked;
import org.ficelle.check.Checker;
import org.ficelle.check.Lineage;
import org.ficelle.check.Links;
import org.ficelle.check.Oppositions;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Ontology;
import org.ficelle.model.Severity;
import org.ficelle.model.Stance;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticTest {

    private static final Path ONTOLOGY = Path.of("data", "ontology.json");

    @TempDir
    Path folder;

    @Test
    void shouldWriteDossiersThatTheCheckAcceptsWithAsManyLinksAsAskedFor() throws IOException {
        Corpus corpus = corpus(new Synthetic(7, Synthetic.Unit.LINKS, 5_000, 700));

        List<Link> links = links(corpus).stream()
                .filter(link -> !link.relation().equals(Ontology.SAME_AS))
                .toList();
        // Two propositions become one where two of their entities do.
        assertThat(links).hasSizeBetween(4_900, 5_000);
        assertThat(links).extracting(Link::status).contains(LinkStatus.values());
        assertThat(corpus.canonical(merged(corpus).object()))
                .isEqualTo(corpus.canonical(merged(corpus).subject()));
    }

    @Test
    void shouldWriteExactlyAsManyClaimsAsAskedFor() throws IOException {
        Corpus corpus = corpus(new Synthetic(8, Synthetic.Unit.CLAIMS, 3_000, 700));

        assertThat(corpus.claims()).hasSize(3_000);
        assertThat(corpus.claims().values()).extracting(Claim::stance).contains(Stance.DENIES, Stance.FORECASTS);
    }

    @Test
    void shouldGiveFewEntitiesMostOfTheLinksAndLeaveSomeApart() throws IOException {
        List<Link> links = links(corpus(new Synthetic(9, Synthetic.Unit.LINKS, 10_000, 1_000))).stream()
                .filter(Link::walkable)
                .toList();
        Map<String, Integer> degrees = new HashMap<>();
        Map<String, Set<String>> next = new HashMap<>();
        for (Link link : links) {
            for (String end : List.of(link.subject(), link.object())) {
                degrees.merge(end, 1, Integer::sum);
                next.computeIfAbsent(end, id -> new HashSet<>()).add(link.otherEnd(end));
            }
        }
        int[] sorted =
                degrees.values().stream().mapToInt(Integer::intValue).sorted().toArray();

        assertThat(sorted[sorted.length / 2]).isLessThanOrEqualTo(4);
        assertThat(sorted[sorted.length - 1]).isGreaterThan(100);
        assertThat(IntStream.of(sorted).skip(sorted.length * 9L / 10).sum())
                .as("links of the tenth that has the most")
                .isGreaterThan(IntStream.of(sorted).sum() * 2 / 5);
        Set<String> first = component(next, links.get(0).subject());
        String hub = degrees.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Set<String> largest = first.contains(hub) ? first : component(next, hub);
        assertThat(largest.size()).isBetween(next.size() * 4 / 5, next.size() * 99 / 100);
    }

    @Test
    void shouldWriteTheSameForTheSameSeed() throws IOException {
        Synthetic synthetic = new Synthetic(3, Synthetic.Unit.LINKS, 300, 100);
        synthetic.write(folder.resolve("one"), ONTOLOGY);
        synthetic.write(folder.resolve("two"), ONTOLOGY);
        new Synthetic(4, Synthetic.Unit.LINKS, 300, 100).write(folder.resolve("other"), ONTOLOGY);
        String file = synthetic.file(2);

        assertThat(folder.resolve("two").resolve(file))
                .hasSameTextualContentAs(folder.resolve("one").resolve(file));
        assertThat(Files.readString(folder.resolve("other").resolve(file)))
                .isNotEqualTo(Files.readString(folder.resolve("one").resolve(file)));
    }

    @Test
    void shouldKeepTheClaimsAndChangeTheirWordsInAnotherEdition() throws IOException {
        Synthetic synthetic = new Synthetic(3, Synthetic.Unit.CLAIMS, 300, 100);
        Corpus before = corpus(synthetic);
        synthetic.write(folder, 1, 1);
        Corpus after = check();

        assertThat(after.claims().keySet()).isEqualTo(before.claims().keySet());
        assertThat(after.claims().values().stream()
                        .filter(claim -> !claim.equals(before.claims().get(claim.id()))))
                .hasSize(100);
    }

    private Corpus corpus(Synthetic synthetic) throws IOException {
        synthetic.write(folder, ONTOLOGY);
        return check();
    }

    private Corpus check() {
        DataSet data = DataReader.read(List.of(folder));
        assertThat(data.problems()).isEmpty();
        Checked checked = Checker.check(data.ontology().orElseThrow(), data.dossiers());
        assertThat(checked.problems())
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .isEmpty();
        return checked.corpus().orElseThrow();
    }

    private static List<Link> links(Corpus corpus) {
        return Links.of(corpus, new Oppositions(corpus), new Lineage(corpus.documents(), corpus::canonical));
    }

    private static Claim merged(Corpus corpus) {
        return corpus.claims().values().stream()
                .filter(claim -> claim.relation().equals(Ontology.SAME_AS))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> component(Map<String, Set<String>> next, String start) {
        Set<String> reached = new HashSet<>(Set.of(start));
        List<String> open = List.of(start);
        while (!open.isEmpty()) {
            open = open.stream()
                    .flatMap(id -> next.getOrDefault(id, Set.of()).stream())
                    .filter(reached::add)
                    .toList();
        }
        return reached;
    }
}
