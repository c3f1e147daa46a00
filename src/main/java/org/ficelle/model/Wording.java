package org.ficelle.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A claim in words. Two are equal when their words are, wherever these are kept. */
public abstract class Wording {

    /**
     * The words themselves.
     *
     * @param statement a sentence in the curator's own words
     * @param quote the document's words, in users' data only
     * @param note a remark; for an inferred claim, its basis
     */
    public record Words(
            String statement,
            @Nullable String quote,
            @Nullable String note) {}

    private static final class Held extends Wording {

        private final Words words;

        Held(Words words) {
            this.words = words;
        }

        @Override
        public Words words() {
            return words;
        }
    }

    /** With its words in memory. */
    public static Wording of(String statement, @Nullable String quote, @Nullable String note) {
        return new Held(new Words(statement, quote, note));
    }

    /** The words, which may have to be fetched. */
    public abstract Words words();

    public final String statement() {
        return words().statement();
    }

    public final @Nullable String quote() {
        return words().quote();
    }

    public final @Nullable String note() {
        return words().note();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Wording wording && words().equals(wording.words());
    }

    @Override
    public final int hashCode() {
        return Objects.hash(words());
    }

    @Override
    public final String toString() {
        return words().toString();
    }
}
