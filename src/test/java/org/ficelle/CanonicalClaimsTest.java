package org.ficelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ficelle.check.Standing;
import org.ficelle.model.Claim;
import org.ficelle.model.EvidenceKind;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Modality;
import org.ficelle.model.Quantity;
import org.ficelle.model.QuantityPrecision;
import org.ficelle.model.Stance;
import org.ficelle.model.Value;
import org.ficelle.model.When;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the five articles together amount to: each canonical claim with its documents, origins, status and counters. */
class CanonicalClaimsTest {

    private static final String MTAC = "mtac-statement-2024-06";
    private static final String CNBC = "cnbc-kremlin-denies-mtac-allegation";
    private static final String GREEK_CITY_TIMES = "greekcitytimes-azerbaijan-campaign";
    private static final String REUTERS = "reuters-azeri-linked-campaign";
    private static final String US_CLAIMS = "kremlin-denies-us-claims";
    private static final String PARIS_DENOUNCES = "paris-denounces-campaign";
    private static final String VIGINUM = "viginum-olimpiya";
    private static final String DIPLOMAT = "french-diplomatic-remarks-2023-11";

    private final ShippedCase shipped = ShippedCase.all();

    @Test
    @DisplayName("K01")
    void shouldHoldThatOlimpiyaRanOnXFromThreeDocumentsAndOneOrigin() {
        Standing ranOnX = shipped.standing("campaign:olimpiya ON_PLATFORM platform:x");

        assertEstablished(ranOnX, VIGINUM, GREEK_CITY_TIMES, REUTERS, PARIS_DENOUNCES);
        assertRows(ranOnX, "S1-05", "S1-06", "S2-06", "S2-07", "S4-05", "S4-19", "S4-23");
    }

    @Test
    @DisplayName("K02")
    void shouldHoldThatOlimpiyaRanOnTwoDaysAndThatTheThirdArticleFits() {
        When.Range days = When.Range.parse("2023-07-26/2023-07-27");
        Standing ran = shipped.standing("campaign:olimpiya RAN = " + days);

        assertEstablished(ran, VIGINUM, GREEK_CITY_TIMES, REUTERS);
        assertRows(ran, "S1-05", "S2-06");
        assertThat(shipped.claimsAbout("campaign:olimpiya"))
                .filteredOn(claim -> claim.relation().equals("RAN"))
                .hasSameElementsAs(ran.asserting());
        assertThat(from(shipped.row("S4-04")).overlaps(days)).isTrue();
        assertThat(from(shipped.row("S4-23", "PUBLISHED")).overlaps(days)).isTrue();
    }

    @Test
    @DisplayName("K03")
    void shouldHoldThatOlimpiyaEmanatesFromAzerbaijanThePlace() {
        Standing origin = shipped.standing("campaign:olimpiya ORIGINATES_FROM country:azerbaijan");

        assertEstablished(origin, VIGINUM, GREEK_CITY_TIMES, REUTERS);
        assertRows(origin, "S1-02", "S2-02");
    }

    @Test
    @DisplayName("K04")
    void shouldHoldThatTheAccountOfAnUnnamedAzerbaijaniCarriedItAndLeaveOpenWhose() {
        Standing carried = shipped.standing("account:x/unnamed-user-from-azerbaijan CARRIED campaign:olimpiya");

        assertEstablished(carried, VIGINUM, GREEK_CITY_TIMES, REUTERS);
        assertRows(carried, "S1-06", "S2-07");
        assertThat(shipped.entity("account:x/unnamed-user-from-azerbaijan").placeholder())
                .isTrue();
        assertCandidates("account:x/muxtaryev", "account:x/unnamed-user-from-azerbaijan");
    }

