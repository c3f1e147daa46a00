package org.ficelle.read;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ficelle.model.Wording;
import org.jspecify.annotations.Nullable;

/** One string, date or the like for all equal ones, whichever thread asks. */
final class Shared {

    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    /** Where claims' words are kept; absent when they stay in memory. */
    private final @Nullable Texts texts;

    Shared() {
        this(null);
    }

    Shared(@Nullable Texts texts) {
        this.texts = texts;
    }

    Wording wording(String statement, @Nullable String quote, @Nullable String note) {
        return texts == null ? Wording.of(statement, quote, note) : texts.keep(statement, quote, note);
    }

    /** The string that was first asked for among those equal to this one. */
    @Nullable
    String text(@Nullable String text) {
        return text == null ? null : of(text);
    }

    /** What was first asked for among all that is equal to this and cannot change. */
    @SuppressWarnings("unchecked")
    <T> T of(T value) {
        // To look locks nobody out, and most values are known.
        Object first = known.get(value);
        if (first == null) {
            first = known.putIfAbsent(value, value);
        }
        return first == null ? value : (T) first;
    }
}
