package org.ficelle.read;

import java.math.BigDecimal;
import java.util.List;
import org.ficelle.model.Location;

/** A JSON value with the place it begins at. */
sealed interface Json {

    Location at();

    /** What sort of value it is, with its article, for messages. */
    String sort();

    /** An object; its members as written, doubled names included. */
    record Obj(Location at, List<Member> members) implements Json {
        @Override
        public String sort() {
            return "an object";
        }

        boolean has(String name) {
            return members.stream().anyMatch(member -> member.name().equals(name));
        }
    }

    /** A list. */
    record Arr(Location at, List<Json> items) implements Json {
        @Override
        public String sort() {
            return "a list";
        }
    }

    /** A string. */
    record Text(Location at, String text) implements Json {
        @Override
        public String sort() {
            return "a string";
        }
    }

    /** A number. */
    record Num(Location at, BigDecimal number) implements Json {
        @Override
        public String sort() {
            return "a number";
        }
    }

    /** True or false. */
    record Bool(Location at, boolean value) implements Json {
        @Override
        public String sort() {
            return String.valueOf(value);
        }
    }

    /** The word null. */
    record Null(Location at) implements Json {
        @Override
        public String sort() {
            return "null";
        }
    }

    /** A name and its value in an object; {@code at} is the place of the name. */
    record Member(String name, Location at, Json value) {}
}