    @Test
    @DisplayName("K05")
    void shouldHoldThatThisAccountIsLinkedToTheRulingPartyWhichDidNotComment() {
        Standing linked =
                shipped.standing("account:x/unnamed-user-from-azerbaijan LINKED_TO party:ruling-party-of-azerbaijan");

        assertEstablished(linked, VIGINUM, GREEK_CITY_TIMES, REUTERS);
        assertRows(linked, "S1-07", "S2-08");
        assertSilent("S1-19", "S2-19");
    }

    @Test
    @DisplayName("K06")
    void shouldHoldThatAtLeastOneActorCloseToAzerbaijanMeantToHarmTheHostsReputation() {
        Standing means = shipped.standing("actor:close-to-azerbaijan USES_TECHNIQUE technique:inauthentic-processes");
        Standing aim = shipped.standing("actor:close-to-azerbaijan AIMS_TO_DISCREDIT country:france");

        assertEstablished(means, VIGINUM, GREEK_CITY_TIMES, REUTERS);
        assertEstablished(aim, VIGINUM, GREEK_CITY_TIMES, REUTERS, PARIS_DENOUNCES);
        assertRows(means, "S1-09", "S2-09");
        assertRows(aim, "S1-10", "S2-10", "S4-02");
        assertThat(shipped.rows("S1-09", "S1-10", "S2-09", "S2-10"))
                .allSatisfy(claim -> assertThat(claim.appraisal().hedge()).contains("at least one"));
    }

    @Test
    @DisplayName("K07")
    void shouldHoldNoAttributionToTheAuthoritiesAndTheFindingThatItCouldNotBeMade() {
        String attribution = "campaign:olimpiya ATTRIBUTED_TO government:azerbaijan";
        Standing standing = shipped.standing(attribution);

        assertThat(standing.asserting()).isEmpty();
        assertThat(standing.origins()).isEmpty();
        assertThat(standing.status()).isEmpty();
        assertThat(shipped.link(attribution)).isEmpty();
        assertThat(standing.opposing())
                .allMatch(claim -> claim.stance() == Stance.NOT_ESTABLISHED
                        && claim.source().assertedBy().equals("agency:viginum"));
        assertThat(ShippedCase.rowsOf(standing.opposing())).containsExactly("S1-17", "S2-17");
        assertThat(ShippedCase.documentsOf(standing.opposing())).containsExactly(GREEK_CITY_TIMES, REUTERS);
        assertThat(shipped.lineage().independentOrigins(standing.opposing())).containsExactly(VIGINUM);
    }

    @Test
    @DisplayName("K08")
    void shouldHoldTheSlogan() {
        Standing slogan = shipped.standing("campaign:olimpiya USES_HASHTAG hashtag:boycottparis2024");

        assertEstablished(slogan, VIGINUM, GREEK_CITY_TIMES, REUTERS);
        assertRows(slogan, "S1-15", "S2-15");
        assertThat(shipped.entity("hashtag:boycottparis2024").name()).isEqualTo("#boycottparis2024");
    }

    @Test
    @DisplayName("K09")
    void shouldHoldPicturesAndVideoSeenByMillionsAndLeaveOpenWhetherItIsOneVideo() {
        Quantity people = new Quantity(new BigDecimal(1_000_000), "people", QuantityPrecision.AT_LEAST);
        Quantity views = new Quantity(new BigDecimal(1_000_000), "views", QuantityPrecision.AT_LEAST);
        String olimpiya = "campaign:olimpiya";

        assertEstablished(
                shipped.standing("media-set:clash-photos PART_OF " + olimpiya), VIGINUM, GREEK_CITY_TIMES, REUTERS);
        assertEstablished(
                shipped.standing("media-item:clash-video PART_OF " + olimpiya), VIGINUM, GREEK_CITY_TIMES, REUTERS);
        assertEstablished(
                shipped.standing(olimpiya + " SEEN = " + new Value.Amount(people).key()),
                VIGINUM,
                GREEK_CITY_TIMES,
                REUTERS);
        assertEstablished(shipped.standing("media-item:39-second-video PART_OF " + olimpiya), VIGINUM, PARIS_DENOUNCES);
        assertEstablished(
                shipped.standing("media-item:39-second-video SEEN = " + new Value.Amount(views).key()),
                VIGINUM,
                PARIS_DENOUNCES);
        assertCandidates("media-item:39-second-video", "media-item:clash-video");
    }

