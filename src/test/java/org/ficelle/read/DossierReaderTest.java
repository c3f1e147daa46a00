package org.ficelle.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ficelle.model.Claim;
import org.ficelle.model.Confidence;
import org.ficelle.model.Digest;
import org.ficelle.model.Document;
import org.ficelle.model.Dossier;
import org.ficelle.model.Entity;
import org.ficelle.model.EvidenceKind;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.ficelle.model.Marking;
import org.ficelle.model.Modality;
import org.ficelle.model.Problem;
import org.ficelle.model.Quantity;
import org.ficelle.model.QuantityPrecision;
import org.ficelle.model.Reliability;
import org.ficelle.model.Stance;
import org.ficelle.model.Value;
import org.junit.jupiter.api.Test;

class DossierReaderTest {

    private static final String EVERY_FIELD = Sample.text(Sample.GOOD.resolve("every-field.json"));

    private final Dossier dossier = Sample.dossier("every-field.json", EVERY_FIELD);

    @Test
    void shouldReadEveryFieldOfADocument() {
        Document report = dossier.documents().get(0).value();

        assertThat(report.publication().publisher()).isEqualTo("agency:observers");
        assertThat(report.publication().authors()).containsExactly("Jane Doe", "person:ann-onym");
        assertThat(report.publication().published().range().first()).isEqualTo(LocalDate.of(2023, 11, 13));
        assertThat(report.publication().url()).isEqualTo("https://example.org/report?id=1");
        assertThat(report.publication().sha256()).hasSize(64);
        assertThat(report.reliability()).isEqualTo(Reliability.B);
        assertThat(report.interests()).containsExactly("is paid by the state");
        assertThat(report.annotations().marking()).isEqualTo(Marking.GREEN);
        assertThat(report.annotations().ref()).containsExactly("R-1");
    }

    @Test
    void shouldReadAPublisherThatIsNotStatedAsAbsent() {
        Document relay = dossier.documents().get(1).value();

        assertThat(relay.publication().publisher()).isNull();
        assertThat(relay.publication().published().inferred()).isTrue();
        assertThat(relay.derivesFrom()).containsExactly("agency-report");
    }

    @Test
    void shouldReadEveryFieldOfAClaim() {
        Claim claim = dossier.claims().get(0).value();

        assertThat(claim.stance()).isEqualTo(Stance.ASSERTS);
        assertThat(claim.modality()).isEqualTo(Modality.ASSESSED);
        assertThat(claim.appraisal().confidence()).isEqualTo(new Confidence(80, "ICD 203", "very likely"));
        assertThat(claim.appraisal().credibility()).isEqualTo(2);
        assertThat(claim.appraisal().evidence()).isEqualTo(EvidenceKind.TECHNICAL);
        assertThat(claim.appraisal().hedge()).isEqualTo("at least once");
        assertThat(claim.scope().period().from().range().last()).isEqualTo(LocalDate.of(2023, 7, 31));
        assertThat(claim.scope().quantity())
                .isEqualTo(new Quantity(new BigDecimal("15"), "posts", QuantityPrecision.AT_LEAST));
        assertThat(claim.scope().marking()).isEqualTo(Marking.AMBER_STRICT);
        assertThat(claim.wording().note()).isEqualTo("Seen on the profile.");
    }

    @Test
    void shouldReadDenialsAndTypedValues() {
        List<Claim> claims = dossier.claims().stream().map(Located::value).toList();

        assertThat(claims.get(2).scope().denial().targets())
                .containsExactly("account:x/example PROMOTES person:ann-onym");
        assertThat(claims.get(2).scope().denial().general()).isTrue();
        assertThat(claims.get(4).proposition().value()).isInstanceOf(Value.Date.class);
        assertThat(claims.get(5).proposition().value()).isInstanceOf(Value.Amount.class);
        assertThat(claims.get(6).proposition().value()).isEqualTo(new Value.Text("a small matter"));
    }

