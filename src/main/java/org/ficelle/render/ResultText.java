package org.ficelle.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.ficelle.model.QueryResult;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a stored query as a table. Where a line has no room for all columns, the longest texts and paths stand
 * beneath their row, and others are wrapped in their column.
 */
public final class ResultText {

    private static final int WIDTH = 110;
    private static final int GAP = 2;

    /** Where there is no room, a column with longer texts than this on average stands beneath. */
    private static final int WIDE = 48;

    private ResultText() {}

    /** Empty text for no rows. */
    public static String of(QueryResult result, Style style) {
        if (result.isEmpty()) {
            return "";
        }
        List<Column> columns = IntStream.range(0, result.columns().size())
                .mapToObj(index -> new Column(result, index))
                .toList();
        List<Column> across = across(columns);
        Page page = new Page();
        addLines(page, across.stream().map(column -> List.of(column.head())).toList(), across, style);
        for (int row = 0; row < result.rows().size(); row++) {
            int number = row;
            addLines(
                    page,
                    across.stream()
                            .map(column -> wrapped(column.parts(number), column.width, column.width))
                            .toList(),
                    across,
                    Style.PLAIN);
            columns.stream()
                    .filter(column -> !across.contains(column)
                            && !String.join("", column.parts(number)).isEmpty())
                    .forEach(column -> addBeneath(page, column, column.parts(number)));
        }
        return page.toString();
    }

    /** The columns that stand side by side, as wide as there is room; those further right give way first. */
    private static List<Column> across(List<Column> columns) {
        List<Column> across = new ArrayList<>(columns);
        while (room(across, column -> column.width) < 0 && across.size() > 1) {
            Optional<Column> wide = across.stream().filter(Column::isWide).reduce((one, further) -> further);
            if (wide.isPresent()) {
                across.remove(wide.get());
            } else if (room(across, Column::least) < 0) {
                across.stream()
                        .reduce((one, further) -> one.least > further.least ? one : further)
                        .ifPresent(across::remove);
            } else {
                break;
            }
        }
        while (room(across, column -> column.width) < 0) {
            Optional<Column> widest = across.stream()
                    .filter(column -> column.width > column.least)
                    .max(Comparator.comparingInt(column -> column.width));
            if (widest.isEmpty()) {
                break;
            }
            widest.get().width--;
        }
        return across;
    }

    private static int room(List<Column> across, ToIntFunction<Column> width) {
        return WIDTH
                + GAP
                - across.stream()
                        .mapToInt(column -> width.applyAsInt(column) + GAP)
                        .sum();
    }

    private static void addLines(Page page, List<List<String>> cells, List<Column> across, Style style) {
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < across.size(); column++) {
                List<String> cell = cells.get(column);
                String part = line < cell.size() ? cell.get(line) : "";
                text.append(part).append(" ".repeat(Math.max(0, across.get(column).width - length(part)) + GAP));
            }
            page.line(style.heading(text.toString().stripTrailing()));
        }
    }

    private static void addBeneath(Page page, Column column, List<String> parts) {
        String margin = " ".repeat(GAP);
        String name = column.name + ": ";
        List<String> lines = wrapped(parts, WIDTH - GAP - name.length(), WIDTH - 2 * GAP);
        page.line(margin + name + lines.get(0));
        lines.subList(1, lines.size()).forEach(line -> page.line(margin + margin + line));
    }

    /** The parts in lines of at most these widths, unless a part alone is longer. */
    private static List<String> wrapped(List<String> parts, int first, int further) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : parts) {
            int width = lines.isEmpty() ? first : further;
            if (!line.isEmpty() && length(line.toString()) + length(part.stripTrailing()) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(part);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static final class Column {

        private final String name;
        private final List<List<String>> cells;
        private int width;

        /** How narrow it may become without breaking a part. */
        private final int least;

        Column(QueryResult result, int index) {
            this.name = result.columns().get(index);
            this.cells = result.rows().stream().map(row -> cell(row, index)).toList();
            this.width = Math.max(
                    length(head()),
                    cells.stream()
                            .mapToInt(parts -> length(String.join("", parts)))
                            .max()
                            .orElse(0));
            this.least = Math.max(
                    length(head()),
                    cells.stream()
                            .flatMap(List::stream)
                            .mapToInt(part -> length(part.stripTrailing()))
                            .max()
                            .orElse(0));
        }

        private static List<String> cell(List<@Nullable Object> row, int index) {
            return Cells.parts(row.get(index));
        }

        /** {@code assertedBy} as "ASSERTED BY". */
        String head() {
            return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toUpperCase(Locale.ROOT);
        }

        List<String> parts(int row) {
            return cells.get(row);
        }

        boolean isWide() {
            return cells.stream()
                            .mapToInt(parts -> length(String.join("", parts)))
                            .filter(length -> length > 0)
                            .average()
                            .orElse(0)
                    > WIDE;
        }

        int least() {
            return least;
        }
    }
}
