/** The store as a Neo4j server with Neo4j Browser, and what Browser shows besides: a style, a guide, the stored queries. */
@NullMarked
package org.ficelle.serve;

import org.jspecify.annotations.NullMarked;
