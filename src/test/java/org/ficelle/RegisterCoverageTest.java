package org.ficelle;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ficelle.model.Claim;
import org.ficelle.model.Modality;
import org.ficelle.model.Stance;
import org.junit.jupiter.api.Test;

/**
 * Every row of the register of what the five articles state is in the data or accounted for. The rows, each with the
 * register's leading code for it, are in {@code register/rows.csv}.
 */
class RegisterCoverageTest {

    private static final Path ROWS = Path.of("src/test/resources/register/rows.csv");
    private static final Path COVERAGE = Path.of("src/site/markdown/coverage.md");

    /** Codes of rows in which nobody asserts anything, so that no link may come of them. */
    private static final Map<String, Stance> UNASSERTED = Map.of(
            "D", Stance.DENIES,
            "NF", Stance.NOT_ESTABLISHED,
            "NC", Stance.NO_COMMENT,
            "FC", Stance.FORECASTS,
            "OP", Stance.CHARACTERISES);

    private static final Set<String> PARTIES_OF_AZERBAIJAN = Set.of(
            "country:azerbaijan",
            "government:azerbaijan",
            "party:ruling-party-of-azerbaijan",
            "office:president-of-azerbaijan",
            "diplomatic-mission:azerbaijan-in-paris");

    private final ShippedCase shipped = ShippedCase.all();
    private final SortedMap<String, String> codes = codes();
    private final SortedSet<String> byClaim = ShippedCase.rowsOf(shipped.claims());
    private final SortedSet<String> byField = byField();
    private final SortedSet<String> byReason = matches("^\\| (S\\d-\\d\\d) \\| \\S");

    @Test
    void shouldAccountForEveryRowAndInventNone() {
        SortedSet<String> covered = new TreeSet<>(byClaim);
        covered.addAll(byField);
        covered.addAll(byReason);

        assertThat(codes).hasSize(196);
        assertThat(covered).containsExactlyElementsOf(codes.keySet());
    }

    @Test
    void shouldGiveReasonsOnlyForRowsThatAreNotInTheData() {
        assertThat(byReason).isNotEmpty().doesNotContainAnyElementsOf(byClaim).doesNotContainAnyElementsOf(byField);
    }

    @Test
    void shouldCountRowsRightOnTheCoveragePage() {
        List<String> computed = new ArrayList<>();
        for (String article : List.of("S0", "S1", "S2", "S3", "S4", "all")) {
            long claims = count(byClaim, article);
            long fields = count(fieldOnly(), article);
            long reasons = count(byReason, article);
            computed.add("| %s | %d | %d | %d | %d |"
                    .formatted(article, count(codes.keySet(), article), claims, fields, reasons));
        }

        assertThat(text(COVERAGE).lines()).containsSubsequence(computed);
    }

    @Test
    void shouldNameTheRowsCoveredByAFieldOnTheCoveragePage() {
        String sentence = text(COVERAGE)
                .lines()
                .filter(line -> line.startsWith("The rows covered by a field"))
                .findFirst()
                .orElseThrow();

        assertThat(rowsIn(sentence)).containsExactlyElementsOf(fieldOnly());
    }

    @Test
    void shouldHoldTheTotalsOfTheRegister() {
        assertThat(totals("S0")).isEqualTo("F 22, A 3, AL 9, SD 0, D 5, NF 0, NC 1, FC 1, OP 5, Q 1, META 3");
        assertThat(totals("S1")).isEqualTo("F 19, A 11, AL 1, SD 0, D 0, NF 1, NC 3, FC 1, OP 5, Q 0, META 3");
        assertThat(totals("S2")).isEqualTo("F 7, A 11, AL 0, SD 0, D 0, NF 1, NC 3, FC 1, OP 2, Q 0, META 3");
        assertThat(totals("S3")).isEqualTo("F 11, A 2, AL 11, SD 2, D 3, NF 0, NC 0, FC 0, OP 4, Q 0, META 0");
        assertThat(totals("S4")).isEqualTo("F 7, A 27, AL 1, SD 2, D 0, NF 0, NC 0, FC 1, OP 3, Q 0, META 0");
        assertThat(totals("all")).isEqualTo("F 66, A 54, AL 22, SD 4, D 8, NF 2, NC 7, FC 4, OP 19, Q 1, META 9");
    }

    @Test
    void shouldAssertNothingOfARowInWhichNobodyAssertsIt() {
        UNASSERTED.forEach((code, stance) -> assertThat(rows(code))
                .allSatisfy(row -> assertThat(shipped.rows(row)).as(row).allSatisfy(claim -> assertThat(claim.stance())
                        .isEqualTo(stance))));
        assertThat(rows("Q"))
                .allSatisfy(row -> assertThat(shipped.row(row).modality()).isEqualTo(Modality.HYPOTHETICAL));
    }

    @Test
    void shouldStateNoRowMoreFirmlyThanTheRegister() {
        assertThat(modalities("SD")).containsOnly(Modality.SELF_DECLARED);
        assertThat(modalities("A")).doesNotContain(Modality.STATED);
        assertThat(modalities("AL")).doesNotContain(Modality.ASSESSED, Modality.SELF_DECLARED);
        assertThat(rows("AL").stream().filter(row -> modalities(row).contains(Modality.STATED)))
                .containsExactly("S0-39", "S4-01");
        assertThat(List.of(shipped.row("S0-39", "CALLS_ON"), shipped.row("S4-01", "ACCUSES")))
                .extracting(Claim::modality)
                .containsOnly(Modality.STATED);
    }

