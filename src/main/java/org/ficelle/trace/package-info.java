/** The search for paths, and profiles of entities. */
@NullMarked
package org.ficelle.trace;

import org.jspecify.annotations.NullMarked;
