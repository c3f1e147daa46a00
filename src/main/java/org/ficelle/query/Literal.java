package org.ficelle.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Cypher literal at the beginning of a text: a string, integer, float, boolean, {@code date('2023-11-13')} or a list of
 * one of these.
 *
 * @param value a {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code LocalDate} or {@code List} of one
 * @param length of the literal in the text
 */
record Literal(Object value, int length) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern DATE = Pattern.compile("date\\(\\s*['\"](\\d{4}-\\d{2}-\\d{2})['\"]\\s*\\)");

    /** The value of a text that is a literal; an {@link IllegalArgumentException} when it is none. */
    static Object of(String text) {
        Literal literal = startOf(text);
        if (literal.length() != text.length()) {
            throw new IllegalArgumentException(text);
        }
        return literal.value();
    }

    /** The literal that the text starts with; an {@link IllegalArgumentException} when there is none. */
    static Literal startOf(String text) {
        Scanner scanner = new Scanner(text);
        Object value = scanner.value();
        return new Literal(value, scanner.at);
    }

    /** The value as Cypher writes it; what {@link #of} reads. */
    static String write(Object value) {
        if (value instanceof String string) {
            return "'" + string.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
        }
        if (value instanceof List<?> items) {
            return items.stream().map(Literal::write).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof LocalDate ? "date('" + value + "')" : value.toString();
    }

    /** A day such as {@code 2023-11-13}; an {@link IllegalArgumentException} when it is none. */
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(text, wrong);
        }
    }

    private static final class Scanner {

        private final String text;
        private int at;

        Scanner(String text) {
            this.text = text;
        }

        Object value() {
            char first = peek();
            if (first == '\'' || first == '"') {
                return string();
            }
            if (first == '[') {
                return list();
            }
            Matcher date = from(DATE);
            if (date.lookingAt()) {
                at = date.end();
                return day(date.group(1));
            }
            Matcher number = from(NUMBER);
            if (number.lookingAt()) {
                at = number.end();
                return number(number);
            }
            Matcher word = from(WORD);
            if (word.lookingAt() && (word.group().equals("true") || word.group().equals("false"))) {
                at = word.end();
                return word.group().equals("true");
            }
            throw wrong();
        }

        private Object number(Matcher number) {
            if (number.group(1) == null && number.group(2) == null) {
                return Long.valueOf(number.group());
            }
            double value = Double.parseDouble(number.group());
            if (Double.isInfinite(value)) {
                throw wrong();
            }
            return value;
        }

        private String string() {
            char quote = next();
            StringBuilder string = new StringBuilder();
            while (peek() != quote) {
                char character = next();
                string.append(character == '\\' ? escaped() : character);
            }
            next();
            return string.toString();
        }

        private char escaped() {
            char character = next();
            return switch (character) {
                case '\\', '\'', '"' -> character;
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'u' -> unicode();
                default -> throw wrong();
            };
        }

        private char unicode() {
            int end = at + 4;
            if (end > text.length()) {
                throw wrong();
            }
            String digits = text.substring(at, end);
            at = end;
            return (char) Integer.parseInt(digits, 16);
        }

        private List<Object> list() {
            List<Object> items = new ArrayList<>();
            next();
            skipBlanks();
            while (peek() != ']') {
                if (!items.isEmpty()) {
                    expect(',');
                    skipBlanks();
                }
                Object item = value();
                if (item instanceof List || !items.isEmpty() && items.get(0).getClass() != item.getClass()) {
                    throw wrong();
                }
                items.add(item);
                skipBlanks();
            }
            next();
            return List.copyOf(items);
        }

        private void skipBlanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private void expect(char wanted) {
            if (next() != wanted) {
                throw wrong();
            }
        }

        private char peek() {
            if (at == text.length()) {
                throw wrong();
            }
            return text.charAt(at);
        }

        private char next() {
            char character = peek();
            at++;
            return character;
        }

        private Matcher from(Pattern pattern) {
            return pattern.matcher(text).region(at, text.length());
        }

        private IllegalArgumentException wrong() {
            return new IllegalArgumentException(text);
        }
    }
}
