package org.ficelle.read;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ficelle.model.Location;
import org.ficelle.model.Precision;
import org.ficelle.model.Problem;
import org.ficelle.model.When;
import org.jspecify.annotations.Nullable;

/** Dates of a data file, and whether what they resolve to fits the words they stand in. */
final class Dates {

    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private Dates() {}

    /** The date, or null when there is none or its words could not be read; a wrong value is told and left out. */
    static @Nullable When read(@Nullable Fields fields, Consumer<Problem> problems) {
        String raw = fields == null ? null : fields.text("raw");
        if (fields == null || raw == null) {
            return null;
        }
        boolean inferred = fields.flag("inferred");
        When.Range range = range(fields, problems);
        if (range != null) {
            checkWeekday(raw, range, fields.place("date"), problems);
            boolean unclear = fields.places().containsKey("inferred") && fields.value("inferred") == null;
            if (!inferred && !unclear && !tellsYear(raw, range)) {
                problems.accept(Problem.error(
                        fields.place("date"),
                        "year-not-in-words",
                        "'" + raw + "' does not give the year of " + range,
                        "add \"inferred\": true, and in 'basis' what the year is inferred from"));
            }
        }
        return new When(raw, range, inferred && range != null, fields.text("basis"));
    }

    /** Tells of an end before its beginning. */
    static void checkOrder(@Nullable When from, @Nullable When until, Location at, Consumer<Problem> problems) {
        if (from != null
                && until != null
                && from.range() != null
                && until.range() != null
                && until.range().last().isBefore(from.range().first())) {
            problems.accept(Problem.error(
                    at,
                    "ends-before-it-begins",
                    "'until' (" + until.range() + ") lies before 'from' (" + from.range() + ")",
                    "correct one of the two"));
        }
    }

    private static When.@Nullable Range range(Fields fields, Consumer<Problem> problems) {
        String date = fields.text("date");
        if (date == null) {
            return null;
        }
        try {
            return When.Range.parse(date);
        } catch (IllegalArgumentException impossible) {
            problems.accept(Problem.error(
                    fields.place("date"),
                    "impossible-date",
                    String.valueOf(impossible.getMessage()),
                    "write one that exists, or two of one precision with the earlier first"));
            return null;
        }
    }

    /** A weekday in the words must be that of the resolved day; two must be those of the first and the last day. */
    private static void checkWeekday(String raw, When.Range range, Location at, Consumer<Problem> problems) {
        if (range.precision() != Precision.DAY) {
            return;
        }
        List<String> named = new ArrayList<>();
        for (String word : NO_LETTERS.split(raw.toLowerCase(Locale.ROOT))) {
            if (WEEKDAYS.containsKey(word)) {
                named.add(word);
            }
        }
        boolean oneDay = range.first().equals(range.last());
        if (named.size() != (oneDay ? 1 : 2)) {
            return;
        }
        for (String word : named) {
            var day = word.equals(named.get(0)) ? range.first() : range.last();
            if (day.getDayOfWeek() != WEEKDAYS.get(word)) {
                problems.accept(Problem.error(
                        at,
                        "wrong-weekday",
                        "'" + raw + "' names another weekday: " + day + " is a "
                                + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        "correct the date or the words"));
            }
        }
    }

    /** Whether the words hold the first or last year in four digits, or in two at the end of a date in digits. */
    private static boolean tellsYear(String raw, When.Range range) {
        if (raw.contains(range.first().toString().substring(0, 4))) {
            return true;
        }
        String digits = raw.codePoints()
                .map(character -> Character.isDigit(character) ? '0' + Character.digit(character, 10) : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return List.of(range.first().getYear(), range.last().getYear()).stream()
                .map("%04d"::formatted)
                .anyMatch(year -> digits.contains(year)
                        || digits.matches(".*\\d[./-]\\d{1,2}[./-]" + year.substring(2) + "(?!\\d).*"));
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> names = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                names.put(day.getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT), day);
            }
        }
        return names;
    }
}
