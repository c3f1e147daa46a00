package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ficelle.cli.ShippedStore.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ficelle.ShippedCase;
import org.ficelle.graph.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps that show only in the graph or in what the program prints; see {@code TrapsTest} for all the others. */
class TrapsIT {

    private static final String UNNAMED_USER = "account:x/unnamed-user-from-azerbaijan";
    private static final String GREEK_CITY_TIMES = "greekcitytimes-azerbaijan-campaign";
    private static final String REUTERS = "reuters-azeri-linked-campaign";

    private final ShippedStore store = ShippedStore.shared();

    @Test
    @DisplayName("T01: asked for the attribution, the answer is the finding that it could not be made")
    void shouldAnswerTheHeadlinesAttributionWithTheFinding() {
        assertThat(store.exit("path", "Olimpiya", "Azerbaijani government")).isEqualTo(1);
        assertThat(store.text("path", "Olimpiya", "Azerbaijani government"))
                .contains("Olimpiya attributed to Azerbaijani government", "not established", "VIGINUM")
                .contains(GREEK_CITY_TIMES, REUTERS);
        assertThat(relations(store.json("path", "Olimpiya", "Azerbaijan", "--context")))
                .isNotEmpty()
                .allSatisfy(relations -> assertThat(relations).doesNotContain("ATTRIBUTED_TO"));
    }

    @Test
    @DisplayName("T02: two articles behind a hop are counted as one origin")
    void shouldCountDocumentsAndOriginsApart() {
        JsonNode path =
                store.json("path", UNNAMED_USER, "Olimpiya").get("paths").get(0);

        assertThat(texts(path.get("documents"))).containsExactlyInAnyOrder(GREEK_CITY_TIMES, REUTERS);
        assertThat(texts(path.get("origins"))).containsExactly("viginum-olimpiya");
        assertThat(store.text("show", "Olimpiya"))
                .contains("(unnamed) carried Olimpiya established, 2 documents, 1 origin")
                .contains("Olimpiya is on X established, 3 documents, 1 origin");
    }

    @Test
    @DisplayName("T03: without the article that it quotes, a relay ties nobody, and data cannot leave it hanging")
    void shouldLetTheRelayFallWithWhatItRelays(@TempDir Path other) throws IOException {
        assertThat(store.exit("path", UNNAMED_USER, "Olimpiya")).isZero();
        assertThat(store.exit("path", UNNAMED_USER, "Olimpiya", "--without", GREEK_CITY_TIMES))
                .isZero();
        assertThat(store.exit("path", UNNAMED_USER, "Olimpiya", "--without", REUTERS))
                .isEqualTo(1);

        Path data = ShippedCase.shuffle(other.resolve("data"), 1);
        try (Stream<Path> files = Files.walk(data)) {
            Files.delete(files.filter(file -> contains(file, "\"id\":\"" + REUTERS + "\""))
                    .findFirst()
                    .orElseThrow());
        }
        Run load = Run.in(other, "load", data.toString());
        assertThat(load.exit()).isEqualTo(3);
        assertThat(load.err()).contains(REUTERS);
    }

    @Test
    @DisplayName("T07: what NATO denies is printed, and it is the remark on troops")
    void shouldPrintWhatNatoDenies() {
        assertThat(store.text("show", "NATO"))
                .contains("denied by NATO", "French government plans to send troops to Ukraine")
                .doesNotContain("Russia targets");
    }

    @Test
    @DisplayName("T09: the place that a profile gives is printed as the profile's word")
    void shouldPrintADeclaredPlaceAsDeclared() {
        assertThat(store.text("show", "@MuxtarYev"))
                .contains("@MuxtarYev declares to be located in Azerbaijan self-declared")
                .contains("asserted by @MuxtarYev (self-declared)")
                .doesNotContain("@MuxtarYev is in Azerbaijan");
    }

    @Test
    @DisplayName("T10: a possible identity is walked only when asked for")
    void shouldWalkACandidateOnlyWhenAskedFor() {
        JsonNode byDefault = store.json("path", "@MuxtarYev", UNNAMED_USER, "-k", "10");
        JsonNode asked = store.json("path", "@MuxtarYev", UNNAMED_USER, "-k", "10", "--candidates");

        assertThat(relations(byDefault)).isNotEmpty().allSatisfy(relations -> assertThat(relations)
                .doesNotContain("POSSIBLY_SAME_AS"));
        assertThat(relations(asked)).contains(List.of("POSSIBLY_SAME_AS"));
        assertThat(store.text("path", "@MuxtarYev", UNNAMED_USER, "--candidates"))
                .contains("possibly the same as", "inferred", "basis: ");
        assertThat(store.vertex("account:x/muxtaryev").members()).containsExactly("account:x/muxtaryev");
    }

