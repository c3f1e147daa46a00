package org.ficelle.model;

import org.jspecify.annotations.Nullable;

/**
 * A source's own confidence in what it claims. Absent confidence is unspecified, which is neither 0 nor 50.
 *
 * @param value 0 to 100
 * @param scale the scale it was given on, such as {@code ICD 203}
 * @param term the source's word for it, such as "very likely"
 */
public record Confidence(
        int value, @Nullable String scale, @Nullable String term) {

    public Confidence {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException("confidence must be 0 to 100, not " + value);
        }
    }
}
