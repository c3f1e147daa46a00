package org.ficelle.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ficelle.model.QueryResult;
import org.jspecify.annotations.Nullable;

/** The answer to a stored query as a table. Columns for which a line has no room stand beneath their row. */
public final class ResultText {

    private static final int WIDTH = 110;
    private static final int GAP = 2;

    private ResultText() {}

    /** Empty text for no rows. */
    public static String of(QueryResult result, Style style) {
        if (result.isEmpty()) {
            return "";
        }
        List<String> columns = result.columns();
        List<Integer> across = across(result);
        Page page = new Page();
        List<String> lines =
                List.of(new Page().table(style, grid(result, across)).toString().split("\n", -1));
        page.line(lines.get(0).stripTrailing());
        for (int row = 0; row < result.rows().size(); row++) {
            page.line(lines.get(row + 1).stripTrailing());
            for (int column = 0; column < columns.size(); column++) {
                Object value = result.rows().get(row).get(column);
                if (!across.contains(column) && !Cells.text(value).isEmpty()) {
                    beneath(page, columns.get(column), value);
                }
            }
        }
        return page.toString();
    }

    /** The columns that stand side by side: all but the widest, until they fit. */
    private static List<Integer> across(QueryResult result) {
        List<Integer> across = new ArrayList<>(
                IntStream.range(0, result.columns().size()).boxed().toList());
        while (across.size() > 1
                && across.stream()
                                        .mapToInt(column -> width(result, column) + GAP)
                                        .sum()
                                - GAP
                        > WIDTH) {
            across.remove(across.stream()
                    .max(Comparator.comparingInt(column -> width(result, column)))
                    .orElseThrow());
        }
        return across;
    }

    private static int width(QueryResult result, int column) {
        return Math.max(
                result.columns().get(column).length(),
                result.rows().stream()
                        .map(row -> Cells.text(row.get(column)))
                        .mapToInt(text -> text.codePointCount(0, text.length()))
                        .max()
                        .orElse(0));
    }

    private static List<List<String>> grid(QueryResult result, List<Integer> across) {
        List<List<String>> grid = new ArrayList<>();
        grid.add(across.stream()
                .map(column -> result.columns().get(column).toUpperCase(Locale.ROOT))
                .toList());
        result.rows()
                .forEach(row -> grid.add(across.stream()
                        .map(column -> Cells.text(row.get(column)))
                        .toList()));
        return grid;
    }

    private static void beneath(Page page, String column, @Nullable Object value) {
        String margin = " ".repeat(GAP);
        StringBuilder line = new StringBuilder(margin).append(column).append(": ");
        int empty = line.length();
        for (String part : Cells.parts(value)) {
            if (line.length() > empty && line.length() + part.stripTrailing().length() > WIDTH) {
                page.line(line.toString().stripTrailing());
                line = new StringBuilder(margin).append(margin);
                empty = line.length();
            }
            line.append(part);
        }
        page.line(line.toString().stripTrailing());
    }
}
