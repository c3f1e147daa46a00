/** When a load is due, what came of the loads so far, and how the files are watched; what a load is, is told by others. */
@NullMarked
package org.ficelle.schedule;

import org.jspecify.annotations.NullMarked;
