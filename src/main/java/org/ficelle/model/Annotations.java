package org.ficelle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a curator writes beside an element.
 *
 * @param marking who may see it
 * @param note a remark
 * @param ref rows of a register or other references of the curator's
 */
public record Annotations(
        @Nullable Marking marking, @Nullable String note, List<String> ref) {

    public static final Annotations NONE = new Annotations(null, null, List.of());

    public Annotations {
        ref = List.copyOf(ref);
    }
}
