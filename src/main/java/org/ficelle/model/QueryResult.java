package org.ficelle.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a Cypher query answered with, in its order.
 *
 * <p>A value is a string, boolean, long, double or null, a list of values, or a map from strings to values. Dates and times
 * are strings in ISO 8601. What the graph is made of comes as maps: a node {@code {id, labels, …}} and a relationship
 * {@code {id, type, start, end, …}} with their properties, a path {@code {nodes, relationships}}, where {@code start} and
 * {@code end} are ids of its nodes. For a relationship outside a path they are null.
 *
 * @param rows one value for each column
 */
public record QueryResult(List<String> columns, List<List<@Nullable Object>> rows) {

    public QueryResult {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copies = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " values for " + columns.size() + " columns");
            }
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copies);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
