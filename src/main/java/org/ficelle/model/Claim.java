package org.ficelle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One documented statement: who says what, where, how firmly. The unit of everything: no claim, no link.
 *
 * @param id derived from subject, relation, object or value, stance, asserter, document and locator
 * @param modality present when the stance is {@code asserts}, absent otherwise
 */
public record Claim(
        String id,
        Proposition proposition,
        Stance stance,
        @Nullable Modality modality,
        Source source,
        Wording wording,
        Appraisal appraisal,
        Scope scope) {

    /** What every claim id begins with. */
    public static final String ID_PREFIX = "claim:";

    public Claim {
        if ((stance == Stance.ASSERTS) != (modality != null)) {
            throw new IllegalArgumentException("an assertion has a modality, and nothing else has one");
        }
    }

    /** The claim with its id worked out. */
    public static Claim of(
            Proposition proposition,
            Stance stance,
            @Nullable Modality modality,
            Source source,
            Wording wording,
            Appraisal appraisal,
            Scope scope) {
        return new Claim(
                idOf(proposition, stance, source), proposition, stance, modality, source, wording, appraisal, scope);
    }

    /** {@code claim:} and 24 hexadecimal digits (96 bits of SHA-256) over the identifying fields. */
    public static String idOf(Proposition proposition, Stance stance, Source source) {
        String locator = source.locator();
        return ID_PREFIX
                + Digest.of(List.of(
                                proposition.id(),
                                stance.label(),
                                source.assertedBy(),
                                source.document(),
                                locator == null ? "" : locator))
                        .substring(0, 24);
    }

    public String subject() {
        return proposition.subject();
    }

    public String relation() {
        return proposition.relation();
    }

    /** The object's entity id, or absent when the claim gives a value. */
    public @Nullable String object() {
        return proposition.object();
    }

    /** Whether the claim by itself lets a link be drawn: asserted, and not only as a hypothesis. */
    public boolean asserts() {
        return stance == Stance.ASSERTS && modality != Modality.HYPOTHETICAL;
    }
}
