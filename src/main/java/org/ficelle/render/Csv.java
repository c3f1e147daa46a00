package org.ficelle.render;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ficelle.model.QueryResult;

/** Rows as comma-separated values (RFC 4180, but for lines that end as on Unix): a head, then one record a row. */
public final class Csv {

    private static final Pattern SPECIAL = Pattern.compile("[\",\\r\\n]");

    private Csv() {}

    /** The first row is the head. */
    public static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::field).collect(Collectors.joining(",")) + "\n")
                .collect(Collectors.joining());
    }

    /** Lists and paths are as in the table. */
    public static String of(QueryResult result) {
        return of(List.of(result.columns()))
                + of(result.rows().stream()
                        .map(row -> row.stream().map(Cells::text).toList())
                        .toList());
    }

    private static String field(String text) {
        return SPECIAL.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
