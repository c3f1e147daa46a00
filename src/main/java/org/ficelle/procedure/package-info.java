/** The path search as procedures that Cypher calls, in Ficelle's own store and as a plugin of a Neo4j server. */
@NullMarked
package org.ficelle.procedure;

import org.jspecify.annotations.NullMarked;