    @Test
    @DisplayName("T13: the shared server is printed as the weakest hop and gives nobody the other's site")
    void shouldPrintCoHostingAsTheWeakestHop() {
        JsonNode path = store.json("path", "domain:newyorkinsider", "Orkhan Rzayev")
                .get("paths")
                .get(0);

        assertThat(texts(path.get("hops"), "relation")).containsExactly("HOSTED_ON", "HOSTED_ON", "PROMOTES");
        assertThat(path.get("weakest").asInt()).isZero();
        assertThat(store.text("path", "domain:newyorkinsider", "Orkhan Rzayev"))
                .containsPattern("(?i)weakest hops 1 and 2")
                .containsIgnoringCase("co-hosting")
                .doesNotContain("── owns", "── operates", "── runs");
        assertThat(store.exit(
                        "path",
                        "domain:newyorkinsider",
                        "Orkhan Rzayev",
                        "--avoid",
                        "server:unidentified-newyorkinsider"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("T14: each tie has its own wording")
    void shouldWordEachTieAsItIs() {
        assertThat(store.text("path", "@MuxtarYev", "Eleven Kings"))
                .contains("── hosted on ── orkhanrza.com")
                .contains("── promotes ──> Orkhan Rzayev", "── heads ──> Eleven Kings")
                .doesNotContain("── owns", "linked to", "related to");
    }

    @Test
    @DisplayName("T15: a path that ends in a person or a company says that association is not responsibility")
    void shouldPrintTheLineOnResponsibility() {
        String line = "An association reported by the cited sources is not responsibility";

        assertThat(store.text("path", "@MuxtarYev", "Eleven Kings")).contains(line);
        assertThat(store.text("path", "@MuxtarYev", "Orkhan Rzayev")).contains(line);
        assertThat(store.text("path", "@MuxtarYev", "@NewYorkInsider")).doesNotContain(line);
    }

    @Test
    @DisplayName("T20: an inferred year is printed as inferred")
    void shouldPrintAnInferredYearAsInferred() {
        assertThat(store.text("show", "39-second video")).contains("27 July 2023 (year inferred)");
    }

    @Test
    @DisplayName("T21: a weekday keeps its words, and recent months have no date")
    void shouldPrintTheWordsOfRelativeDates() {
        assertThat(store.text("show", "NATO")).contains("4 June 2024 (inferred from \"Tuesday\")");
        assertThat(store.text("show", "country:france")).contains("undated (\"in recent months\")");
    }

    @Test
    @DisplayName("T23: a month is printed as a month")
    void shouldPrintAMonthAsAMonth() {
        assertThat(store.text("show", "@MuxtarYev"))
                .contains("@MuxtarYev created June 2023")
                .doesNotContain("1 June 2023");
    }

    @Test
    @DisplayName("T26: Paris is asked about before it is walked from")
    void shouldAskWhichParisIsMeant() {
        Run run = store.run("path", "Paris", "Olimpiya");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("city:paris", "government:france");
    }

    @Test
    @DisplayName("T27: no chain leads from Poti to Atlanta through Georgia")
    void shouldFindNoChainThroughTwoGeorgias() {
        List<String> arguments = new ArrayList<>(List.of("path", "Poti", "Secretary of State of Georgia", "--context"));
        ShippedCase.ontology().kinds().keySet().forEach(kind -> arguments.addAll(List.of("--through", kind)));
        JsonNode answer = store.json(arguments.toArray(String[]::new));

        assertThat(store.exit("path", "Poti", "Atlanta")).isEqualTo(1);
        assertThat(answer.get("paths")).isEmpty();
        assertThat(answer.get("none").get("reason").asText()).isEqualTo("no-chain");
    }

    @Test
    @DisplayName("T30: hubs are blocked and named, and context is walked only when asked for")
    void shouldBlockHubsAndNameThem() {
        JsonNode answer = store.json("path", "@MuxtarYev", "Kremlin");
        JsonNode opened = store.json("path", "@MuxtarYev", "Kremlin", "--context", "--through", "Country");

        assertThat(answer.get("paths")).isEmpty();
        assertThat(texts(answer.get("none").get("blocked"), "id")).contains("country:russia");
        assertThat(texts(answer.get("none").get("leftOut"), "option")).contains("--context");
        assertThat(relations(opened)).isNotEmpty().allSatisfy(relations -> assertThat(relations)
                .doesNotContain("ATTRIBUTED_TO")
                .containsAnyOf("TARGETS", "AFFECTS", "AIMS_TO_DISCREDIT"));
    }

    @Test
    @DisplayName("T31: every link in the graph rests on a claim that says it")
    void shouldDrawLinksFromClaimsOnly() {
        List<Element.Tie> ties = store.elements().stream()
                .filter(Element.Tie.class::isInstance)
                .map(Element.Tie.class::cast)
                .toList();

        assertThat(ties).hasSameSizeAs(ShippedCase.all().links()).allSatisfy(tie -> assertThat(
                        (List<?>) tie.properties().get("claims"))
                .isNotEmpty());
        assertThat(ties)
                .extracting(Element.Tie::from, Element.Tie::to)
                .doesNotContain(tuple("account:x/muxtaryev", "account:x/newyorkinsider"))
                .doesNotContain(tuple("account:x/newyorkinsider", "account:x/muxtaryev"));
    }

    @Test
    @DisplayName("T35: both sides of a contradiction are printed")
    void shouldPrintBothSidesOfAContradiction() {
        assertThat(store.text("show", "Bastion armoured vehicles"))
                .contains("Armenia received Bastion armoured vehicles for Armenia established")
                .contains("Bastion armoured vehicles for Armenia was shipped to Armenia established")
                .contains("both statements are kept");
    }

    @Test
    @DisplayName("T37: what the record contradicts is printed with that remark")
    void shouldPrintThatTheRecordContradicts() {
        assertThat(store.text("show", "Mueller investigation"))
                .containsIgnoringCase("contradicted by the public record");
    }

    @Test
    @DisplayName("T40: a forecast is printed as one and joins nobody")
    void shouldPrintAForecastAsAForecast() {
        assertThat(store.text("show", "company:x")).contains("asserted by nobody", "forecast by");
        assertThat(store.exit("path", "French government", "company:x", "--context"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("T41: every spelling finds the entity, which keeps its own")
    void shouldFindEverySpelling() {
        assertThat(Stream.of("Karabah", "NAGORNO-KARABAKH").map(name -> store.json("show", name)))
                .extracting(profile -> profile.get("id").asText())
                .containsOnly("region:nagorno-karabakh");
        assertThat(store.json("show", "viginum").get("name").asText()).isEqualTo("VIGINUM");
        assertThat(store.json("show", "@newyorkinsider").get("name").asText()).isEqualTo("@NewYorkInsider");
    }

    @Test
    @DisplayName("T42: an unknown publisher is printed as not stated")
    void shouldPrintAnUnknownPublisherAsNotStated() {
        assertThat(store.text("show", "Orkhan Rzayev")).contains("publisher not stated", "reliability F");
        assertThat(store.json("show", "Orkhan Rzayev")
                        .get("documents")
                        .get("paris-denounces-campaign")
                        .get("publisher")
                        .isNull())
                .isTrue();
    }

    @Test
    @DisplayName("T43: a disclosed interest is printed with the document")
    void shouldPrintADisclosedInterest() {
        assertThat(store.text("path", "Russia", "International Olympic Committee", "--context"))
                .contains("disclosed interest: ", "NBC Olympics");
    }

    @Test
    @DisplayName("T44: hedges are printed")
    void shouldPrintHedges() {
        assertThat(store.text("show", "actor:close-to-azerbaijan")).contains("hedge: \"at least one; close to\"");
        assertThat(store.text("show", "The 91 accounts")).contains("significant portion");
        assertThat(store.text("show", "Olimpiya")).contains("hedge: \"likely\"", "hedge: \"directly\"");
        assertThat(texts(
                        store.json("path", "Olimpiya", "Azerbaijani government").get("findings"), "hedge"))
                .containsOnly("directly");
    }

    @Test
    @DisplayName("T45: markings are on the graph's nodes and on the page")
    void shouldCarryMarkingsIntoTheGraphAndOntoThePage() {
        List<String> marked = store.elements().stream()
                .filter(element -> Objects.equals(element.properties().get("marking"), "TLP:AMBER"))
                .map(element -> element.key().id())
                .toList();

        assertThat(marked)
                .containsExactlyInAnyOrder(
                        "account:x/muxtaryev",
                        UNNAMED_USER,
                        "domain:orkhanrza.com",
                        "person:orkhan-rzayev",
                        "company:eleven-kings",
                        "company:mediamark-digital");
        assertThat(store.text("show", "@MuxtarYev")).contains("marked TLP:AMBER");
        assertThat(store.text("show", "Orkhan Rzayev")).contains("marked TLP:AMBER");
        assertThat(store.text("show", "NATO")).doesNotContain("TLP:");
    }

    private static List<List<String>> relations(JsonNode answer) {
        List<List<String>> relations = new ArrayList<>();
        answer.get("paths").forEach(path -> relations.add(texts(path.get("hops"), "relation")));
        return relations;
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.isRegularFile(file) && Files.readString(file).contains(text);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