    @Test
    void shouldTellThreeRowsHeldLowerThanTheirCodeOnTheCoveragePage() {
        Map<String, Modality> firm = Map.of(
                "F", Modality.STATED, "A", Modality.ASSESSED, "AL", Modality.ALLEGED, "SD", Modality.SELF_DECLARED);
        SortedSet<String> lower = new TreeSet<>();
        firm.forEach((code, modality) -> rows(code).stream()
                .filter(row -> byClaim.contains(row) && !modalities(row).contains(modality))
                .forEach(lower::add));

        assertThat(lower).containsExactly("S0-34", "S3-17", "S4-28");
        assertThat(matches("^- (S\\d-\\d\\d), ")).isEqualTo(lower);
    }

    @Test
    void shouldHoldNoDenialByAnyAzerbaijaniParty() {
        assertThat(shipped.claims())
                .filteredOn(claim -> claim.stance() == Stance.DENIES)
                .isNotEmpty()
                .extracting(claim -> claim.source().assertedBy())
                .doesNotContainAnyElementsOf(PARTIES_OF_AZERBAIJAN);
        assertThat(rows("D")).allMatch(row -> row.startsWith("S0") || row.startsWith("S3"));
    }

    @Test
    void shouldHoldBothNegativeFindingsOnOnePropositionFromOneOrigin() {
        List<Claim> findings = shipped.claims().stream()
                .filter(claim -> claim.stance() == Stance.NOT_ESTABLISHED)
                .toList();

        assertThat(ShippedCase.rowsOf(findings)).containsExactlyElementsOf(rows("NF"));
        assertThat(findings)
                .hasSize(2)
                .extracting(Claim::proposition)
                .containsOnly(findings.get(0).proposition());
        assertThat(shipped.lineage().independentOrigins(findings)).containsExactly("viginum-olimpiya");
    }

    @Test
    void shouldHoldTheWholeTechnicalChainInOneArticle() {
        List<String> chain = List.of(
                "account:x/muxtaryev POSTED media-set:15-boycott-images",
                "media-set:15-boycott-images PART_OF campaign:olimpiya",
                "media-item:39-second-video PART_OF campaign:olimpiya",
                "account:x/newyorkinsider PUBLISHED media-item:39-second-video",
                "account:x/newyorkinsider PRESENTS_AS outlet:newyorkinsider",
                "outlet:newyorkinsider USES_DOMAIN domain:newyorkinsider",
                "domain:newyorkinsider HOSTED_ON server:unidentified-newyorkinsider",
                "domain:orkhanrza.com HOSTED_ON server:unidentified-newyorkinsider",
                "domain:orkhanrza.com PROMOTES person:orkhan-rzayev",
                "person:orkhan-rzayev HEADS company:eleven-kings",
                "person:orkhan-rzayev HEADS company:mediamark-digital");

        assertThat(chain).allSatisfy(proposition -> {
            assertThat(shipped.standing(proposition).documents()).containsExactly("paris-denounces-campaign");
            assertThat(ShippedCase.rowsOf(shipped.standing(proposition).asserting()))
                    .isNotEmpty()
                    .allMatch(row -> row.startsWith("S4"));
        });
    }

    @Test
    void shouldHaveNobodyAttributeTheCampaignToAnyPartOfTheState() {
        assertThat(shipped.claimsAbout("campaign:olimpiya"))
                .filteredOn(claim -> Set.of("ATTRIBUTED_TO", "CONDUCTS").contains(claim.relation()))
                .hasSizeGreaterThanOrEqualTo(4)
                .filteredOn(Claim::asserts)
                .extracting(Claim::subject, Claim::object)
                .containsExactly(tuple("actor:close-to-azerbaijan", "campaign:olimpiya"));
    }

    /** The modalities of the assertions of a row, or of all rows with a code. */
    private Set<Modality> modalities(String rowOrCode) {
        Collection<String> wanted =
                rowOrCode.startsWith("S") && rowOrCode.contains("-") ? Set.of(rowOrCode) : rows(rowOrCode);
        return shipped.claims().stream()
                .filter(claim -> !Collections.disjoint(claim.scope().ref(), wanted))
                .map(Claim::modality)
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    private String totals(String article) {
        return String.join(
                ", ",
                Stream.of("F", "A", "AL", "SD", "D", "NF", "NC", "FC", "OP", "Q", "META")
                        .map(code -> code + " " + count(rows(code), article))
                        .toList());
    }

    private List<String> rows(String code) {
        return codes.keySet().stream()
                .filter(row -> code.equals(codes.get(row)))
                .toList();
    }

    private static long count(Collection<String> rows, String article) {
        return rows.stream()
                .filter(row -> article.equals("all") || row.startsWith(article + "-"))
                .count();
    }

    private SortedSet<String> byField() {
        return Stream.concat(
                        shipped.corpus().documents().values().stream()
                                .flatMap(document -> document.annotations().ref().stream()),
                        shipped.entities().stream().flatMap(entity -> entity.annotations().ref().stream()))
                .collect(toCollection(TreeSet::new));
    }

    private SortedSet<String> fieldOnly() {
        SortedSet<String> rows = new TreeSet<>(byField);
        rows.removeAll(byClaim);
        return rows;
    }

    private static SortedMap<String, String> codes() {
        return text(ROWS)
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .collect(toMap(cells -> cells[0], cells -> cells[1], (one, other) -> other, TreeMap::new));
    }

    private static SortedSet<String> matches(String line) {
        return Pattern.compile(line, Pattern.MULTILINE)
                .matcher(text(COVERAGE))
                .results()
                .map(match -> match.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static SortedSet<String> rowsIn(String sentence) {
        return Pattern.compile("S\\d-\\d\\d")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .collect(toCollection(TreeSet::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
