/**
 * Rules over all dossiers together, and what claims amount to: lineage of documents, standing of propositions, links.
 * Pure functions over {@code model}.
 */
@NullMarked
package org.ficelle.check;

import org.jspecify.annotations.NullMarked;