    @Test
    @DisplayName("K10")
    void shouldHoldThatOneAccountOriginatedContentAndPostedFifteenImages() {
        Claim originated = shipped.row("S4-19", "ORIGINATED_CONTENT");
        Claim posted = shipped.row("S4-20", "POSTED");

        assertEstablished(shipped.standing(originated.proposition()), VIGINUM, PARIS_DENOUNCES);
        assertEstablished(shipped.standing(posted.proposition()), VIGINUM, PARIS_DENOUNCES);
        assertThat(List.of(originated, posted)).extracting(Claim::subject).containsOnly("account:x/muxtaryev");
        assertThat(posted.scope().quantity())
                .isEqualTo(new Quantity(new BigDecimal(15), "images", QuantityPrecision.EXACT));
    }

    @Test
    @DisplayName("K11")
    void shouldHoldThatOneAccountPublishedTheVideoOf39Seconds() {
        String video = "media-item:39-second-video";
        Claim published = shipped.row("S4-23", "PUBLISHED");

        assertThat(published.proposition().id()).isEqualTo("account:x/newyorkinsider PUBLISHED " + video);
        assertEstablished(shipped.standing(published.proposition()), VIGINUM, PARIS_DENOUNCES);
        assertThat(from(published)).isEqualTo(When.Range.parse("2023-07-27"));
        assertEstablished(shipped.standing(video + " LASTS = 39 seconds"), VIGINUM, PARIS_DENOUNCES);
    }

    @Test
    @DisplayName("K12")
    void shouldHoldThatTwoSitesShareAServerAsTheWeakestSortOfTie() {
        String one = "domain:newyorkinsider HOSTED_ON server:unidentified-newyorkinsider";
        String other = "domain:orkhanrza.com HOSTED_ON server:unidentified-newyorkinsider";

        assertThat(List.of(one, other)).allSatisfy(hosting -> {
            assertEstablished(shipped.standing(hosting), VIGINUM, PARIS_DENOUNCES);
            assertThat(shipped.standing(hosting).asserting())
                    .extracting(claim -> claim.appraisal().evidence())
                    .containsOnly(EvidenceKind.TECHNICAL);
        });
        assertThat(shipped.linksBetween("domain:newyorkinsider", "domain:orkhanrza.com"))
                .isEmpty();
        double weakest = shipped.links().stream()
                .filter(Link::walkable)
                .filter(link -> link.backing().documents().contains(PARIS_DENOUNCES))
                .mapToDouble(Link::strength)
                .min()
                .orElseThrow();
        assertThat(shipped.link(one).orElseThrow().strength()).isEqualTo(weakest);
    }

    @Test
    @DisplayName("K13")
    void shouldHoldThatTheSitePromotesTheManAndNoMore() {
        String site = "domain:orkhanrza.com";
        String man = "person:orkhan-rzayev";

        assertEstablished(shipped.standing(site + " PROMOTES " + man), VIGINUM, PARIS_DENOUNCES);
        assertThat(shipped.linksBetween(site, man)).extracting(Link::relation).containsExactly("PROMOTES");
    }

    @Test
    @DisplayName("K14")
    void shouldHoldThatHeHeadsTwoCompanies() {
        Standing elevenKings = shipped.standing("person:orkhan-rzayev HEADS company:eleven-kings");
        Standing mediamark = shipped.standing("person:orkhan-rzayev HEADS company:mediamark-digital");

        assertEstablished(elevenKings, VIGINUM, PARIS_DENOUNCES);
        assertEstablished(mediamark, VIGINUM, PARIS_DENOUNCES);
        assertRows(elevenKings, "S4-34");
        assertRows(mediamark, "S4-35");
    }

