package org.ficelle.model;

import org.jspecify.annotations.Nullable;

/**
 * Who says it and where it stands.
 *
 * @param assertedBy the id of the entity whose word it is
 * @param document the id of the document it stands in
 * @param locator the place in the document, such as {@code ¶6}
 */
public record Source(
        String assertedBy, String document, @Nullable String locator) {}
