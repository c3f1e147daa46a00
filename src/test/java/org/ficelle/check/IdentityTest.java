package org.ficelle.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ficelle.model.Corpus;
import org.ficelle.model.Link;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final String[] PEOPLE = {"person:d", "person:c", "person:b", "person:a", "company:x"};

    private static List<String> links(Corpus corpus) {
        return Links.of(corpus, new Oppositions(corpus), new Lineage(corpus.documents())).stream()
                .map(Link::id)
                .filter(id -> !id.contains("SAME_AS"))
                .toList();
    }

    @Test
    void shouldLetTheSmallestIdStandForAChainOfJudgements() {
        Corpus corpus = Draft.corpus(Draft.with(PEOPLE)
                .judge("person:d", "SAME_AS", "person:c")
                .judge("person:b", "SAME_AS", "person:c")
                .claim("person:d HEADS company:x", "asserts stated"));

        assertThat(corpus.canonical("person:d")).isEqualTo("person:b");
        assertThat(corpus.canonical("person:c")).isEqualTo("person:b");
        assertThat(corpus.canonical("person:a")).isEqualTo("person:a");
        assertThat(corpus.entities()).containsKeys("person:b", "person:c", "person:d");
        assertThat(links(corpus)).containsExactly("person:b HEADS company:x");
    }

    @Test
    void shouldComeApartWhenTheJudgementIsDeleted() {
        Draft apart = Draft.with(PEOPLE).claim("person:d HEADS company:x", "asserts stated");

        Corpus corpus = Draft.corpus(apart);

        assertThat(corpus.canonical()).isEmpty();
        assertThat(links(corpus)).containsExactly("person:d HEADS company:x");
    }

    @Test
    void shouldNeverMergeCandidatesNorDeniedNorHypotheticalIdentities() {
        Corpus corpus = Draft.corpus(Draft.with(PEOPLE)
                .judge("person:a", "POSSIBLY_SAME_AS", "person:b")
                .claim("person:b SAME_AS person:c", "denies")
                .claim("person:c SAME_AS person:d", "not-established"));

        assertThat(corpus.canonical()).isEmpty();
    }

    @Test
    void shouldNeverMergeByNameOrAlias() {
        Corpus corpus = Draft.corpus(Draft.with()
                .entity("person:a", "'name': 'Ann', 'aliases': ['Onym']")
                .entity("person:b", "'name': 'Ann', 'aliases': ['Onym']"));

        assertThat(corpus.canonical()).isEmpty();
    }

    @Test
    void shouldNameTheChainThatMakesOneOfWhatIsJudgedTwo() {
        Draft draft = Draft.with(PEOPLE)
                .judge("person:a", "SAME_AS", "person:b")
                .judge("person:c", "SAME_AS", "person:b")
                .judge("person:d", "SAME_AS", "person:c")
                .judge("person:d", "NOT_SAME_AS", "person:a");

        assertThat(Draft.told("contradictory-identity", draft))
                .containsExactly("case.json:12:1: person:d = person:c (case.json:11) = person:b (case.json:10)"
                        + " = person:a (case.json:9), but person:d ≠ person:a (case.json:12);"
                        + " delete the judgement that is wrong");
        assertThat(Draft.check(draft).corpus()).isEmpty();
    }

    @Test
    void shouldAcceptThatTwoMergesAreNotTheSame() {
        Draft draft = Draft.with(PEOPLE)
                .judge("person:a", "SAME_AS", "person:b")
                .judge("person:c", "SAME_AS", "person:d")
                .judge("person:a", "NOT_SAME_AS", "person:d");

        assertThat(Draft.corpus(draft).canonical("person:d")).isEqualTo("person:c");
    }

    @Test
    void shouldRefuseToMergeKinds() {
        assertThat(Draft.told("wrong-kind", Draft.with(PEOPLE).judge("person:a", "SAME_AS", "company:x")))
                .singleElement()
                .asString()
                .contains("one kind, not Person and Company");
    }

    @Test
    void shouldAskForTheBasisOfAJudgement() {
        assertThat(Draft.told(
                        "missing-field", Draft.with(PEOPLE).claim("person:a SAME_AS person:b", "asserts assessed")))
                .singleElement()
                .asString()
                .contains("give its basis in 'note'");
    }
}
