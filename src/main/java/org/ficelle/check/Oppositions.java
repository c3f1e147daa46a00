package org.ficelle.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.FixedMap;
import org.ficelle.model.Modality;
import org.ficelle.model.Stance;

/**
 * Which claims speak to which proposition, and which denial opposes which assertion.
 *
 * <p>A denial opposes the assertions of its own proposition and of every proposition or claim it targets. A general
 * denial, whose words name no allegation, opposes among these only allegations against its own subject. A no-comment, a
 * forecast and an opinion oppose nothing.
 *
 * <p>Propositions are compared after merged entities have been replaced by the one that stands for them.
 */
public final class Oppositions {

    private final Corpus corpus;
    private final FixedMap<List<Claim>> byProposition;
    private final Map<String, List<Claim>> denials = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> denied = new TreeMap<>();

    public Oppositions(Corpus corpus) {
        this.corpus = corpus;
        Function<Claim, String> proposition =
                claim -> Canonical.proposition(corpus, claim).id();
        byProposition = FixedMap.grouping(List.copyOf(corpus.claims().values()), proposition)
                .derived(claims -> proposition.apply(claims.get(0)));
        corpus.claims().values().stream()
                .filter(claim -> claim.stance() == Stance.DENIES)
                .forEach(this::oppose);
    }

    private void oppose(Claim denial) {
        Set<String> propositions =
                new HashSet<>(Set.of(Canonical.proposition(corpus, denial).id()));
        Set<String> claims = new HashSet<>();
        for (String target : denial.scope().denial().targets()) {
            if (target.startsWith(Claim.ID_PREFIX)) {
                claims.add(target);
            } else {
                propositions.add(Canonical.target(corpus, target));
            }
        }
        Map<String, Claim> candidates = new HashMap<>();
        propositions.forEach(
                id -> byProposition.getOrDefault(id, List.of()).forEach(claim -> candidates.put(claim.id(), claim)));
        claims.stream()
                .map(corpus.claims()::get)
                .filter(Objects::nonNull)
                .forEach(claim -> candidates.put(claim.id(), claim));
        for (Claim claim : candidates.values()) {
            if (claim.asserts() && (!denial.scope().denial().general() || isAllegationAgainst(denial, claim))) {
                denied.computeIfAbsent(denial.id(), id -> new TreeSet<>()).add(claim.id());
                List<Claim> against = denials.computeIfAbsent(
                        Canonical.proposition(corpus, claim).id(), id -> new ArrayList<>());
                // Denials come one after the other, so that this one can only be the last.
                if (against.isEmpty() || against.get(against.size() - 1) != denial) {
                    against.add(denial);
                }
            }
        }
    }

    private boolean isAllegationAgainst(Claim denial, Claim claim) {
        return claim.modality() == Modality.ALLEGED
                && corpus.canonical(claim.subject()).equals(corpus.canonical(denial.subject()));
    }

    /** Every claim, of whatever stance, by the id of its proposition with merged entities replaced. */
    public FixedMap<List<Claim>> byProposition() {
        return byProposition;
    }

    /** The denials that oppose an assertion of the proposition with this id. */
    public Collection<Claim> denials(String proposition) {
        return denials.getOrDefault(proposition, List.of());
    }

    /** For each denial's id, the ids of the assertions it opposes. */
    public SortedMap<String, SortedSet<String>> denied() {
        return denied;
    }
}
