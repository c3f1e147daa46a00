package org.ficelle.model;

import org.jspecify.annotations.Nullable;

/**
 * A claim in words.
 *
 * @param statement a sentence in the curator's own words
 * @param quote the document's words, in users' data only
 * @param note a remark; for an inferred claim, its basis
 */
public record Wording(
        String statement, @Nullable String quote, @Nullable String note) {}
