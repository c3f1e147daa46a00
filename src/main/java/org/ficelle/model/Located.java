package org.ficelle.model;

import java.util.Map;

/**
 * An element of a data file with the place it stands at.
 *
 * @param at where the element begins
 * @param fields where the value of each field begins; a list item is {@code field[index]}
 */
public record Located<T>(T value, Location at, Map<String, Location> fields) {

    public Located {
        fields = Places.of(at.file(), fields);
    }

    /** Where the field's value begins, or the element itself when the file does not have the field. */
    public Location at(String field) {
        Location place = fields.get(field);
        return place == null ? at : place;
    }
}