    @Test
    void shouldKeepTheNameTheFileAndItsHash() {
        assertThat(dossier.name().value()).isEqualTo("every-field");
        assertThat(dossier.name().at()).isEqualTo(new Location("every-field.json", 3, 14));
        assertThat(dossier.title()).isEqualTo("One of everything");
        assertThat(dossier.sha256()).isEqualTo(Digest.of(EVERY_FIELD.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldKnowWhereAnElementItsFieldsAndTheirItemsBegin() {
        Located<Entity> entity = dossier.entities().get(0);

        assertThat(entity.at()).isEqualTo(new Location("every-field.json", 12, 5));
        assertThat(EVERY_FIELD.lines().skip(11).findFirst().orElseThrow().indexOf("\"The Observers\"") + 1)
                .isEqualTo(entity.at("aliases[0]").column());
        assertThat(entity.at("no such field")).isEqualTo(entity.at());
    }

    @Test
    void shouldCountColumnsInCharactersAndLinesByEveryLineEnding() {
        String before = "{'dossier': 'x',\r\n'title': '😀😀é', 'colour': 1,\r'claims': [],\n\n\t'size': 2}";

        assertThat(Sample.problems(Sample.bytes(before))).containsExactly("2:17 unknown-field", "5:2 unknown-field");
    }

    @Test
    void shouldPassOverAByteOrderMarkWithoutCountingIt() {
        assertThat(Sample.problems(Sample.bytes("\uFEFF{'dossier': 'x', 'size': 2}")))
                .containsExactly("1:18 unknown-field");
    }

    @Test
    void shouldFindPlacesInAFileOfOneLongLineInReasonableTime() {
        StringBuilder line = new StringBuilder("{'dossier': 'x', 'entities': [");
        for (int i = 0; i < 50_000; i++) {
            line.append("{'id': 'person:p").append(i).append("', 'kind': 'Person', 'name': 'P'},");
        }
        int column = line.length() + 1;
        line.append("7]}");

        List<String> problems =
                assertTimeout(Duration.ofSeconds(20), () -> Sample.problems(Sample.bytes(line.toString())));

        assertThat(problems).containsExactly("1:" + column + " wrong-type");
    }

    @Test
    void shouldWriteStringsInComposedForm() {
        Dossier decomposed = Sample.dossier(
                "x.json",
                "{'dossier': 'x', 'entities': [{'id': 'person:e', 'kind': 'Person', 'name': 'Ele\u0301na'}]}");

        assertThat(decomposed.entities().get(0).value().name()).isEqualTo("El\u00e9na");
    }

    @Test
    void shouldKeepAnElementWithAFaultyFieldWithoutTheField() {
        List<Problem> problems = new ArrayList<>();

        Dossier read = DossierReader.read(
                "x.json",
                Sample.bytes(
                        "{'dossier': 'x', 'entities': [{'id': 'person:e', 'kind': 7, 'name': '', 'aliases': [1, 'E']}]}"),
                problems::add);

        assertThat(problems).hasSize(3);
        assertThat(read.entities()).hasSize(1);
        assertThat(read.entities().get(0).value().aliases()).containsExactly("E");
    }

    @Test
    void shouldKeepWhatStandsBeforeTheCutOfAFile() {
        String cut = EVERY_FIELD.substring(0, EVERY_FIELD.indexOf("\"claims\"") + 400);
        List<Problem> problems = new ArrayList<>();

        Dossier read = DossierReader.read("x.json", cut.getBytes(StandardCharsets.UTF_8), problems::add);

        assertThat(problems).extracting(Problem::rule).containsExactly("cut-short");
        assertThat(read.entities()).hasSameSizeAs(dossier.entities());
        assertThat(read.name().value()).isEqualTo("every-field");
    }

    @Test
    void shouldAcceptNestingThatNoFieldNeedsOnlyUpToTheLimit() {
        String deep = "{'dossier': 'x', 'title': " + "[".repeat(31) + "]".repeat(31) + "}";
        String deeper = "{'dossier': 'x', 'title': " + "[".repeat(32) + "]".repeat(32) + "}";

        assertThat(Sample.problems(Sample.bytes(deep))).containsExactly("1:27 wrong-type");
        assertThat(Sample.problems(Sample.bytes(deeper))).containsExactly("1:58 too-deep");
    }
}
