package org.ficelle.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Located;
import org.ficelle.model.Problem;

/** Whether everything that a denial targets is there to be denied. */
final class Targets {

    private Targets() {}

    static void check(Corpus corpus, Declared<Claim> claims, References references, Consumer<Problem> problems) {
        if (corpus.claims().values().stream()
                .allMatch(claim -> claim.scope().denial().targets().isEmpty())) {
            return;
        }
        Set<String> propositions = new HashSet<>();
        corpus.claims()
                .values()
                .forEach(claim ->
                        propositions.add(Canonical.proposition(corpus, claim).id()));
        for (List<Located<Claim>> declarations : claims.byId().values()) {
            for (Located<Claim> declaration : declarations) {
                List<String> targets = declaration.value().scope().denial().targets();
                for (int i = 0; i < targets.size(); i++) {
                    String target = targets.get(i);
                    String normal = Canonical.target(corpus, target);
                    if (!propositions.contains(normal) && !corpus.claims().containsKey(normal)) {
                        problems.accept(Problem.error(
                                declaration.at("targets[" + i + "]"),
                                "unknown-target",
                                "no claim says '" + target + "'",
                                references
                                        .near(target, propositions)
                                        .orElse("target a proposition or claim of a dossier")));
                    }
                }
            }
        }
    }
}
