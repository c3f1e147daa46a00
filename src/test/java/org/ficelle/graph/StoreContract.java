package org.ficelle.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ficelle.Sample;
import org.ficelle.TestStore;
import org.ficelle.load.GraphImage;
import org.ficelle.model.Appraisal;
import org.ficelle.model.Claim;
import org.ficelle.model.Denial;
import org.ficelle.model.Period;
import org.ficelle.model.Proposition;
import org.ficelle.model.Scope;
import org.ficelle.model.Source;
import org.ficelle.model.Stance;
import org.ficelle.model.When;
import org.ficelle.model.Wording;
import org.junit.jupiter.api.Test;

/** What every store must do. */
abstract class StoreContract {

    private final TestStore graph;

    private final Sample sample = new Sample()
            .claim("person:a HEADS company:b")
            .claim("company:b PROMOTES domain:c")
            .claim("domain:c HOSTED_ON server:d");

    StoreContract(TestStore graph) {
        this.graph = graph;
    }

    @Test
    void shouldHoldExactlyWhatWasApplied() {
        GraphImage image = sample.image();

        graph.store().apply(Sample.ONTOLOGY, creations(image));

        try (View view = graph.view()) {
            assertThat(view.elements())
                    .containsExactlyElementsOf(
                            image.elements().map(Element::content).toList());
            assertThat(view.ontology()).contains("{}");
            view.elements().forEach(element -> assertThat(TestStore.fingerprints(view))
                    .containsEntry(element.key(), element.fingerprint()));
        }
    }

    @Test
    void shouldWriteNothingWhenAChangeFails() {
        graph.load(sample);
        String before = graph.dump();
        Element.Node company = company("company:new");

        assertThatThrownBy(() -> graph.store()
                        .apply(
                                Sample.ONTOLOGY,
                                List.of(
                                        new Change.Create(company),
                                        new Change.Remove(new ElementKey("HEADS", "person:a HEADS company:b")),
                                        new Change.Remove(VertexCodec.key("company:unknown")))))
                .isInstanceOf(StoreException.class)
                .hasMessage("the load changed nothing, because the graph no longer holds company:unknown; load again");

        assertThat(graph.dump()).isEqualTo(before);
    }

    @Test
    void shouldRefuseASecondElementOfOneId() {
        graph.load(sample);
        String before = graph.dump();

        assertThatThrownBy(() -> graph.store()
                        .apply(
                                Sample.ONTOLOGY,
                                List.of(
                                        new Change.Create(company("company:new")),
                                        new Change.Create(company("company:b")))))
                .isInstanceOf(StoreException.class)
                .hasMessage("the load changed nothing, because the graph already holds part of it; load again");
        assertThatThrownBy(() -> graph.store()
                        .apply(
                                Sample.ONTOLOGY,
                                List.of(new Change.Create(sample.image()
                                        .element(new ElementKey("HEADS", "person:a HEADS company:b"))
                                        .orElseThrow()))))
                .isInstanceOf(StoreException.class);

        assertThat(graph.dump()).isEqualTo(before);
    }

    @Test
    void shouldReplaceAllThatAnElementHeld() {
        graph.load(sample);
        graph.cypher("MATCH (e {id: 'person:a'}) SET e:`by ``hand`, e.scribble = 1");
        Element.Node person = (Element.Node) new Sample()
                .entity("person:a", "Ada")
                .image()
                .element(VertexCodec.key("person:a"))
                .orElseThrow();
        Element.Tie moved = new Element.Tie(
                new ElementKey("HEADS", "person:a HEADS company:b"),
                "company:b",
                "person:a",
                new TreeMap<>(Map.of("status", "alleged")));

        graph.store().apply(Sample.ONTOLOGY, List.of(new Change.Update(moved), new Change.Update(person)));

        try (View view = graph.view()) {
            assertThat(view.elements()).contains(person, moved);
        }
    }

    @Test
    void shouldReplaceAllThatAnElementHeldWhenItIsToldWhatThatWas() {
        graph.load(sample);
        ElementKey tie = new ElementKey("HEADS", "person:a HEADS company:b");
        ElementKey node = VertexCodec.key("person:a");
        Map<ElementKey, Element> before;
        try (View view = graph.view()) {
            before = view.stored(List.of(tie, node));
        }
        Element.Node person = (Element.Node)
                new Sample().entity("person:a", "Ada").image().element(node).orElseThrow();
        Element.Tie link = new Element.Tie(tie, "person:a", "company:b", new TreeMap<>(Map.of("status", "alleged")));

        graph.store()
                .apply(
                        Sample.ONTOLOGY,
                        List.of(new Change.Update(link, before.get(tie)), new Change.Update(person, before.get(node))));

        try (View view = graph.view()) {
            assertThat(view.elements()).contains(person, link);
            Map<ElementKey, String> fingerprints = new HashMap<>();
            view.fingerprints(fingerprints::put);
            assertThat(fingerprints).containsEntry(tie, link.fingerprint()).containsEntry(node, person.fingerprint());
        }
    }