    @Test
    @DisplayName("K15")
    void shouldHoldThat91AccountsWereExaminedAndAnUncountedPartLinkedToAzerbaijan() {
        String set = "account-set:91-accounts";
        Standing linked = shipped.standing(set + " CONNECTED_WITH country:azerbaijan");

        assertEstablished(shipped.standing(set + " HAS_SIZE = 91 accounts"), VIGINUM, PARIS_DENOUNCES);
        assertEstablished(linked, VIGINUM, PARIS_DENOUNCES);
        assertThat(linked.asserting()).allSatisfy(claim -> {
            assertThat(claim.appraisal().hedge()).contains("significant portion");
            assertThat(claim.scope().quantity()).isNull();
        });
        assertThat(shipped.rows("S4-11", "S4-12", "S4-13", "S4-14", "S4-15", "S4-16", "S4-17"))
                .extracting(Claim::subject)
                .containsOnly(set);
    }

    @Test
    @DisplayName("K16")
    void shouldHoldThatParisAskedBakuOnTheWordOfOneAnonymousSourceApartFromTheReport() {
        Standing asked = shipped.standing("government:france ASKED_FOR_CLARIFICATION government:azerbaijan");

        assertEstablished(asked, DIPLOMAT, GREEK_CITY_TIMES, REUTERS);
        assertRows(asked, "S1-27", "S2-25");
        assertThat(asked.asserting())
                .extracting(claim -> claim.source().assertedBy())
                .containsOnly("person:french-diplomatic-source");
        assertThat(shipped.entity("person:french-diplomatic-source").placeholder())
                .isTrue();
    }

    @Test
    @DisplayName("K17")
    void shouldHoldTheForecastOfFurtherCampaignsAsAForecast() {
        Claim forecast = shipped.row("S4-40");
        Standing standing = shipped.standing(forecast.proposition());

        assertThat(forecast.stance()).isEqualTo(Stance.FORECASTS);
        assertThat(forecast.source().assertedBy()).isEqualTo("agency:viginum");
        assertThat(shipped.lineage().origins(forecast)).containsExactly(VIGINUM);
        assertThat(standing.status()).isEmpty();
        assertThat(shipped.link(forecast.proposition().id())).isEmpty();
    }

    @Test
    @DisplayName("K18")
    void shouldHoldTheAllegationsAgainstRussiaAsAllegedAndDenied() {
        Stream.of(
                        "country:france",
                        "person:emmanuel-macron",
                        "international-organization:ioc",
                        "event:paris-2024-games")
                .forEach(target -> {
                    Standing alleged = shipped.standing("country:russia TARGETS " + target);

                    assertStanding(alleged, LinkStatus.CONTESTED, MTAC, CNBC);
                    assertThat(alleged.asserting()).allMatch(claim -> claim.modality() == Modality.ALLEGED);
                    assertThat(ShippedCase.rowsOf(alleged.opposing()))
                            .containsExactly("S0-04", "S0-16", "S0-17", "S0-19");
                    assertThat(alleged.opposing())
                            .extracting(claim -> claim.source().assertedBy())
                            .containsOnly("organization:kremlin", "person:dmitry-peskov");
                });
        assertRows(shipped.rows("S0-06", "S0-07", "S0-08", "S0-09"), "S0-06", "S0-07", "S0-08", "S0-09");
    }

    @Test
    @DisplayName("K19")
    void shouldHoldTheBombThreatsAsAllegedAndDeniedAndNotSupportedByTheMailDomains() {
        Standing behind = shipped.standing("country:russia CONDUCTS event:false-bomb-threats-in-atlanta-2024");

        assertStanding(behind, LinkStatus.CONTESTED, "raffensperger-statement-2024-11", US_CLAIMS);
        assertRows(behind, "S3-09");
        assertThat(ShippedCase.rowsOf(behind.opposing())).containsExactly("S3-01", "S3-13", "S3-33");
        assertThat(shipped.row("S3-13").scope().denial().general()).isTrue();
        assertThat(behind.opposing())
                .filteredOn(claim -> claim.source().assertedBy().equals("person:dmitry-peskov"))
                .allSatisfy(denial ->
                        assertThat(shipped.lineage().origins(denial)).containsExactly("peskov-briefing-2024-11"));
        assertThat(behind.asserting()).doesNotContainAnyElementsOf(shipped.rows("S3-12"));
    }

