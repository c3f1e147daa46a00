/**
 * The store: one interface over Neo4j, embedded in this process or remote. Nothing above this package knows which one
 * it is; what it returns are the records of {@code model}.
 */
@NullMarked
package org.ficelle.graph;

import org.jspecify.annotations.NullMarked;
