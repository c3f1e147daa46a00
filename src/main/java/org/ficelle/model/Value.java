package org.ficelle.model;

/** What a claim says of its subject when the object is no entity: words, a date or a number. */
public sealed interface Value {

    ValueType type();

    /** The content that makes two values the same value. */
    String key();

    /** The value for readers. */
    String spoken();

    /** Words, such as a former name. */
    record Text(String text) implements Value {
        @Override
        public ValueType type() {
            return ValueType.TEXT;
        }

        @Override
        public String key() {
            return text;
        }

        @Override
        public String spoken() {
            return text;
        }
    }

    /** A date, such as the day an account was created. */
    record Date(When when) implements Value {
        @Override
        public ValueType type() {
            return ValueType.DATE;
        }

        @Override
        public String key() {
            When.Range range = when.range();
            return range == null ? when.raw() : range.toString();
        }

        @Override
        public String spoken() {
            return when.spoken();
        }
    }

    /** A number, such as the size of a set of accounts. */
    record Amount(Quantity quantity) implements Value {
        @Override
        public ValueType type() {
            return ValueType.QUANTITY;
        }

        @Override
        public String key() {
            return quantity.toString();
        }

        @Override
        public String spoken() {
            return quantity.toString();
        }
    }
}
