/**
 * The words of Ficelle as plain records: entities, documents, claims, the ontology, links, paths and problems. Nothing
 * here reads a file or a database.
 */
@NullMarked
package org.ficelle.model;

import org.jspecify.annotations.NullMarked;
