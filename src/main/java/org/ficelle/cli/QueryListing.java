package org.ficelle.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ficelle.query.Parameter;
import org.ficelle.query.StoredQuery;
import org.ficelle.render.Csv;
import org.ficelle.render.Json;

/** The stored queries by folder, with what each answers and which parameters it takes. */
final class QueryListing {

    private QueryListing() {}

    static String of(List<StoredQuery> queries, TabularOptions.Format format) {
        return switch (format) {
            case table -> text(queries);
            case json ->
                Json.ofFields(Map.of(
                        "queries", queries.stream().map(QueryListing::fields).toList()));
            case csv -> Csv.of(rows(queries));
        };
    }

    private static String text(List<StoredQuery> queries) {
        StringBuilder text = new StringBuilder();
        String folder = null;
        for (StoredQuery query : queries) {
            if (!query.folder().equals(folder)) {
                folder = query.folder();
                text.append(text.isEmpty() ? "" : "\n").append(folder.isEmpty() ? "" : folder + "\n");
            }
            text.append("  ")
                    .append(query.name())
                    .append("  ")
                    .append(query.title())
                    .append('\n');
            for (Parameter parameter : query.parameters()) {
                text.append("      -p ")
                        .append(parameter.name())
                        .append('=')
                        .append(parameter.literal())
                        .append("  ")
                        .append(parameter.description())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static Map<String, Object> fields(StoredQuery query) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", query.name());
        fields.put("folder", query.folder());
        fields.put("title", query.title());
        fields.put("description", query.description());
        fields.put(
                "parameters",
                query.parameters().stream().map(QueryListing::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(Parameter parameter) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", parameter.name());
        fields.put("type", parameter.type().label());
        fields.put("default", parameter.literal());
        fields.put("description", parameter.description());
        return fields;
    }

    private static List<List<String>> rows(List<StoredQuery> queries) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("folder", "name", "title", "parameters"));
        for (StoredQuery query : queries) {
            rows.add(List.of(
                    query.folder(),
                    query.name(),
                    query.title(),
                    query.parameters().stream()
                            .map(parameter -> parameter.name() + "=" + parameter.literal())
                            .collect(Collectors.joining(" "))));
        }
        return rows;
    }
}
