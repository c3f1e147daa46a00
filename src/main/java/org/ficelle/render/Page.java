package org.ficelle.render;

import java.util.List;

/** Lines of text, wrapped with a hanging indent. */
final class Page {

    private static final int WIDTH = 110;

    private final StringBuilder text = new StringBuilder();

    Page line(String line) {
        text.append(line).append('\n');
        return this;
    }

    Page blank() {
        return line("");
    }

    /** A paragraph of plain text, its lines indented by {@code indent} blanks and its further lines by two more. */
    Page paragraph(int indent, String paragraph) {
        String margin = " ".repeat(indent);
        StringBuilder current = new StringBuilder(margin);
        boolean empty = true;
        for (String word : paragraph.split(" ")) {
            if (!empty && current.length() + 1 + word.length() > WIDTH) {
                line(current.toString());
                current = new StringBuilder(margin).append("  ");
                empty = true;
            }
            if (!empty) {
                current.append(' ');
            }
            current.append(word);
            empty = false;
        }
        return line(current.toString());
    }

    /** A table with left-aligned columns two blanks apart; the first row is the head. */
    Page table(Style style, List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                widths[column] = Math.max(widths[column], cell.codePointCount(0, cell.length()));
            }
        }
        for (int index = 0; index < rows.size(); index++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = rows.get(index).get(column);
                line.append(cell);
                if (column < columns - 1) {
                    line.append(" ".repeat(widths[column] - cell.codePointCount(0, cell.length()) + 2));
                }
            }
            line(index == 0 ? style.heading(line.toString()) : line.toString());
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
