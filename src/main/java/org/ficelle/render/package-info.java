/** Answers as text and as JSON, from {@code model} records alone. */
@NullMarked
package org.ficelle.render;

import org.jspecify.annotations.NullMarked;