    @Test
    @DisplayName("K20")
    void shouldHoldTheEmbassysCounterAllegationAsAllegedAndUnanswered() {
        String campaign = "campaign:alleged-anti-russian-campaign";

        Stream.of(
                        campaign + " TARGETS country:russia",
                        "group:french-media CARRIED " + campaign,
                        campaign + " AFFECTS group:russian-citizens-in-france")
                .forEach(proposition -> {
                    Standing alleged = shipped.standing(proposition);

                    assertStanding(alleged, LinkStatus.ALLEGED, "russian-embassy-communique-2024-06", CNBC);
                    assertThat(alleged.opposing()).isEmpty();
                });
        assertSilent("S0-44");
    }

    @Test
    @DisplayName("K21")
    void shouldHoldTheVehiclesOnOneArticlesOwnWordWithItsTensionOpen() {
        List<Claim> vehicles = shipped.rows("S1-28", "S1-29", "S1-30", "S1-31", "S1-32", "S1-33");

        assertThat(vehicles).allSatisfy(claim -> {
            assertEstablished(shipped.standing(claim.proposition()), GREEK_CITY_TIMES, GREEK_CITY_TIMES);
            assertThat(claim.source().assertedBy()).isEqualTo("outlet:greek-city-times");
        });
        assertThat(shipped.row("S1-30").proposition().id()).endsWith("HAS_SIZE = 22 vehicles");
        assertThat(List.of(shipped.row("S1-28", "RECEIVED"), shipped.row("S1-32")))
                .allSatisfy(claim -> assertThat(claim.wording().note()).contains("both statements are kept"));
    }

    private static void assertEstablished(Standing standing, String origin, String... documents) {
        assertStanding(standing, LinkStatus.ESTABLISHED, origin, documents);
        assertThat(standing.opposing()).isEmpty();
    }

    private static void assertStanding(Standing standing, LinkStatus status, String origin, String... documents) {
        assertThat(standing.status()).isEqualTo(Optional.of(status));
        assertThat(standing.documents()).containsExactlyInAnyOrder(documents);
        assertThat(standing.origins()).containsExactly(origin);
    }

    private static void assertRows(Standing standing, String... rows) {
        assertRows(standing.asserting(), rows);
    }

    private static void assertRows(Collection<Claim> claims, String... rows) {
        assertThat(ShippedCase.rowsOf(claims)).containsExactly(rows);
    }

    private void assertSilent(String... rows) {
        assertThat(shipped.rows(rows)).allSatisfy(claim -> {
            Standing standing = shipped.standing(claim.proposition());
            assertThat(claim.stance()).isEqualTo(Stance.NO_COMMENT);
            assertThat(standing.status()).isEmpty();
            assertThat(standing.opposing()).isEmpty();
        });
    }

    /** The two may be one, and the data says so without merging them. */
    private void assertCandidates(String one, String other) {
        assertThat(shipped.linksBetween(one, other)).singleElement().satisfies(link -> {
            assertThat(link.relation()).isEqualTo("POSSIBLY_SAME_AS");
            assertThat(link.status()).isEqualTo(LinkStatus.INFERRED);
            assertThat(link.walkable()).isFalse();
        });
        assertThat(List.of(shipped.corpus().canonical(one), shipped.corpus().canonical(other)))
                .containsExactly(one, other);
    }

    private static When.Range from(Claim claim) {
        When from = claim.scope().period().from();
        assertThat(from).isNotNull();
        assertThat(from.range()).isNotNull();
        return from.range();
    }
}
