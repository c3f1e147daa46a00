package org.ficelle.model;

import java.util.List;

/**
 * What a denial speaks to beyond its own proposition.
 *
 * @param targets propositions ({@link Proposition#id}) or claim ids it denies besides its own proposition
 * @param general whether its words name no allegation; it then opposes only allegations against its subject
 */
public record Denial(List<String> targets, boolean general) {

    public static final Denial NONE = new Denial(List.of(), false);

    public Denial {
        targets = List.copyOf(targets);
    }
}
