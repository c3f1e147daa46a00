package org.ficelle.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.model.Annotations;
import org.ficelle.model.Appraisal;
import org.ficelle.model.Claim;
import org.ficelle.model.Document;
import org.ficelle.model.DocumentType;
import org.ficelle.model.Modality;
import org.ficelle.model.Proposition;
import org.ficelle.model.Publication;
import org.ficelle.model.Scope;
import org.ficelle.model.Source;
import org.ficelle.model.Stance;
import org.ficelle.model.Wording;
import org.junit.jupiter.api.Test;

/** A report and a diplomat's remarks, a wire story on both, and a site that relays the wire. */
class LineageTest {

    private static final Map<String, Document> DOCUMENTS = Stream.of(
                    document("report", "agency:service"),
                    document("remarks", "person:diplomat"),
                    document("wire", "outlet:wire", "report", "remarks"),
                    document("site", "outlet:site", "wire"))
            .collect(Collectors.toMap(Document::id, Function.identity()));

    private final Lineage lineage = new Lineage(DOCUMENTS);

    private static Document document(String id, String publisher, String... sources) {
        return new Document(
                id,
                DocumentType.ARTICLE,
                id,
                new Publication(publisher, List.of(), null, null, null),
                List.of(sources),
                null,
                List.of(),
                Annotations.NONE);
    }

    private static Claim claim(String asserter, String document) {
        return Claim.of(
                Proposition.of("campaign:c", "USES_HASHTAG", "hashtag:h"),
                Stance.ASSERTS,
                Modality.ASSESSED,
                new Source(asserter, document, null),
                Wording.of("They say so.", null, null),
                Appraisal.UNSPECIFIED,
                Scope.UNSPECIFIED);
    }

    @Test
    void shouldTraceAClaimToTheDocumentThatItsAsserterPublishedFirst() {
        assertThat(lineage.origins(claim("agency:service", "site"))).containsExactly("report");
        assertThat(lineage.origins(claim("person:diplomat", "site"))).containsExactly("remarks");
        assertThat(lineage.origins(claim("outlet:wire", "site"))).containsExactly("wire");
        assertThat(lineage.origins(claim("outlet:site", "site"))).containsExactly("site");
    }

    @Test
    void shouldTraceAClaimToTheRootsWhenItsAsserterPublishedNoneOfTheDocuments() {
        assertThat(lineage.origins(claim("person:somebody", "site"))).containsExactly("remarks", "report");
    }

    @Test
    void shouldKnowAPublisherUnderAnotherIdThatWasJudgedTheSame() {
        Map<String, String> same = Map.of("agency:the-service", "agency:service");
        Lineage merging = new Lineage(DOCUMENTS, id -> same.getOrDefault(id, id));

        assertThat(merging.origins(claim("agency:the-service", "site"))).containsExactly("report");
        assertThat(lineage.origins(claim("agency:the-service", "site"))).containsExactly("remarks", "report");
    }

    @Test
    void shouldCountARelayAsNoFurtherOriginEvenInItsOwnVoice() {
        List<Claim> claims = List.of(claim("agency:service", "wire"), claim("outlet:site", "site"));

        assertThat(lineage.independentOrigins(claims)).containsExactly("report");
    }

    @Test
    void shouldLetARelayedClaimFallWithEveryDocumentOnItsOnlyWayToTheOrigin() {
        assertThat(lineage.pillars(claim("agency:service", "site"))).containsExactly("report", "site", "wire");
    }
}
