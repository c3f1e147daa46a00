/** From data files to the graph: what the graph should hold, what has to change for that, and the change itself. */
@NullMarked
package org.ficelle.load;

import org.jspecify.annotations.NullMarked;
