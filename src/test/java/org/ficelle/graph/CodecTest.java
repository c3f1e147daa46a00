package org.ficelle.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContextBase;
import org.ficelle.model.Annotations;
import org.ficelle.model.Appraisal;
import org.ficelle.model.Claim;
import org.ficelle.model.Confidence;
import org.ficelle.model.Denial;
import org.ficelle.model.Document;
import org.ficelle.model.DocumentType;
import org.ficelle.model.Entity;
import org.ficelle.model.EvidenceKind;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Marking;
import org.ficelle.model.Modality;
import org.ficelle.model.Period;
import org.ficelle.model.Precision;
import org.ficelle.model.Proposition;
import org.ficelle.model.Publication;
import org.ficelle.model.Quantity;
import org.ficelle.model.QuantityPrecision;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Reliability;
import org.ficelle.model.Scope;
import org.ficelle.model.Source;
import org.ficelle.model.Stance;
import org.ficelle.model.Value;
import org.ficelle.model.Vertex;
import org.ficelle.model.When;
import org.ficelle.model.Wording;
import org.junit.jupiter.api.Test;

/** What goes into the graph comes out of it, whatever it is; and two different things never pass for one. */
@Domain(CodecTest.Records.class)
class CodecTest {

    private static final UnaryOperator<String> AS_WRITTEN = id -> id;

