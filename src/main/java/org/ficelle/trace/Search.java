package org.ficelle.trace;

import org.ficelle.model.Effort;
import org.ficelle.model.PathAnswer;

/**
 * An answer, and what it took to find it.
 *
 * @param complete whether nothing was missed: false when a limit ended the search, so that there may be other or
 *     stronger paths, or some where none was found
 */
public record Search(PathAnswer answer, boolean complete, Effort effort) {}
