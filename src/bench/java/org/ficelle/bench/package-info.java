/** Measures Ficelle on made-up investigations of any size. */
@NullMarked
package org.ficelle.bench;

import org.jspecify.annotations.NullMarked;
