/** Names compared: one form for every case, accent and script, and how near two names are. */
@NullMarked
package org.ficelle.names;

import org.jspecify.annotations.NullMarked;
