package org.ficelle.cli;

import org.ficelle.render.Style;
import picocli.CommandLine.Option;

/** How rows are printed. */
final class TabularOptions {

    /** The forms of rows. */
    enum Format {
        table,
        json,
        csv
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}. JSON is one document.")
    private Format format = Format.table;

    @Option(names = "--no-color", description = "No colours, as with the variable NO_COLOR or in a pipe.")
    private boolean noColor;

    Format format() {
        return format;
    }

    Style style(Context context) {
        return Style.of(context.terminal().out(), noColor, context.environment());
    }
}
