package org.ficelle.graph;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a query got no answer, in one sentence for the user, the same for every store. */
final class QueryFaults {

    private static final String TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut";
    private static final Pattern OFFSET = Pattern.compile(" \\(offset: \\d+\\)");

    private QueryFaults() {}

    static StoreException writes(@Nullable Throwable cause) {
        return new StoreException(
                "the query was refused because it would do more than read the graph; a query here only reads", cause);
    }

    static StoreException tooManyRows() {
        return new StoreException(
                "the query has more than " + View.MOST_ROWS + " rows; add a LIMIT or ask for less", null);
    }

    /**
     * @param code Neo4j's status code, such as {@code Neo.ClientError.Statement.SyntaxError}
     * @param message of Neo4j, of which the first line is kept: the rest repeats the query
     */
    static StoreException refused(String code, @Nullable String message, Duration timeout, Throwable cause) {
        if (code.startsWith(TIMED_OUT)) {
            return new StoreException(
                    "the query was stopped after " + seconds(timeout)
                            + "; ask for less or give it longer with --timeout",
                    cause);
        }
        if (code.equals("Neo.ClientError.Security.Forbidden") || code.equals("Neo.ClientError.Statement.AccessMode")) {
            return writes(cause);
        }
        String first = message == null ? code : message.lines().findFirst().orElse(code);
        return new StoreException(
                "Neo4j refused the query: "
                        + OFFSET.matcher(first).replaceAll("").strip(),
                cause);
    }

    private static String seconds(Duration timeout) {
        String number = String.valueOf(timeout.toMillis() / 1000.0).replaceFirst("\\.0$", "");
        return number + (number.equals("1") ? " second" : " seconds");
    }
}
