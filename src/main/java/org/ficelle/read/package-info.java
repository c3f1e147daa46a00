/**
 * From files to dossiers and the ontology, with the place of everything. What a file may hold stands in tables
 * ({@link org.ficelle.read.Shape}); the reader decodes by them and the JSON Schema is made from them.
 */
@NullMarked
package org.ficelle.read;

import org.jspecify.annotations.NullMarked;
