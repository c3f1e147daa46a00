package org.ficelle.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Dossier;
import org.ficelle.model.Problem;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;
import org.ficelle.read.Sample;
import org.junit.jupiter.api.Test;

class CheckerTest {

    @Test
    void shouldUniteAliasesAndReferencesAndFillWhatOneFileLeavesOut() {
        Corpus corpus = Draft.corpus(
                Draft.named("one").entity("person:a", "'name': 'A', 'aliases': ['C', 'B'], 'ref': ['2']"),
                Draft.named("two")
                        .entity(
                                "person:a",
                                "'name': 'A', 'aliases': ['D', 'B'], 'ref': ['1'], 'description': 'Somebody.', 'placeholder': true"));

        var entity = corpus.entities().get("person:a");
        assertThat(entity.aliases()).containsExactly("B", "C", "D");
        assertThat(entity.annotations().ref()).containsExactly("1", "2");
        assertThat(entity.description()).isEqualTo("Somebody.");
        assertThat(entity.placeholder()).isTrue();
        assertThat(corpus.dossiers().get("person:a")).containsExactly("one", "two");
    }

    @Test
    void shouldRefuseThatAPartyIsBothNamedAndUnnamed() {
        List<String> told = Draft.told(
                "contradictory-entity",
                Draft.named("one").entity("person:a", "'name': 'A', 'placeholder': false"),
                Draft.named("two").entity("person:a", "'name': 'A', 'description': 'D.', 'placeholder': true"));

        assertThat(told).singleElement().asString().startsWith("two.json:").contains("'placeholder'", "one.json:3");
    }

    @Test
    void shouldFillDocumentsAsWell() {
        Corpus corpus = Draft.corpus(
                Draft.with().document("d", "agency:observers", new String[] {"report"}, ", 'ref': ['1']"),
                Draft.named("two")
                        .document("d", "agency:observers", new String[] {}, ", 'ref': ['2'], 'reliability': 'B'"));

        var document = corpus.documents().get("d");
        assertThat(document.derivesFrom()).containsExactly("report");
        assertThat(document.reliability()).isNotNull();
        assertThat(document.annotations().ref()).containsExactly("1", "2");
    }

    @Test
    void shouldGiveEveryWayOfWritingAnIdOneEntityAndKeepWhatWasWritten() {
        Corpus corpus = Draft.corpus(Draft.with("person:ann")
                .entity("domain:Example[.]ORG.", "'name': 'example.org'")
                .claim("domain:EXAMPLE.org PROMOTES person:ann", "asserts stated")
                .claim(
                        "domain:example.org PROMOTES person:Ann",
                        "denies",
                        ", 'targets': ['domain:EXAMPLE.ORG PROMOTES person:ann']"));

        assertThat(corpus.entities()).containsKey("domain:example.org").doesNotContainKey("domain:Example[.]ORG.");
        assertThat(corpus.entities().get("domain:example.org").aliases())
                .containsExactly("EXAMPLE.org", "Example[.]ORG.");
        assertThat(corpus.claims().values())
                .extracting(claim -> claim.proposition().id())
                .containsOnly("domain:example.org PROMOTES person:ann");
        assertThat(corpus.claims().values()).allSatisfy(claim -> assertThat(claim.id())
                .isEqualTo(Claim.idOf(claim.proposition(), claim.stance(), claim.source())));
    }

    @Test
    void shouldKeepKindsApartThatShareAKey() {
        Corpus corpus = Draft.corpus(Draft.with("country:georgia", "us-state:georgia"));

        assertThat(corpus.entities()).containsKeys("country:georgia", "us-state:georgia");
    }

    @Test
    void shouldTakeOneClaimInTwoFilesAsOneAndUniteItsReferences() {
        Draft first = Draft.with("person:ann", "company:example")
                .claim("person:ann HEADS company:example", "asserts stated", ", 'ref': ['1']");
        Draft second = Draft.named("two").claim("person:ann HEADS company:example", "asserts stated", ", 'ref': ['2']");

        Corpus corpus = Draft.corpus(first, second);

        Claim claim = corpus.claims().get(corpus.claims().firstKey());
        assertThat(corpus.claims()).hasSize(1);
        assertThat(claim.scope().ref()).containsExactly("1", "2");
        assertThat(corpus.dossiers().get(claim.id())).containsExactly("case", "two");
    }

    @Test
    void shouldTellOfBothPlacesWhereTwoFilesContradictEachOther() {
        Draft first =
                Draft.with("person:ann", "company:example").claim("person:ann HEADS company:example", "asserts stated");
        Draft second = Draft.named("two").claim("person:ann HEADS company:example", "asserts alleged");

        assertThat(Draft.told("contradictory-claim", first, second))
                .singleElement()
                .asString()
                .startsWith("two.json:")
                .contains("'modality'", "'alleged' here", "'stated' in case.json:6");
    }

    @Test
    void shouldSuggestTheSameKeyUnderAnotherKindFirst() {
        Draft draft = Draft.with("agency:viginum", "person:vigimum")
                .claim("person:viginum HEADS agency:viginum", "asserts stated");

        assertThat(Draft.told("unknown-entity", draft))
                .singleElement()
                .asString()
                .endsWith("the nearest is agency:viginum");
    }

    @Test
    void shouldAcceptATargetThatNamesAMergedEntityByAnotherOfItsIds() {
        Corpus corpus = Draft.corpus(Draft.with("person:a", "person:b", "company:x")
                .judge("person:a", "SAME_AS", "person:b")
                .claim("person:a HEADS company:x", "asserts alleged")
                .claim("person:a HEADS company:x", "denies", ", 'targets': ['person:b HEADS company:x']"));

        assertThat(new Oppositions(corpus).denials("person:a HEADS company:x")).hasSize(1);
    }

    @Test
    void shouldGiveNoCorpusWhileAnythingIsWrong() {
        Checked checked = Draft.check(Draft.with().claim("person:nobody HEADS company:nothing", "asserts stated"));

        assertThat(checked.corpus()).isEmpty();
        assertThat(checked.problems()).extracting(Problem::rule).containsExactly("unknown-entity", "unknown-entity");
    }

    @Test
    void shouldPutTogetherWhatIsShipped() {
        DataSet read = DataReader.read(List.of(Sample.DATA));

        Checked checked = Checker.check(read.ontology().orElseThrow(), read.dossiers());

        assertThat(checked.corpus()).isPresent();
        assertThat(checked.corpus().orElseThrow().claims())
                .hasSize(read.dossiers().stream()
                        .mapToInt(dossier -> dossier.claims().size())
                        .sum());
    }

    @Test
    void shouldHoldForNoDossierAtAll() {
        assertThat(Checker.check(Sample.ontology(), List.<Dossier>of()).corpus())
                .isPresent();
    }
}
