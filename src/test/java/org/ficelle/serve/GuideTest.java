package org.ficelle.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuideTest {

    private static final Guide GUIDE = Guide.shipped();

    @Test
    void shouldWalkFromTheAccountToTheCompaniesAndEndAtTheNegativeFinding() {
        List<String> slides = GUIDE.slides();

        assertThat(slides).hasSize(7);
        assertThat(slides.get(1)).contains("@MuxtarYev");
        assertThat(slides.get(5)).contains("company:mediamark-digital");
        assertThat(slides.get(6)).contains("could not establish", "not-established", "government:azerbaijan");
    }

    @Test
    void shouldSayThatAnAssociationIsNoResponsibilityWhereItBeginsAndWhereItEnds() {
        String line = "An association reported by the cited sources is not responsibility.";

        assertThat(GUIDE.slides().get(0)).contains(line);
        assertThat(GUIDE.slides().get(GUIDE.slides().size() - 1)).contains(line);
    }

    @Test
    void shouldHaveACellOnEverySlideAfterTheFirst() {
        assertThat(GUIDE.cells()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(GUIDE.slides().subList(1, 7))
                .allSatisfy(slide -> assertThat(slide).contains("class=\"pre-scrollable code runnable\""));
    }

    @Test
    void shouldHaveOneBoundedStatementWithoutParametersInEveryCell() {
        assertThat(GUIDE.cells()).allSatisfy(cell -> assertThat(cell)
                .startsWith("// ")
                .endsWith(";")
                .containsOnlyOnce(";")
                .contains("LIMIT")
                .doesNotContain("$", "[*]"));
    }

    @Test
    void shouldHoldNothingThatBrowserCutsOutOrThatLeadsElsewhere() {
        assertThat(BrowserFiles.guide())
                .doesNotContainPattern("(?i)<script|<iframe|<img|\\son\\w+=")
                .doesNotContain("http:", "https:");
    }
}
