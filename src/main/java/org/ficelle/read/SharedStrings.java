package org.ficelle.read;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One string for all equal ones. */
final class SharedStrings {

    private final Map<String, String> known = new HashMap<>();

    /** The string that was first asked for among those equal to this one. */
    @Nullable
    String of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String first = known.putIfAbsent(text, text);
        return first == null ? text : first;
    }
}
