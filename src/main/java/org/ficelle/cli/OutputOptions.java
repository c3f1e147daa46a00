package org.ficelle.cli;

import org.ficelle.render.Style;
import picocli.CommandLine.Option;

/** How results are printed. */
final class OutputOptions {

    /** The forms of a result. */
    enum Format {
        table,
        json
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}. JSON is one document.")
    private Format format = Format.table;

    @Option(names = "--no-color", description = "No colours, as with the variable NO_COLOR or in a pipe.")
    private boolean noColor;

    boolean json() {
        return format == Format.json;
    }

    Style style(Context context) {
        return Style.of(context.terminal().out(), noColor, context.environment());
    }
}
