package org.ficelle.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ficelle.model.NameMatch.Closeness.ID;
import static org.ficelle.model.NameMatch.Closeness.NAME;
import static org.ficelle.model.NameMatch.Closeness.NEAR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ficelle.Sample;
import org.ficelle.TestStore;
import org.ficelle.model.Claim;
import org.ficelle.model.Link;
import org.ficelle.model.NameMatch;
import org.ficelle.model.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every view must do, whatever the store. */
abstract class ViewContract {

    private final TestStore graph;

    ViewContract(TestStore graph) {
        this.graph = graph;
    }

    private static Sample names() {
        return new Sample()
                .entity("account:x/muxtaryev", "@MuxtarYev", "Muxtar Yev")
                .entity("campaign:olimpiya", "Olimpiya")
                .entity("person:orkhan-rzayev", "Orkhan Rzayev")
                .entity("person:other-rzayev", "Elçin Rzayev")
                .entity("domain:orkhanrza.com", "orkhanrza.com")
                .entity("domain:newyorkinsider.com", "newyorkinsider.com")
                .entity("company:mediamark-digital", "Mediamark Digital")
                .entity("government:azerbaijan", "Government of Azerbaijan", "Azerbaijani government", "Bakı")
                .entity("country:greece", "Ελλάδα", "Greece")
                .entity("country:france", "France")
                .entity("person:aliyev", "İlham Əliyev")
                .entity("person:fatima", "فاطمة")
                .entity("company:france-volontaires", "France Volontaires");
    }

    @ParameterizedTest
    @CsvSource({
        "@muxtaryev, account:x/muxtaryev",
        "MUXTAR  YEV, account:x/muxtaryev",
        "olimpiya, campaign:olimpiya",
        "Олимпия, campaign:olimpiya",
        "Орхан Рзаев, person:orkhan-rzayev",
        "elcin rzayev, person:other-rzayev",
        "baki, government:azerbaijan",
        "ΕΛΛΆΔΑ, country:greece",
        "ellada, country:greece",
        "ilham aliyev, person:aliyev",
        "İLHAM ƏLİYEV, person:aliyev",
        "فاطمة, person:fatima",
        "france, country:france",
    })
    void shouldFindByNameWhateverTheCaseAccentsAndScript(String text, String id) {
        graph.load(names());

        try (View view = graph.view()) {
            assertThat(view.named(text)).singleElement().satisfies(match -> {
                assertThat(match.vertex().id()).isEqualTo(id);
                assertThat(match.closeness()).isEqualTo(NAME);
                assertThat(match.similarity()).isEqualTo(1);
            });
            assertThat(view.search(text, 5)).first().isEqualTo(view.named(text).get(0));
        }
    }

    @Test
    void shouldFindById() {
        graph.load(names().entity("person:p", "account:x/muxtaryev"));

        try (View view = graph.view()) {
            assertThat(view.named(" Account:X/MuxtarYev "))
                    .extracting(match -> match.vertex().id(), NameMatch::closeness)
                    .containsExactly(tuple("account:x/muxtaryev", ID), tuple("person:p", NAME));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "@MuxtarYef, account:x/muxtaryev",
        "muxtar, account:x/muxtaryev",
        "Olympiya, campaign:olimpiya",
        "Orkhan, person:orkhan-rzayev",
        "Rzaev Orkhan, person:orkhan-rzayev",
        "orkhanrzo, domain:orkhanrza.com",
        "new york insider, domain:newyorkinsider.com",
        "newyorkinsidr.com, domain:newyorkinsider.com",
        "mediamark, company:mediamark-digital",
        "Mediamrak Digtal, company:mediamark-digital",
        "government azerbaijan, government:azerbaijan",
        "Элхам Алиев, person:aliyev",
    })
    void shouldFindNearNamesDespiteTypingErrors(String text, String id) {
        graph.load(names());

        try (View view = graph.view()) {
            assertThat(view.named(text)).isEmpty();
            assertThat(view.search(text, 3)).first().satisfies(match -> {
                assertThat(match.vertex().id()).isEqualTo(id);
                assertThat(match.closeness()).isEqualTo(NEAR);
                assertThat(match.similarity()).isBetween(0.7, 0.999);
            });
        }
    }

