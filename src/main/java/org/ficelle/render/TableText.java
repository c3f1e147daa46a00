package org.ficelle.render;

import java.util.List;

/** A table of words and numbers. */
public final class TableText {

    private TableText() {}

    /** Columns aligned two blanks apart; the first row is the head. */
    public static String of(List<List<String>> rows, Style style) {
        return new Page().table(style, rows).toString();
    }
}
