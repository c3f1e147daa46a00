package org.ficelle.schedule;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** At which times loads are due. */
public sealed interface Timetable {

    /** The first time after this one at which a load is due; empty when time alone makes none due. */
    Optional<Instant> after(Instant time);

    /** For people, such as {@code every 15m}. */
    String words();

    /** Time after which a load that came on time twice would be there: the second time that it is due. */
    default Optional<Instant> secondAfter(Instant time) {
        return after(time).flatMap(this::after);
    }

    /** Again and again after the same time. */
    record Every(Duration interval, String words) implements Timetable {

        private static final Map<String, ChronoUnit> UNITS = Map.of(
                "s", ChronoUnit.SECONDS,
                "m", ChronoUnit.MINUTES,
                "h", ChronoUnit.HOURS,
                "d", ChronoUnit.DAYS);

        private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([smhd])");

        /** A number with its unit, such as {@code 15m}; empty when it is something else, or nothing. */
        public static Optional<Duration> duration(String text) {
            Matcher matcher = DURATION.matcher(text);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Duration duration = Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
            return duration.isZero() ? Optional.empty() : Optional.of(duration);
        }

        @Override
        public Optional<Instant> after(Instant time) {
            return Optional.of(time.plus(interval));
        }
    }

    /** At the times of a line of crontab. */
    record Cron(ExecutionTime times, ZoneId zone, String words) implements Timetable {

        private static final CronParser PARSER =
                new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

        /** @throws IllegalArgumentException when these are not five fields of crontab; the message says what is wrong */
        public static Cron of(String expression, ZoneId zone) {
            return new Cron(ExecutionTime.forCron(PARSER.parse(expression).validate()), zone, "cron " + expression);
        }

        @Override
        public Optional<Instant> after(Instant time) {
            return times.nextExecution(ZonedDateTime.ofInstant(time, zone)).map(ZonedDateTime::toInstant);
        }
    }

    /** When files change. */
    record Watch() implements Timetable {

        @Override
        public Optional<Instant> after(Instant time) {
            return Optional.empty();
        }

        @Override
        public String words() {
            return "watch";
        }
    }
}
