package org.ficelle.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ficelle.model.Problem;
import org.ficelle.model.Severity;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;
import org.ficelle.read.Sample;
import org.junit.jupiter.api.Test;

class WarningsTest {

    private static final String[] ENDS = {"person:ann", "company:x", "agency:others"};
    private static final String HEADS = "person:ann HEADS company:x";

    @Test
    void shouldNameTheOneOriginOfALinkHoweverManyDocumentsRepeatIt() {
        Draft draft = Draft.with(ENDS)
                .document("relay", "agency:others", "report")
                .claim(HEADS, "asserts assessed")
                .claim(HEADS, "asserts assessed", "agency:observers", "relay", ", 'locator': '¶1'");

        assertThat(Draft.told("single-origin", draft))
                .singleElement()
                .asString()
                .startsWith(
                        "case.json:8:1: person:ann HEADS company:x rests on one origin, report, through 2 documents");
    }

    @Test
    void shouldBeContentWithTwoIndependentOriginsAndSilentOnLinksNobodyWalks() {
        Draft draft = Draft.with(ENDS)
                .entity("country:y")
                .document("other", "agency:others")
                .claim("company:x LOCATED_IN country:y", "asserts stated")
                .claim(HEADS, "asserts assessed")
                .claim(HEADS, "asserts assessed", "agency:others", "other", ", 'locator': '¶1'")
                .claim("person:ann HEADS agency:others", "denies");

        assertThat(Draft.told("single-origin", draft)).isEmpty();
    }

    @Test
    void shouldNameTheDocumentsOfACircleOnce() {
        Draft draft = Draft.with()
                .document("c", "not stated", "a")
                .document("b", "not stated", "c")
                .document("a", "not stated", "b", "report")
                .document("relay", "not stated", "a");

        assertThat(Draft.told("circular-derivation", draft))
                .singleElement()
                .asString()
                .contains("in a circle: a, b, c;");
    }

    @Test
    void shouldNameEntitiesThatNothingSpeaksOf() {
        Draft draft = Draft.with("person:idle", "person:ann", "person:author", "person:speaker", "company:x")
                .document("d", "not stated", new String[] {}, ", 'authors': ['person:author', 'Jane Doe']")
                .claim(HEADS, "asserts stated", "person:speaker", "report", "");

        assertThat(Draft.told("orphan-entity", draft))
                .singleElement()
                .asString()
                .contains("speaks of person:idle;");
    }

    @Test
    void shouldNameEntitiesOfOneKindWhoseNamesDifferOnlyInWriting() {
        Draft draft = Draft.with()
                .entity("person:one", "'name': 'Orxan Rzayev'")
                .entity("person:two", "'name': 'ORXAN RZAYEV'")
                .entity("person:three", "'name': 'Əliyev'")
                .entity("person:four", "'name': 'Aliyev'")
                .entity("company:one", "'name': 'Orxan Rzayev'");

        assertThat(Draft.told("similar-names", draft))
                .hasSize(2)
                .anySatisfy(told -> assertThat(told).contains("person:two has the name of person:one"))
                .anySatisfy(told -> assertThat(told).contains("person:three has the name of person:four"));
    }

    @Test
    void shouldBeContentWithAJudgementOnNamesWhateverItSays() {
        Draft draft = Draft.with()
                .entity("person:a", "'name': 'Ann'")
                .entity("person:b", "'name': 'ANN'")
                .entity("person:c", "'name': 'Bob'")
                .entity("person:d", "'name': 'BOB'")
                .entity("person:e", "'name': 'Cid'")
                .entity("person:f", "'name': 'CID'")
                .judge("person:a", "SAME_AS", "person:b")
                .judge("person:d", "NOT_SAME_AS", "person:c")
                .judge("person:e", "POSSIBLY_SAME_AS", "person:f");

        assertThat(Draft.told("similar-names", draft)).isEmpty();
    }

