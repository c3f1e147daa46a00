package org.ficelle.trace;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.ficelle.model.Labelled;

/** Why the rules leave a link out or do not let a path pass through an entity. */
enum Exclusion implements Labelled {
    RELATION("relation"),
    CLASS("class"),
    /** The relation is not walkable by default. */
    CONTEXT("context"),
    CANDIDATE("candidates"),
    DIRECTION("directed"),
    AS_OF("as-of"),
    DURING("during"),
    WITHOUT("without"),
    MIN_CONFIDENCE("min-confidence"),
    STATUS("status"),
    MAX_HOPS("max-hops"),
    AVOIDED("avoid"),
    KIND("kind"),
    HUB("hub-degree");

    /** Those that bar entities. */
    static final Set<Exclusion> BLOCKS = Collections.unmodifiableSet(EnumSet.of(AVOIDED, KIND, HUB));

    /** Those that leave out links, or chains that are too long. */
    static final Set<Exclusion> OMISSIONS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(AVOIDED, KIND, HUB)));

    private final String label;

    Exclusion(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
