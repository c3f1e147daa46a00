package org.ficelle.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ficelle.model.Claim;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Modality;
import org.ficelle.model.Stance;

/**
 * What the claims that speak to one proposition amount to. The one place where a status is worked out; it depends on
 * the claims alone and not on their order.
 *
 * @param status absent when no claim asserts the proposition, so that no link is drawn
 * @param asserting claims that assert it, by id; hypotheses are none
 * @param opposing claims that deny it or could not establish it, by id
 * @param origins the independent origins of the asserting claims
 * @param documents in which the asserting claims stand
 */
public record Standing(
        Optional<LinkStatus> status,
        List<Claim> asserting,
        List<Claim> opposing,
        SortedSet<String> origins,
        SortedSet<String> documents) {

    /**
     * @param claims on the proposition, of any stance
     * @param denials that are known to oppose it, their own proposition or a target of theirs being this one; see
     *     {@link Oppositions}
     */
    public static Standing of(Collection<Claim> claims, Collection<Claim> denials, Lineage lineage) {
        List<Claim> asserting = sorted(claims.stream().filter(Claim::asserts).toList());
        List<Claim> negative = claims.stream()
                .filter(claim -> claim.stance() == Stance.NOT_ESTABLISHED)
                .toList();
        List<Claim> opposing = sorted(
                Stream.concat(negative.stream(), denials.stream()).distinct().toList());
        SortedSet<String> documents = new TreeSet<>();
        asserting.forEach(claim -> documents.add(claim.source().document()));
        return new Standing(
                status(asserting, !negative.isEmpty(), !denials.isEmpty()),
                asserting,
                opposing,
                lineage.independentOrigins(asserting),
                documents);
    }

    private static Optional<LinkStatus> status(List<Claim> asserting, boolean notEstablished, boolean denied) {
        if (asserting.isEmpty()) {
            return Optional.empty();
        }
        if (notEstablished) {
            return Optional.of(LinkStatus.NOT_ESTABLISHED);
        }
        if (denied) {
            return Optional.of(LinkStatus.CONTESTED);
        }
        if (has(asserting, Modality.STATED) || has(asserting, Modality.ASSESSED)) {
            return Optional.of(LinkStatus.ESTABLISHED);
        }
        if (has(asserting, Modality.SELF_DECLARED)) {
            return Optional.of(LinkStatus.SELF_DECLARED);
        }
        return Optional.of(has(asserting, Modality.ALLEGED) ? LinkStatus.ALLEGED : LinkStatus.INFERRED);
    }

    private static boolean has(List<Claim> claims, Modality modality) {
        return claims.stream().anyMatch(claim -> claim.modality() == modality);
    }

    private static List<Claim> sorted(List<Claim> claims) {
        return claims.stream().sorted(Comparator.comparing(Claim::id)).toList();
    }
}
