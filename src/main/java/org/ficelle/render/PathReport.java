package org.ficelle.render;

import org.ficelle.model.Effort;
import org.ficelle.model.PathAnswer;
import org.jspecify.annotations.Nullable;

/**
 * An answer to {@code path} as it is to be printed.
 *
 * @param complete whether the search for paths came to its end
 * @param effort what was searched, to be printed with everything that the tie hangs on; absent unless asked for
 */
public record PathReport(
        PathAnswer answer, boolean complete, @Nullable Effort effort) {}
