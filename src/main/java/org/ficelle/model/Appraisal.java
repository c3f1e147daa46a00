package org.ficelle.model;

import org.jspecify.annotations.Nullable;

/**
 * How firmly a claim is made and on what.
 *
 * @param confidence the source's own; absent is unspecified
 * @param credibility 1 (confirmed) to 6 (cannot be judged) on the Admiralty scale
 * @param evidence the sort of evidence
 * @param hedge the words that weaken the claim, such as "at least one"
 */
public record Appraisal(
        @Nullable Confidence confidence,
        @Nullable Integer credibility,
        @Nullable EvidenceKind evidence,
        @Nullable String hedge) {

    public static final Appraisal UNSPECIFIED = new Appraisal(null, null, null, null);
}
