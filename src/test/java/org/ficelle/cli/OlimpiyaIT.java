package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ficelle.cli.ShippedStore.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ficelle.ShippedCase;
import org.ficelle.graph.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program answers on the shipped data, from the arguments to the exit code and the printed page. */
class OlimpiyaIT {

    private static final String MEDIAMARK = "Mediamark Digital";
    private static final List<String> CHAIN = List.of(
            "account:x/muxtaryev",
            "media-set:15-boycott-images",
            "campaign:olimpiya",
            "media-item:39-second-video",
            "account:x/newyorkinsider",
            "outlet:newyorkinsider",
            "domain:newyorkinsider",
            "server:unidentified-newyorkinsider",
            "domain:orkhanrza.com",
            "person:orkhan-rzayev");

    private final ShippedStore store = ShippedStore.shared();

    @ParameterizedTest
    @CsvSource({"Mediamark Digital, company:mediamark-digital", "Eleven Kings, company:eleven-kings"})
    void shouldFindTheDocumentedChainHopByHop(String company, String id) {
        JsonNode answer = store.json("path", "@MuxtarYev", company);
        JsonNode path = answer.get("paths").get(0);
        JsonNode hops = path.get("hops");
        List<String> visited = new ArrayList<>(texts(hops, "from"));
        visited.add(hops.get(hops.size() - 1).get("to").asText());

        assertThat(store.exit("path", "@MuxtarYev", company)).isZero();
        assertThat(visited)
                .containsExactlyElementsOf(
                        Stream.concat(CHAIN.stream(), Stream.of(id)).toList());
        assertThat(texts(hops, "relation"))
                .containsExactly(
                        "POSTED",
                        "PART_OF",
                        "PART_OF",
                        "PUBLISHED",
                        "PRESENTS_AS",
                        "USES_DOMAIN",
                        "HOSTED_ON",
                        "HOSTED_ON",
                        "PROMOTES",
                        "HEADS");
        assertThat(texts(hops, "forward"))
                .containsExactly("true", "true", "false", "false", "true", "true", "true", "false", "true", "true");
        assertThat(texts(hops, "status"))
                .containsExactly(
                        "established",
                        "established",
                        "established",
                        "established",
                        "inferred",
                        "inferred",
                        "established",
                        "established",
                        "established",
                        "established");
        assertThat(hops).allSatisfy(hop -> {
            assertThat(hop.get("claims")).isNotEmpty();
            assertThat(texts(hop.get("claims"), "document")).containsOnly("paris-denounces-campaign");
        });
        assertThat(texts(path.get("origins"))).containsExactly("viginum-olimpiya");
        assertThat(hops.get(path.get("weakest").asInt()).get("relation").asText())
                .isEqualTo("HOSTED_ON");
        assertThat(path.get("strength").asDouble())
                .isCloseTo(
                        StreamSupport.stream(hops.spliterator(), false)
                                .mapToDouble(hop -> hop.get("strength").asDouble())
                                .reduce(1, (one, other) -> one * other),
                        within(1e-9));
        assertThat(answer.get("none").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {MEDIAMARK, "Eleven Kings"})
    void shouldPrintTheFourRemarksUnderTheChain(String company) {
        assertThat(store.text("path", "@MuxtarYev", company))
                .containsIgnoringCase("one origin behind all of it")
                .contains("VIGINUM's report on the Olimpiya campaign")
                .containsPattern("(?i)inferred by a curator[^:]*: hops 5 and 6")
                .containsPattern("(?i)weakest hops 7 and 8[^:]*: newyorkinsider hosted on")
                .containsIgnoringCase("co-hosting")
                .containsPattern("(?i)association reported by the cited sources is not responsibility")
                .contains("@MuxtarYev", "39-second video", "orkhanrza.com", "Orkhan Rzayev", company);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Azerbaijani government", "Baku"})
    void shouldAnswerTheAttributionWithTheNegativeFinding(String government) {
        JsonNode answer = store.json("path", "Olimpiya", government);

        assertThat(store.exit("path", "Olimpiya", government)).isEqualTo(1);
        assertThat(answer.get("paths")).isEmpty();
        assertThat(answer.get("findings")).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.get("stance").asText()).isEqualTo("not-established");
            assertThat(finding.get("relation").asText()).isEqualTo("ATTRIBUTED_TO");
            assertThat(finding.get("assertedBy").asText()).isEqualTo("agency:viginum");
        });
        assertThat(texts(answer.get("findings"), "document"))
                .containsExactlyInAnyOrder("greekcitytimes-azerbaijan-campaign", "reuters-azeri-linked-campaign");
    }

    @Test
    void shouldPrintTheNegativeFindingWithItsTwoDocumentsAndOneOrigin() {
        assertThat(store.text("path", "Olimpiya", "Azerbaijani government"))
                .containsIgnoringCase("no chain of documented links")
                .contains("greekcitytimes-azerbaijan-campaign", "reuters-azeri-linked-campaign")
                .contains("2 documents, 1 origin: \"VIGINUM's report on the Olimpiya campaign\"");
    }

    @Test
    void shouldHoldNoAttributionInTheGraph() {
        assertThat(store.elements())
                .hasSizeGreaterThan(500)
                .filteredOn(element -> element instanceof Element.Tie)
                .isNotEmpty()
                .noneMatch(element -> element.key().type().equals("ATTRIBUTED_TO"));
    }

    @ParameterizedTest
    @CsvSource({
        "@MuxtarYev, Emmanuel Macron, event:paris-2024-games",
        "@MuxtarYev, Kremlin, country:russia",
        "@MuxtarYev, Russian Embassy in Paris, platform:x"
    })
    void shouldNameWhatBlocksThePairThatOnlyHubsJoin(String from, String to, String hub) {
        JsonNode answer = store.json("path", from, to);

        assertThat(store.exit("path", from, to)).isEqualTo(1);
        assertThat(answer.get("paths")).isEmpty();
        assertThat(answer.get("none").get("reason").asText()).isEqualTo("blocked");
        assertThat(texts(answer.get("none").get("blocked"), "id")).contains(hub);
        assertThat(answer.get("none").get("blocked")).allSatisfy(blocked -> {
            assertThat(blocked.get("name").asText()).isNotBlank();
            assertThat(blocked.get("why").asText()).isIn("kind", "hub");
        });
    }

    @Test
    void shouldPrintWhatBlocksAPair() {
        assertThat(store.text("path", "@MuxtarYev", "Kremlin"))
                .contains("blocked: Russia (country:russia)", "blocked: Paris 2024 Games (event:paris-2024-games)");
    }

    @Test
    void shouldShowTheCampaignWithClaimsForAndAgainst() {
        JsonNode profile = store.json("show", "Olimpiya");
        JsonNode attribution = topic(profile, "ATTRIBUTED_TO", "government:azerbaijan");
        JsonNode platform = topic(profile, "ON_PLATFORM", "platform:x");

        assertThat(store.exit("show", "Olimpiya")).isZero();
        assertThat(attribution.get("status").isNull()).isTrue();
        assertThat(texts(attribution.get("claims"), "stance")).containsExactly("not-established", "not-established");
        assertThat(platform.get("status").asText()).isEqualTo("established");
        assertThat(platform.get("documents")).hasSize(3);
        assertThat(texts(platform.get("origins"))).containsExactly("viginum-olimpiya");
        assertThat(texts(topic(profile, "COMMENTED_ON", "campaign:olimpiya").get("claims"), "stance"))
                .containsOnly("no-comment");
        assertInTimeOrder(profile);
        assertThat(store.text("show", "Olimpiya"))
                .containsPattern("Olimpiya is on X established, 3 documents, 1 origin")
                .contains("asserted by nobody")
                .contains("26 July 2023", "(year inferred)");
    }

    @Test
    void shouldShowTheManWithNothingBeyondHisSources() {
        JsonNode profile = store.json("show", "Orkhan Rzayev");

        assertThat(texts(profile.get("topics"), "relation"))
                .containsExactlyInAnyOrder("PROMOTES", "HEADS", "HEADS", "CITIZEN_OF");
        assertThat(profile.get("topics")).allSatisfy(topic -> {
            assertThat(texts(topic.get("documents"))).containsExactly("paris-denounces-campaign");
            assertThat(texts(topic.get("origins"))).containsExactly("viginum-olimpiya");
        });
        assertInTimeOrder(profile);
        assertThat(store.text("show", "Orkhan Rzayev"))
                .contains("orkhanrza.com promotes Orkhan Rzayev", "heads Eleven Kings", "heads Mediamark Digital")
                .contains("TLP:AMBER");
    }

    @Test
    void shouldShowEachDenialOfTheSpokesmanWithWhatItDenies() {
        JsonNode profile = store.json("show", "Dmitry Peskov");
        List<JsonNode> denials = StreamSupport.stream(profile.get("said").spliterator(), false)
                .filter(claim -> claim.get("stance").asText().equals("denies"))
                .toList();

        assertThat(denials).hasSize(5).allSatisfy(denial -> assertThat(denial.get("targets"))
                .isNotEmpty());
        assertThat(denials.stream()
                        .filter(denial -> denial.get("document").asText().startsWith("cnbc"))
                        .flatMap(denial -> texts(denial.get("targets")).stream()))
                .contains("country:russia TARGETS international-organization:ioc")
                .noneMatch(target -> target.contains("olimpiya") || target.contains("election"));
        assertThat(denials.stream()
                        .filter(denial -> denial.get("document").asText().startsWith("kremlin"))
                        .flatMap(denial -> texts(denial.get("targets")).stream()))
                .contains("country:russia CONDUCTS event:false-bomb-threats-in-atlanta-2024")
                .noneMatch(target -> target.contains("olimpiya") || target.contains("france"));
        assertInTimeOrder(profile);
        assertThat(days(profile.get("said"))).isSorted().contains("2024-06-04", "2024-11-06");
        assertThat(store.text("show", "Dmitry Peskov"))
                .contains("denied by Dmitry Peskov")
                .containsPattern("denies: [^.]*Russia targets International Olympic Committee")
                .containsPattern("denies: [^.]*Russia conducts False bomb threats in Atlanta");
    }

    @Test
    void shouldReachTheAllegedTargetingOnlyWhereContextIsAskedFor() {
        String[] plain = {"path", "Russia", "International Olympic Committee"};
        String[] context = {"path", "Russia", "International Olympic Committee", "--context"};
        JsonNode hop = store.json(context).get("paths").get(0).get("hops").get(0);

        assertThat(store.exit(plain)).isEqualTo(1);
        assertThat(texts(store.json(plain).get("none").get("leftOut"), "option"))
                .anyMatch(option -> option.contains("--context"));
        assertThat(store.exit(context)).isZero();
        assertThat(hop.get("relation").asText()).isEqualTo("TARGETS");
        assertThat(hop.get("status").asText()).isEqualTo("contested");
        assertThat(hop.get("claims").get(0).get("assertedBy").asText()).isEqualTo("organization:mtac");
        assertThat(hop.get("claims").get(0).get("modality").asText()).isEqualTo("alleged");
        assertThat(texts(hop.get("claims"), "stance")).contains("asserts", "denies");
        assertThat(store.text(context)).contains("contested", "asserted by MTAC (alleged)", "denied by Dmitry Peskov");
    }

    @Test
    void shouldNameTheNearestForAnUnknownName() {
        Run run = store.run("path", "@MuxtarYef", "Olimpiya");
        JsonNode answer = store.json("path", "@MuxtarYef", "Olimpiya");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("@MuxtarYef", "account:x/muxtaryev");
        assertThat(answer.get("none").get("reason").asText()).isEqualTo("unknown-entity");
        assertThat(texts(answer.get("none").get("nearest"), "id")).contains("account:x/muxtaryev");
        assertThat(answer.get("paths")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Georgia, country:georgia, us-state:georgia",
        "X, platform:x, company:x",
        "Paris, city:paris, government:france"
    })
    void shouldAskWhichOfTwoHomonymsIsMeant(String name, String one, String other) {
        Run run = store.run("path", name, "Olimpiya");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(name, one, other);
        assertThat(Stream.of(one, other).map(id -> store.json("show", id)))
                .allSatisfy(profile -> assertThat(texts(profile.get("members"))).hasSize(1))
                .extracting(profile -> profile.get("kind").asText())
                .doesNotHaveDuplicates();
    }

    /** Everything may be walked and passed through here, so that only the identity of the eight keeps chains apart. */
    @Test
    void shouldLetNoPathChangeFromOneHomonymToTheOther() {
        assertThat(throughAnything("city:poti", "person:brad-raffensperger")).isEmpty();
        assertThat(throughAnything("company:x", "campaign:olimpiya")).isEmpty();
        assertThat(throughAnything("platform:x", "campaign:olimpiya")).isNotEmpty();
        assertThat(throughAnything("city:paris", "government:azerbaijan"))
                .isNotEmpty()
                .allSatisfy(
                        hops -> assertThat(hops.get(0).get("relation").asText()).isEqualTo("LOCATED_IN"));
        assertThat(throughAnything("government:france", "government:azerbaijan"))
                .anySatisfy(hops -> assertThat(texts(hops, "relation")).containsExactly("ASKED_FOR_CLARIFICATION"));
        assertThat(throughAnything("election-campaign:clinton-2016", "campaign:olimpiya"))
                .isNotEmpty()
                .allSatisfy(
                        hops -> assertThat(hops.get(0).get("relation").asText()).isIn("CAMPAIGN_OF", "INFLUENCED"));
        assertThat(store.vertex("election-campaign:clinton-2016").entity().kind())
                .isNotEqualTo(store.vertex("campaign:olimpiya").entity().kind());
    }

    @Test
    void shouldKeepTheShapeOfThePathAnswer() {
        List<String> answer = List.of("from", "to", "paths", "none", "findings");
        List<String> claim =
                List.of("id", "stance", "modality", "assertedBy", "document", "locator", "statement", "published");
        JsonNode found = store.json("path", "@MuxtarYev", MEDIAMARK);
        JsonNode none = store.json("path", "Olimpiya", "Azerbaijani government");
        JsonNode unknown = store.json("path", "@MuxtarYef", "Olimpiya");
        JsonNode path = found.get("paths").get(0);
        JsonNode hop = path.get("hops").get(0);

        assertThat(List.of(found, none, unknown))
                .allSatisfy(document -> assertThat(fields(document)).containsAll(answer));
        assertThat(List.of(found.get("from"), found.get("to"), none.get("from")))
                .allSatisfy(end -> assertThat(fields(end)).containsExactlyInAnyOrder("id", "kind", "name"));
        assertThat(fields(path)).contains("strength", "hops", "weakest", "documents", "origins", "breaks");
        assertThat(path.get("strength").isNumber()).isTrue();
        assertThat(path.get("weakest").isInt()).isTrue();
        assertThat(fields(hop)).contains("from", "to", "relation", "forward", "status", "strength", "claims");
        assertThat(hop.get("forward").isBoolean()).isTrue();
        assertThat(fields(hop.get("claims").get(0))).containsAll(claim);
        assertThat(texts(path.get("breaks"), "id"))
                .containsExactlyInAnyOrder("paris-denounces-campaign", "viginum-olimpiya");
        assertThat(found.get("none").isNull()).isTrue();
        assertThat(fields(none.get("none"))).contains("reason", "blocked", "leftOut");
        assertThat(fields(unknown.get("none"))).contains("reason", "blocked", "leftOut");
        assertThat(none.get("findings"))
                .allSatisfy(finding -> assertThat(fields(finding)).containsAll(claim));
    }

    @Test
    void shouldChangeNothingWhenLoadedTwiceOrInAnotherOrder(@TempDir Path other) throws IOException {
        List<Element> before = store.elements();
        Run again = Run.in(store.directory(), "load", Run.DATA.toString(), "--format", "json");
        Path shuffled = ShippedCase.shuffle(other.resolve("shuffled"), 7);
        Run inAnotherOrder = Run.in(store.directory(), "load", shuffled.toString(), "--format", "json");
        Run elsewhere = Run.in(
                other, "load", ShippedCase.shuffle(other.resolve("again"), 8).toString());

        assertThat(List.of(again, inAnotherOrder)).allSatisfy(run -> {
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out()).contains("\"created\" : 0", "\"changed\" : 0", "\"removed\" : 0");
            assertThat(run.out()).doesNotContainPattern("\"(created|changed|removed)\" : [1-9]");
        });
        assertThat(ShippedStore.elements(store.directory())).isEqualTo(before);
        assertThat(elsewhere.exit()).as(elsewhere.err()).isZero();
        assertThat(ShippedStore.elements(other)).isEqualTo(before);
    }

    @Test
    void shouldLoadTheDataHereBeforeItAnswersFromAStoreNeverLoaded(@TempDir Path fresh) throws IOException {
        copy(Run.DATA, fresh.resolve("data"));

        Run run = Run.in(fresh, "path", "@MuxtarYev", MEDIAMARK);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("never loaded");
        assertThat(run.out())
                .isEqualTo(store.run("path", "@MuxtarYev", MEDIAMARK).out());
    }

    private List<JsonNode> throughAnything(String from, String to) {
        List<String> arguments = new ArrayList<>(List.of("path", from, to, "--context", "-k", "5"));
        ShippedCase.ontology().kinds().keySet().forEach(kind -> arguments.addAll(List.of("--through", kind)));
        List<JsonNode> paths = new ArrayList<>();
        store.json(arguments.toArray(String[]::new)).get("paths").forEach(path -> paths.add(path.get("hops")));
        return paths;
    }

    private static JsonNode topic(JsonNode profile, String relation, String object) {
        return StreamSupport.stream(profile.get("topics").spliterator(), false)
                .filter(topic -> topic.get("relation").asText().equals(relation))
                .filter(topic -> topic.get("object").asText().equals(object))
                .findFirst()
                .orElseThrow();
    }

    /** The topics stand in the order of the days on which their first claims were published. */
    private static void assertInTimeOrder(JsonNode profile) {
        List<String> firsts = new ArrayList<>();
        profile.get("topics").forEach(topic -> {
            List<String> days = days(topic.get("claims"));
            firsts.add(days.stream().min(Comparator.naturalOrder()).orElseThrow());
        });
        assertThat(firsts).isSorted();
    }

    private static List<String> days(JsonNode claims) {
        return StreamSupport.stream(claims.spliterator(), false)
                .map(claim -> claim.path("published").path("date").asText("9999"))
                .map(date -> date.split("/")[0])
                .toList();
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void shouldPrintWhatTheReadmeShows() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("```\n"
                        + store.run("path", "@MuxtarYev", "Mediamark Digital").out() + "```");
    }
}