    @Test
    void shouldPutExactBeforeNearAndKeepToTheLimit() {
        graph.load(names());

        try (View view = graph.view()) {
            assertThat(view.search("France", 5))
                    .extracting(match -> match.vertex().id())
                    .containsExactly("country:france", "company:france-volontaires");
            assertThat(view.search("Rzayev", 5))
                    .extracting(match -> match.vertex().id())
                    .contains("person:orkhan-rzayev", "person:other-rzayev");
            assertThat(view.search("France", 1)).hasSize(1);
            assertThat(view.search("Rzayev", 1)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "foo/bar (x", "a AND (", "\"", "*:*", "[x TO", "~2", "\\", "zzzzzz", "!@#$%^&*()"})
    void shouldFindNothingRatherThanFail(String text) {
        graph.load(names());

        try (View view = graph.view()) {
            assertThat(view.search(text, 5)).isEmpty();
        }
    }

    @Test
    void shouldAnswerFromAStoreThatWasNeverLoaded() {
        graph.forget();

        try (View view = graph.view()) {
            assertThat(view.ontology()).isEmpty();
            assertThat(TestStore.fingerprints(view)).isEmpty();
            assertThat(view.elements()).isEmpty();
            assertThat(view.search("Olimpiya", 5)).isEmpty();
            assertThat(view.vertices(List.of("person:a"))).isEmpty();
            assertThat(TestStore.links(view, List.of("person:a"))).isEmpty();
            assertThat(view.claimsAbout("person:a")).isEmpty();
            assertThat(view.claimsBetween("person:a", "person:b")).isEmpty();
            assertThat(view.denialsOf(List.of("claim:a"))).isEmpty();
            assertThat(view.documents(List.of("report"))).isEmpty();
        }
    }

    @Test
    void shouldGiveTheLinksOfEachEntityOnceByEitherEnd() {
        graph.load(new Sample()
                .claim("person:a HEADS company:b")
                .claim("person:a PROMOTES company:b")
                .claim("company:b PROMOTES company:b")
                .claim("country:c TARGETS company:b")
                .claim("person:z HEADS company:y"));

        try (View view = graph.view()) {
            assertThat(TestStore.links(view, List.of("person:a", "company:b", "person:unknown")))
                    .containsOnlyKeys("person:a", "company:b");
            assertThat(TestStore.links(view, List.of("person:a")).get("person:a"))
                    .extracting(Link::id)
                    .containsExactly("person:a HEADS company:b", "person:a PROMOTES company:b");
            assertThat(TestStore.links(view, List.of("company:b")).get("company:b"))
                    .extracting(Link::id)
                    .containsExactly(
                            "company:b PROMOTES company:b",
                            "country:c TARGETS company:b",
                            "person:a HEADS company:b",
                            "person:a PROMOTES company:b");
        }
    }

    @Test
    void shouldGiveClaimsAboutAndBetween() {
        graph.load(new Sample()
                .claim("person:a HEADS company:b")
                .claim("company:b PROMOTES person:a")
                .notEstablished("company:b ATTRIBUTED_TO government:g")
                .claim("person:a HEADS company:c"));

        try (View view = graph.view()) {
            assertThat(view.claimsAbout("company:b")).hasSize(3).isSortedAccordingTo((one, other) -> one.id()
                    .compareTo(other.id()));
            assertThat(view.claimsAbout("person:reporter")).hasSize(4);
            assertThat(view.claimsBetween("company:b", "person:a"))
                    .hasSize(2)
                    .isEqualTo(view.claimsBetween("person:a", "company:b"));
            assertThat(view.claimsBetween("government:g", "company:b"))
                    .extracting(Claim::stance)
                    .containsExactly(Stance.NOT_ESTABLISHED);
            assertThat(view.claimsBetween("government:g", "person:a")).isEmpty();
        }
    }

    @Test
    void shouldGiveTheDenialsOfAClaim() {
        String allegation = Sample.claimId("campaign:c TARGETS company:k", Stance.ASSERTS, "person:other", "article");
        String denial = Sample.claimId("government:g HEADS campaign:c", Stance.DENIES, "person:spokesman", "reply");
        graph.load(new Sample()
                .alleged("campaign:c TARGETS company:k", "person:other", "article")
                .alleged("campaign:c TARGETS company:l", "person:other", "article")
                .denied("government:g HEADS campaign:c", "person:spokesman", "campaign:c TARGETS company:k"));

        try (View view = graph.view()) {
            assertThat(view.denialsOf(List.of(allegation)))
                    .extracting(Claim::id)
                    .containsExactly(denial);
            assertThat(view.denialsOf(List.of(denial, "claim:unknown"))).isEmpty();
            assertThat(view.claims(List.of(allegation, denial, "claim:unknown")))
                    .containsOnlyKeys(allegation, denial);
        }
    }

    @Test
    void shouldGiveDocumentsWithAllTheyDeriveFromEvenInACircle() {
        graph.load(new Sample()
                .document("origin", null, "relay")
                .document("relay", "person:publisher", "origin")
                .document("report", null, "relay")
                .document("unrelated", null));

        try (View view = graph.view()) {
            assertThat(view.documents(List.of("report", "unknown"))).containsOnlyKeys("origin", "relay", "report");
            assertThat(view.documents(List.of("relay"))
                            .get("relay")
                            .publication()
                            .publisher())
                    .isEqualTo("person:publisher");
        }
    }

    @Test
    void shouldLeadFromAMemberToTheEntityThatStandsForIt() {
        graph.load(new Sample()
                .entity("person:orkhan", "Orkhan Rzayev")
                .entity("person:o", "O. R.")
                .same("person:orkhan", "person:o")
                .claim("person:o HEADS company:k"));

        try (View view = graph.view()) {
            assertThat(view.vertices(List.of("person:o", "person:orkhan")))
                    .containsOnlyKeys("person:o", "person:orkhan")
                    .allSatisfy((id, vertex) -> {
                        assertThat(vertex.id()).isEqualTo("person:orkhan");
                        assertThat(vertex.members()).containsExactly("person:o", "person:orkhan");
                        assertThat(vertex.degree()).isEqualTo(1);
                    });
            assertThat(TestStore.links(view, List.of("person:o")).get("person:o"))
                    .hasSize(1);
            assertThat(view.claimsAbout("person:o")).isEqualTo(view.claimsAbout("person:orkhan"));
            assertThat(view.claimsBetween("company:k", "person:orkhan")).hasSize(1);
            assertThat(view.named("person:o"))
                    .extracting(match -> match.vertex().id(), NameMatch::matched, NameMatch::closeness)
                    .containsExactly(tuple("person:orkhan", "person:o", ID));
            assertThat(view.named("o. r."))
                    .extracting(match -> match.vertex().id(), NameMatch::matched)
                    .containsExactly(tuple("person:orkhan", "O. R."));
        }
    }

    /** More than one thread reads by itself. */
    @Test
    void shouldTellWhatIsStoredOfVeryManyElements() {
        Sample sample = new Sample();
        for (int i = 0; i < 600; i++) {
            sample.claim("person:p" + i + " HEADS company:b");
        }
        graph.load(sample);
        graph.cypher("CREATE (:Entity {id: 'person:by-hand'})");

        try (View view = graph.view()) {
            Map<ElementKey, Element> all =
                    view.elements().stream().collect(Collectors.toMap(Element::key, element -> element));
            List<ElementKey> keys = new ArrayList<>(all.keySet());
            keys.add(VertexCodec.key("person:by-hand"));
            keys.add(VertexCodec.key("person:nobody"));

            Map<ElementKey, Element> stored = view.stored(keys);

            assertThat(all).hasSizeGreaterThan(1_800);
            assertThat(stored).hasSameSizeAs(all);
            assertThat(stored)
                    .allSatisfy((key, element) -> assertThat(element.content()).isEqualTo(all.get(key)));
        }
    }
}
