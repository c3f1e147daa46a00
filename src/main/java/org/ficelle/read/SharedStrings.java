package org.ficelle.read;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One string for all equal ones, whichever thread asks. */
final class SharedStrings {

    private final Map<String, String> known = new ConcurrentHashMap<>();

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
