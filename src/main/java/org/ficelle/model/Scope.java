package org.ficelle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a claim covers.
 *
 * @param period the time it speaks of
 * @param quantity a number that belongs to it, such as 15 images
 * @param denial what it denies
 * @param marking who may see it
 * @param ref rows of a register or other references of the curator's
 */
public record Scope(
        Period period,
        @Nullable Quantity quantity,
        Denial denial,
        @Nullable Marking marking,
        List<String> ref) {

    public static final Scope UNSPECIFIED = new Scope(Period.UNSPECIFIED, null, Denial.NONE, null, List.of());

    public Scope {
        ref = List.copyOf(ref);
    }
}
