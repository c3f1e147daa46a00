/**
 * The search for paths, and profiles of entities. Reads the graph through {@link org.ficelle.graph.View} in batches, so
 * that it works on any store.
 */
@NullMarked
package org.ficelle.trace;

import org.jspecify.annotations.NullMarked;
