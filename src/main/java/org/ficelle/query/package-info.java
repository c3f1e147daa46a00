/** The stored-query library: Cypher files with a header that says what each answers and which parameters it takes. */
@NullMarked
package org.ficelle.query;

import org.jspecify.annotations.NullMarked;
