package org.ficelle.model;

import org.jspecify.annotations.Nullable;

/** The time a claim speaks of; either end may be unknown. */
public record Period(@Nullable When from, @Nullable When until) {

    public static final Period UNSPECIFIED = new Period(null, null);
}