    @Property(edgeCases = EdgeCasesMode.NONE)
    void shouldReadAnEntityAsItWasWritten(@ForAll Vertex vertex, @ForAll Vertex other) {
        Element.Node node = VertexCodec.encode(vertex, List.of("dossier"));

        assertThat(VertexCodec.decode(throughNeo4j(node))).isEqualTo(vertex);
        assertThat(VertexCodec.encode(other, List.of("dossier")).fingerprint().equals(node.fingerprint()))
                .isEqualTo(other.equals(vertex));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void shouldReadADocumentAsItWasWritten(@ForAll Document document, @ForAll Document other) {
        Element.Node node = DocumentCodec.encode(document, AS_WRITTEN, List.of());

        assertThat(DocumentCodec.decode(throughNeo4j(node))).isEqualTo(document);
        assertThat(DocumentCodec.encode(other, AS_WRITTEN, List.of())
                        .fingerprint()
                        .equals(node.fingerprint()))
                .isEqualTo(other.equals(document));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void shouldReadAClaimAsItWasWritten(@ForAll Claim claim, @ForAll Claim other) {
        ClaimCodec.Context context = new ClaimCodec.Context(List.of("origin"), List.of("claim:1"), List.of());
        Element.Node node = ClaimCodec.encode(claim, AS_WRITTEN, context);

        assertThat(ClaimCodec.decode(throughNeo4j(node))).isEqualTo(claim);
        assertThat(ClaimCodec.encode(other, AS_WRITTEN, context).fingerprint().equals(node.fingerprint()))
                .isEqualTo(other.equals(claim));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void shouldReadALinkAsItWasWritten(@ForAll Link link, @ForAll Link other) {
        Element.Tie tie = LinkCodec.encode(link);

        assertThat(LinkCodec.decode(new Element.Tie(tie.key(), tie.from(), tie.to(), throughNeo4j(tie.properties()))))
                .isEqualTo(link);
        assertThat(LinkCodec.encode(other).fingerprint().equals(tie.fingerprint()))
                .isEqualTo(other.equals(link));
    }

    @Test
    void shouldLeadToTheEntitiesThatStandForThoseWritten() {
        Claim claim = Claim.of(
                Proposition.of("person:a", "HEADS", "company:b"),
                Stance.DENIES,
                null,
                new Source("person:a", "report", "¶6"),
                Wording.of("statement", null, null),
                Appraisal.UNSPECIFIED,
                Scope.UNSPECIFIED);

        Element.Node node = ClaimCodec.encode(
                claim,
                id -> id.equals("person:a") ? "person:z" : id,
                new ClaimCodec.Context(List.of(), List.of("claim:1"), List.of()));

        assertThat(node.edges())
                .extracting(Element.Edge::type, Element.Edge::to)
                .containsExactlyInAnyOrder(
                        tuple("SUBJECT", VertexCodec.key("person:z")),
                        tuple("OBJECT", VertexCodec.key("company:b")),
                        tuple("ASSERTED_BY", VertexCodec.key("person:z")),
                        tuple("STATED_IN", DocumentCodec.key("report")),
                        tuple("DENIES", ClaimCodec.key("claim:1")));
        assertThat(node.edges())
                .filteredOn(edge -> edge.type().equals("STATED_IN"))
                .singleElement()
                .satisfies(edge -> assertThat(edge.properties()).containsEntry("locator", "¶6"));
    }

    @Test
    void shouldKeepBothEndsOfAnIntervalAsDates() {
        When june = new When("in June", When.Range.parse("2023-06"), true, "the year is the article's");
        Claim claim = Claim.of(
                Proposition.of("account:a", "CREATED", new Value.Date(june)),
                Stance.DENIES,
                null,
                new Source("person:a", "report", null),
                Wording.of("statement", null, null),
                Appraisal.UNSPECIFIED,
                new Scope(new Period(june, null), null, Denial.NONE, null, List.of()));

        Element.Node node =
                ClaimCodec.encode(claim, AS_WRITTEN, new ClaimCodec.Context(List.of(), List.of(), List.of()));

        assertThat(node.properties())
                .containsEntry("fromRaw", "in June")
                .containsEntry("fromFirst", LocalDate.of(2023, 6, 1))
                .containsEntry("fromLast", LocalDate.of(2023, 6, 30))
                .containsEntry("fromPrecision", "month")
                .containsEntry("fromInferred", true)
                .containsEntry("fromBasis", "the year is the article's")
                .containsEntry("valueFirst", LocalDate.of(2023, 6, 1))
                .containsEntry("valueType", "date")
                .doesNotContainKeys("untilRaw", "object", "confidence", "quantity");
    }

    private static Element.Node throughNeo4j(Element.Node node) {
        return new Element.Node(node.key(), List.of(), throughNeo4j(node.properties()), List.of());
    }

    private static SortedMap<String, Object> throughNeo4j(SortedMap<String, Object> properties) {
        SortedMap<String, Object> stored = new TreeMap<>();
        properties.forEach((name, value) -> stored.put(name, PropertyValues.toNeo4j(value)));
        return PropertyValues.fromNeo4j(stored);
    }

    /** Arbitrary records; texts are few and short, so that equal and nearly equal ones come up. */
    static class Records extends DomainContextBase {

        @Provide
        Arbitrary<Vertex> vertices() {
            return Combinators.combine(
                            entities(),
                            texts(),
                            Arbitraries.of(true, false),
                            Arbitraries.integers().between(0, 99))
                    .as(Vertex::new);
        }

        private Arbitrary<Entity> entities() {
            return Combinators.combine(
                            text(),
                            Arbitraries.of("Person", "Company"),
                            text(),
                            texts(),
                            text().injectNull(0.3),
                            Arbitraries.of(true, false),
                            annotations())
                    .as(Entity::new);
        }

        @Provide
        Arbitrary<Document> documents() {
            return Combinators.combine(
                            text(),
                            Arbitraries.of(DocumentType.class),
                            text(),
                            publications(),
                            texts().map(list -> list.stream().distinct().toList()),
                            Arbitraries.of(Reliability.class).injectNull(0.3),
                            texts(),
                            annotations())
                    .as(Document::new);
        }

        private Arbitrary<Publication> publications() {
            return Combinators.combine(
                            text().injectNull(0.3),
                            texts(),
                            whens().injectNull(0.3),
                            text().injectNull(0.3),
                            text().injectNull(0.3))
                    .as(Publication::new);
        }

        @Provide
        Arbitrary<Claim> claims() {
            return Combinators.combine(
                            text(),
                            propositions(),
                            Arbitraries.of(Modality.class).injectNull(0.3),
                            Combinators.combine(text(), text(), text().injectNull(0.3))
                                    .as(Source::new),
                            Combinators.combine(text(), text().injectNull(0.3), text().injectNull(0.3))
                                    .as(Wording::of),
                            appraisals(),
                            scopes(),
                            Arbitraries.of(Stance.DENIES, Stance.NOT_ESTABLISHED, Stance.FORECASTS))
                    .as((id, proposition, modality, source, wording, appraisal, scope, otherwise) -> new Claim(
                            id,
                            proposition,
                            modality == null ? otherwise : Stance.ASSERTS,
                            modality,
                            source,
                            wording,
                            appraisal,
                            scope));
        }

        private Arbitrary<Proposition> propositions() {
            return Combinators.combine(text(), text(), Arbitraries.oneOf(text().map(Object.class::cast), values()))
                    .as((subject, object, end) -> end instanceof Value value
                            ? Proposition.of(subject, "HEADS", value)
                            : Proposition.of(subject, "HEADS", object));
        }

        private Arbitrary<Object> values() {
            return Arbitraries.oneOf(
                    text().map(Value.Text::new),
                    whens().map(Value.Date::new),
                    quantities().map(Value.Amount::new));
        }

        private Arbitrary<Appraisal> appraisals() {
            return Combinators.combine(
                            Combinators.combine(
                                            Arbitraries.integers().between(0, 100),
                                            text().injectNull(0.3),
                                            text().injectNull(0.3))
                                    .as(Confidence::new)
                                    .injectNull(0.3),
                            Arbitraries.integers().between(1, 6).injectNull(0.3),
                            Arbitraries.of(EvidenceKind.class).injectNull(0.3),
                            text().injectNull(0.3))
                    .as(Appraisal::new);
        }

        private Arbitrary<Scope> scopes() {
            return Combinators.combine(
                            Combinators.combine(whens().injectNull(0.3), whens().injectNull(0.3))
                                    .as(Period::new),
                            quantities().injectNull(0.3),
                            Combinators.combine(texts(), Arbitraries.of(true, false))
                                    .as(Denial::new),
                            Arbitraries.of(Marking.class).injectNull(0.3),
                            texts())
                    .as(Scope::new);
        }

        private Arbitrary<Quantity> quantities() {
            return Combinators.combine(
                            Arbitraries.oneOf(
                                    Arbitraries.bigDecimals(),
                                    Arbitraries.of("0.1", "39", "12345678901234567890.123456789", "1E400", "1E-400")
                                            .map(BigDecimal::new)),
                            text(),
                            Arbitraries.of(QuantityPrecision.class))
                    .as(Quantity::new);
        }

        private Arbitrary<When> whens() {
            return Combinators.combine(
                            text(), ranges().injectNull(0.2), Arbitraries.of(true, false), text().injectNull(0.5))
                    .as(When::new);
        }

        private Arbitrary<When.Range> ranges() {
            return Combinators.combine(
                            Arbitraries.integers().between(0, 40000),
                            Arbitraries.integers().between(0, 800),
                            Arbitraries.of(Precision.class))
                    .as((first, length, precision) -> new When.Range(
                            LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(first + length), precision));
        }

        @Provide
        Arbitrary<Link> links() {
            return Combinators.combine(
                            Combinators.combine(text(), Arbitraries.of("HEADS", "OWNS"), text())
                                    .as(Proposition::of),
                            Arbitraries.of(LinkStatus.class),
                            Arbitraries.of(RelationClass.class),
                            Arbitraries.of(true, false),
                            Arbitraries.doubles().between(0, 1),
                            Arbitraries.doubles().between(0, 1),
                            Combinators.combine(
                                            texts(),
                                            texts(),
                                            texts(),
                                            texts(),
                                            Arbitraries.integers()
                                                    .between(0, 40000)
                                                    .map(LocalDate::ofEpochDay)
                                                    .injectNull(0.3),
                                            Arbitraries.integers()
                                                    .between(0, 40000)
                                                    .map(LocalDate::ofEpochDay)
                                                    .injectNull(0.3))
                                    .as(Link.Backing::new))
                    .as(Link::new);
        }

        private Arbitrary<Annotations> annotations() {
            return Combinators.combine(Arbitraries.of(Marking.class).injectNull(0.3), text().injectNull(0.3), texts())
                    .as(Annotations::new);
        }

        private Arbitrary<List<String>> texts() {
            return text().list().ofMaxSize(3);
        }

        private Arbitrary<String> text() {
            return Arbitraries.strings().withChars("aə 1\n\"").ofMaxLength(3);
        }
    }
}
