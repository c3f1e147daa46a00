package org.ficelle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ficelle.Sample;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.model.Annotations;
import org.ficelle.model.Entity;
import org.ficelle.model.Stance;
import org.junit.jupiter.api.Test;

class GraphImageTest {

    private static final ElementKey SAME_LINK = new ElementKey("SAME_AS", "person:orkhan SAME_AS person:orkhan");

    private final Sample sample = new Sample();

    @Property(tries = 100)
    void shouldNotDependOnTheOrderOfFilesAndLines(@ForAll long seed) {
        Sample made = chain().dossier("two")
                .claim("person:orkhan HEADS company:kings")
                .same("person:orkhan", "person:o");

        assertThat(made.shuffled(seed).elements())
                .isEqualTo(made.image().elements().toList());
    }

    @Test
    void shouldCountEachWalkableLinkOfAnEntityOnce() {
        GraphImage image = sample.claim("domain:a HOSTED_ON server:s")
                .alleged("domain:a HOSTED_ON server:s", "person:other", "article")
                .claim("domain:b HOSTED_ON server:s")
                .claim("domain:a TARGETS server:s")
                .claim("server:s PROMOTES server:s")
                .notEstablished("server:s ATTRIBUTED_TO government:g")
                .image();

        assertThat(entity(image, "server:s").properties()).containsEntry("degree", 3L);
        assertThat(entity(image, "domain:a").properties()).containsEntry("degree", 1L);
        assertThat(entity(image, "government:g").properties()).containsEntry("degree", 0L);
    }

    @Test
    void shouldDrawNoLinkWhereSomethingWasOnlyNotEstablishedOrDenied() {
        GraphImage image = sample.notEstablished("campaign:c ATTRIBUTED_TO government:g")
                .denied("government:g HEADS company:k", "person:spokesman")
                .image();

        assertThat(image.keys()).extracting(ElementKey::type).doesNotContain("ATTRIBUTED_TO", "HEADS");
    }

    @Test
    void shouldTieADenialToTheAssertionsItDenies() {
        String allegation = Sample.claimId("campaign:c TARGETS company:k", Stance.ASSERTS, "person:other", "article");
        String denial = Sample.claimId("government:g HEADS campaign:c", Stance.DENIES, "person:spokesman", "reply");
        GraphImage image = sample.alleged("campaign:c TARGETS company:k", "person:other", "article")
                .alleged("campaign:c TARGETS company:l", "person:other", "article")
                .denied("government:g HEADS campaign:c", "person:spokesman", "campaign:c TARGETS company:k")
                .image();

        assertThat(edges(image, new ElementKey("Claim", denial)))
                .filteredOn(edge -> edge.type().equals("DENIES"))
                .extracting(Element.Edge::to)
                .containsExactly(new ElementKey("Claim", allegation));
        assertThat(image.element(new ElementKey("TARGETS", "campaign:c TARGETS company:k"))
                        .orElseThrow())
                .extracting(tie -> tie.properties().get("status"))
                .isEqualTo("contested");
    }

    @Test
    void shouldDrawMergedEntitiesAsOneWithTheNamesOfAll() {
        GraphImage image = sample.entity("person:orkhan", "Orkhan Rzayev")
                .entity("person:o", "Orxan Rzayev", "O. R.")
                .claim("person:o HEADS company:k")
                .same("person:orkhan", "person:o")
                .image();

        assertThat(entity(image, "person:orkhan").properties())
                .containsEntry("name", "Orkhan Rzayev")
                .containsEntry("aliases", List.of("O. R.", "Orxan Rzayev"))
                .containsEntry("members", List.of("person:o", "person:orkhan"))
                .containsEntry("degree", 1L);
        assertThat(image.keys())
                .doesNotContain(new ElementKey("Entity", "person:o"), SAME_LINK)
                .contains(new ElementKey("HEADS", "person:orkhan HEADS company:k"));
        ElementKey claim = new ElementKey(
                "Claim", Sample.claimId("person:o HEADS company:k", Stance.ASSERTS, "person:reporter", "report"));
        assertThat(image.element(claim).orElseThrow().properties()).containsEntry("subject", "person:o");
        assertThat(edges(image, claim))
                .contains(new Element.Edge("SUBJECT", new ElementKey("Entity", "person:orkhan"), sorted()));
    }

    @Test
    void shouldNameAMergedPlaceholderByItsNamedMember() {
        Entity unnamed = new Entity(
                "account:unnamed", "Account", "an X user", List.of(), "described, not named", true, Annotations.NONE);

        GraphImage image = sample.entity(unnamed)
                .entity("account:x/muxtaryev", "@MuxtarYev")
                .same("account:unnamed", "account:x/muxtaryev")
                .image();

        assertThat(entity(image, "account:unnamed").properties())
                .containsEntry("name", "@MuxtarYev")
                .containsEntry("placeholder", false)
                .containsEntry("description", "described, not named");
    }

    @Test
    void shouldLinkButNotMergeWhatIsPossiblyTheSame() {
        GraphImage image = sample.claim("account:a POSSIBLY_SAME_AS account:b").image();

        assertThat(image.keys()).contains(new ElementKey("Entity", "account:a"), new ElementKey("Entity", "account:b"));
        assertThat(image.element(new ElementKey("POSSIBLY_SAME_AS", "account:a POSSIBLY_SAME_AS account:b"))
                        .orElseThrow())
                .extracting(Element::properties)
                .satisfies(properties -> assertThat(properties)
                        .containsEntry("class", "identity")
                        .containsEntry("walkable", false));
    }

    @Test
    void shouldDigestWhatADossierDeclares() {
        String before = digest(chain().image());
        String after = digest(new Sample()
                .claim("campaign:c PROMOTES account:a")
                .claim("account:a PROMOTES domain:e")
                .image());

        assertThat(before).hasSize(64).isNotEqualTo(after);
    }

    private Sample chain() {
        return new Sample()
                .claim("campaign:c PROMOTES account:a")
                .claim("account:a PROMOTES domain:d")
                .dossier("other")
                .document("report", "person:reporter")
                .claim("domain:d HOSTED_ON server:s")
                .denied("campaign:c PROMOTES account:a", "person:spokesman");
    }

    private static String digest(GraphImage image) {
        return (String) image.element(new ElementKey("Dossier", "one"))
                .orElseThrow()
                .properties()
                .get("sha256");
    }

    private static Element entity(GraphImage image, String id) {
        return image.element(new ElementKey("Entity", id)).orElseThrow();
    }

    private static List<Element.Edge> edges(GraphImage image, ElementKey key) {
        return ((Element.Node) image.element(key).orElseThrow()).edges();
    }

    private static SortedMap<String, Object> sorted() {
        return new TreeMap<>(Map.of());
    }
}
