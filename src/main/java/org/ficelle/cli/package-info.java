/** The commands, their options and exit codes, and the entry point. */
@NullMarked
package org.ficelle.cli;

import org.jspecify.annotations.NullMarked;
