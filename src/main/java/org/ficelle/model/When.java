package org.ficelle.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as a document gives it: its words, and the interval they resolve to. A month is an interval, not its first
 * day; an undated phrase such as "recent months" has words and no interval.
 *
 * @param raw the words of the document
 * @param range the resolved interval, absent when undated
 * @param inferred whether the resolved value does not stand in the text
 * @param basis why the inferred value is right
 */
public record When(
        String raw,
        @Nullable Range range,
        boolean inferred,
        @Nullable String basis) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter SPOKEN_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SPOKEN_MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** A phrase that gives a day and a month and no year: its inference is the year. */
    private static final Pattern YEARLESS_DAY =
            Pattern.compile("(?i)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d{1,2}(?!\\d)"
                    + "|(?<!\\d)\\d{1,2}\\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)");

    /** The interval of {@code first} to {@code last}, both included, known to {@code precision}. */
    public record Range(LocalDate first, LocalDate last, Precision precision) {

        public Range {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("the end " + last + " is before the start " + first);
            }
        }

        /**
         * Reads {@code 2023}, {@code 2023-06}, {@code 2023-06-26}, or two of one precision joined by a slash. Throws an
         * {@link IllegalArgumentException} that says what is wrong for anything else, impossible days included.
         */
        public static Range parse(String text) {
            int slash = text.indexOf('/');
            if (slash < 0) {
                return single(text);
            }
            Range first = single(text.substring(0, slash));
            Range last = single(text.substring(slash + 1));
            if (first.precision != last.precision) {
                throw new IllegalArgumentException("'" + text + "' joins dates of different precision");
            }
            return new Range(first.first, last.last, first.precision);
        }

        private static Range single(String text) {
            try {
                if (YEAR.matcher(text).matches()) {
                    Year year = Year.parse(text);
                    return new Range(year.atDay(1), year.atMonth(12).atEndOfMonth(), Precision.YEAR);
                }
                if (MONTH.matcher(text).matches()) {
                    YearMonth month = YearMonth.parse(text);
                    return new Range(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
                }
                if (DATE.matcher(text).matches()) {
                    LocalDate day = LocalDate.parse(text, DAY);
                    return new Range(day, day, Precision.DAY);
                }
            } catch (DateTimeException impossible) {
                throw new IllegalArgumentException("'" + text + "' is no day of the calendar", impossible);
            }
            throw new IllegalArgumentException("'" + text + "' is no date");
        }

        /** Whether the two intervals share a day. */
        public boolean overlaps(Range other) {
            return !first.isAfter(other.last) && !other.first.isAfter(last);
        }

        /** The form that {@link #parse} reads. */
        @Override
        public String toString() {
            Range one = single(iso(first));
            return one.last.equals(last) ? iso(first) : iso(first) + "/" + iso(last);
        }

        /** The interval in words at its own precision: "27 July 2023", "June 2023", "2023". */
        public String spoken() {
            Range one = single(iso(first));
            return one.last.equals(last) ? spoken(first) : spoken(first) + " to " + spoken(last);
        }

        private String iso(LocalDate day) {
            return day.toString()
                    .substring(
                            0,
                            switch (precision) {
                                case DAY -> 10;
                                case MONTH -> 7;
                                case YEAR -> 4;
                            });
        }

        private String spoken(LocalDate day) {
            return switch (precision) {
                case DAY -> SPOKEN_DAY.format(day);
                case MONTH -> SPOKEN_MONTH.format(day);
                case YEAR -> String.valueOf(day.getYear());
            };
        }
    }

    /** For readers: the resolved value in words with what was inferred, or the document's own words when undated. */
    public String spoken() {
        if (range == null) {
            return "undated (\"" + raw + "\")";
        }
        if (!inferred) {
            return range.spoken();
        }
        return range.spoken()
                + (YEARLESS_DAY.matcher(raw).find() ? " (year inferred)" : " (inferred from \"" + raw + "\")");
    }
}