    @Test
    void shouldRefuseALinkToNothing() {
        graph.load(sample);
        Element.Tie dangling = new Element.Tie(
                new ElementKey("HEADS", "person:a HEADS company:z"), "person:a", "company:z", new TreeMap<>());

        assertThatThrownBy(() -> graph.store().apply(Sample.ONTOLOGY, List.of(new Change.Create(dangling))))
                .isInstanceOf(StoreException.class)
                .hasMessage("the load changed nothing, because the graph no longer holds company:z; load again");
    }

    @Test
    void shouldLeaveAloneWhatOthersDrew() {
        graph.store().apply(Sample.ONTOLOGY, creations(sample.image()));
        graph.cypher(
                "MATCH (a:Person), (b:Company) CREATE (a)-[:MY_HUNCH]->(b), (:Entity:Note {text: 'ask'})-[:ON]->(a)");

        try (View view = graph.view()) {
            assertThat(view.elements()).hasSize(sample.image().size());
            assertThat(TestStore.links(view, List.of("person:a")).get("person:a"))
                    .hasSize(1);
        }
    }

    @Test
    void shouldDrawClaimsBesideLinksForCypher() {
        graph.store()
                .apply(
                        Sample.ONTOLOGY,
                        creations(sample.document("report", "company:b", "source")
                                .document("source", null)
                                .denied("person:a HEADS company:b", "person:a")
                                .image()));

        assertThat(graph.cypher("""
                        MATCH (e:Entity:Person {id: 'person:a'})-[h:HEADS {status: 'contested'}]->(c:Entity:Company)
                        MATCH (e)<-[:SUBJECT]-(claim:Claim {stance: 'asserts'})-[:OBJECT]->(c)
                        MATCH (claim)-[:STATED_IN]->(:Document {id: 'report'})-[:DERIVES_FROM]->(:Document {id: 'source'})
                        MATCH (claim)-[:ASSERTED_BY]->(:Entity {id: 'person:reporter'})
                        MATCH (claim)<-[:DENIES]-(denial:Claim {stance: 'denies'})-[:ASSERTED_BY]->(e)
                        MATCH (:Document {id: 'report'})-[:PUBLISHED_BY]->(c)
                        WHERE h.claims = [claim.id] AND h.against = [denial.id] AND h.id = 'person:a HEADS company:b'
                        RETURN c.degree""")).containsExactly("2");
    }

    @Test
    void shouldKeepDatesThatCypherCompares() {
        When june = new When("in June", When.Range.parse("2023-06"), false, null);
        Claim claim = Claim.of(
                Proposition.of("person:a", "HEADS", "company:b"),
                Stance.DENIES,
                null,
                new Source("person:a", "report", null),
                Wording.of("statement", null, null),
                Appraisal.UNSPECIFIED,
                new Scope(new Period(june, null), null, Denial.NONE, null, List.of()));
        List<Change> changes = new ArrayList<>(creations(sample.image()));
        changes.add(new Change.Create(
                ClaimCodec.encode(claim, id -> id, new ClaimCodec.Context(List.of(), List.of(), List.of()))));
        graph.store().apply(Sample.ONTOLOGY, changes);

        assertThat(graph.cypher(
                        "MATCH (c:Claim) WHERE c.fromFirst <= date('2023-06-15') <= c.fromLast RETURN c.fromRaw"))
                .containsExactly("in June");
    }

    @Test
    void shouldHaveEveryConstraintAndIndexOnline() {
        graph.store().apply(Sample.ONTOLOGY, List.of());

        List<String> names =
                graph.cypher("SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name ORDER BY name");

        assertThat(names)
                .contains("Claim_id", "Document_id", "Dossier_id", "Entity_id", "Load_id", "Ontology_id")
                .contains("names", "folded_names")
                .contains("HEADS_id", "SAME_AS_id", "TARGETS_id");
    }

    static List<Change> creations(GraphImage image) {
        return image.elements().<Change>map(Change.Create::new).toList();
    }

    static Element.Node company(String id) {
        return (Element.Node) new Sample()
                .entity(id, "A Company")
                .image()
                .element(VertexCodec.key(id))
                .orElseThrow();
    }
}