    @Test
    void shouldNameClaimsWithoutAPlaceInTheDocument() {
        Draft draft = Draft.with(ENDS).claim(HEADS, "asserts stated", "agency:observers", "report", "");

        assertThat(Draft.told("no-locator", draft)).singleElement().asString().startsWith("case.json:7:1:");
    }

    @Test
    void shouldNameDocumentsWithoutAResolvedDate() {
        assertThat(Draft.told("undated", Draft.with().undated("d")))
                .singleElement()
                .asString()
                .contains("document d has no resolved date");
    }

    @Test
    void shouldNameWhatAnUnknownPublisherSaysInItsOwnVoiceOnly() {
        Draft draft = Draft.with("person:ann", "company:x", "company:y", "company:z")
                .entity("agency:unnamed", "'name': 'U', 'description': 'D.', 'placeholder': true")
                .document("d", "not stated", new String[] {"report"}, ", 'authors': ['agency:unnamed']")
                .claim("person:ann HEADS company:x", "asserts stated", "agency:unnamed", "d", "")
                .claim("person:ann HEADS company:y", "asserts stated", "agency:observers", "d", "")
                .claim("person:ann HEADS company:z", "characterises", "agency:unnamed", "d", "");

        assertThat(Draft.told("unknown-publisher", draft))
                .singleElement()
                .asString()
                .contains("person:ann HEADS company:x stands in the own voice of d");
    }

    @Test
    void shouldNameAHeadlineThatSaysMoreThanItsTextAndSources() {
        Draft draft = Draft.with("country:y", "person:ann", "campaign:c")
                .document("article", "not stated", "report")
                .claim(
                        "country:y CONDUCTS campaign:c",
                        "characterises",
                        "agency:observers",
                        "article",
                        ", 'locator': 'Headline'");

        assertThat(Draft.told("headline-stronger", draft))
                .singleElement()
                .asString()
                .contains("neither its text nor its sources do");

        draft.claim("person:ann CONDUCTS campaign:c", "asserts assessed");
        assertThat(Draft.told("headline-stronger", draft)).as("other subject").hasSize(1);

        draft.claim("country:y CONDUCTS campaign:c", "asserts assessed");
        assertThat(Draft.told("headline-stronger", draft))
                .as("borne out by a source")
                .isEmpty();
    }

    @Test
    void shouldNameAHeadlineThatANegativeFindingSpeaksAgainst() {
        Draft draft = Draft.with("country:y", "campaign:c", "campaign:other")
                .claim(
                        "country:y CONDUCTS campaign:c",
                        "characterises",
                        "agency:observers",
                        "report",
                        ", 'locator': 'headline'")
                .claim("country:y CONDUCTS campaign:c", "asserts alleged")
                .claim("country:y CONDUCTS campaign:other", "not-established");

        assertThat(Draft.told("headline-stronger", draft))
                .singleElement()
                .asString()
                .contains("agency:observers could not establish country:y CONDUCTS campaign:other");
    }

    @Test
    void shouldAcceptADomainWithoutTopLevelDomainAndSaySo() {
        Draft draft = Draft.with("domain:newyorkinsider", "domain:example.org");

        assertThat(Draft.told("unknown-tld", draft))
                .singleElement()
                .asString()
                .contains("domain:newyorkinsider has no");
        assertThat(Draft.corpus(draft).entities()).containsKey("domain:newyorkinsider");
    }

    @Test
    void shouldNotBlockALoad() {
        DataSet read = DataReader.read(List.of(Sample.DATA));

        Checked checked = Checker.check(read.ontology().orElseThrow(), read.dossiers());

        assertThat(checked.problems()).extracting(Problem::severity).containsOnly(Severity.WARNING);
        assertThat(checked.problems())
                .extracting(Problem::rule)
                .contains("single-origin", "unknown-publisher", "headline-stronger", "unknown-tld", "undated");
        assertThat(checked.corpus()).isPresent();
    }
}
