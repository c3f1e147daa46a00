package org.ficelle.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Instant utc(String time) {
        return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    }

    private static String next(String fields, String local) {
        Instant from = LocalDateTime.parse(local).atZone(PARIS).toInstant();
        return Timetable.Cron.of(fields, PARIS)
                .after(from)
                .orElseThrow()
                .atZone(PARIS)
                .toString();
    }

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "15m, PT15M", "2h, PT2H", "1d, PT24H"})
    void shouldReadANumberWithItsUnit(String text, Duration duration) {
        assertThat(Timetable.Every.duration(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "m", "0m", "-5m", "1.5h", "15 m", "1w", "15M", "9999999s", "1h30m"})
    void shouldReadNothingElse(String text) {
        assertThat(Timetable.Every.duration(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*/10 * * * *,      2026-11-23T10:03:20, 2026-11-23T10:10+01:00[Europe/Paris]",
        "0 3 * * *,         2026-11-23T03:00,    2026-11-24T03:00+01:00[Europe/Paris]",
        "30 6-8 * * 1-5,    2026-11-27T08:30,    2026-11-30T06:30+01:00[Europe/Paris]",
        "0 0 1 1 *,         2026-11-23T10:00,    2027-01-01T00:00+01:00[Europe/Paris]",
        "0 0 29 2 *,        2026-11-23T10:00,    2028-02-29T00:00+01:00[Europe/Paris]",
        "0 12 * * 0,        2026-11-23T10:00,    2026-11-29T12:00+01:00[Europe/Paris]",
        "0 12 * * 7,        2026-11-23T10:00,    2026-11-29T12:00+01:00[Europe/Paris]",
        "'0,20,40 * * * *', 2026-11-23T10:20,    2026-11-23T10:40+01:00[Europe/Paris]"
    })
    void shouldBeDueWhenCrontabSays(String fields, String from, String next) {
        assertThat(next(fields, from)).isEqualTo(next);
    }

    @Test
    void shouldGoByTheClockOnTheWallWhenSummerTimeBeginsAndEnds() {
        assertThat(next("30 2 * * *", "2026-03-28T12:00")).isEqualTo("2026-03-30T02:30+02:00[Europe/Paris]");
        assertThat(next("0 3 * * *", "2026-10-24T12:00")).isEqualTo("2026-10-25T03:00+01:00[Europe/Paris]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "* * * *", "* * * * * *", "61 * * * *", "* 24 * * *", "@daily", "a b c d e", "*/0 * * * *"})
    void shouldRefuseWhatIsNoLineOfCrontab(String fields) {
        assertThatThrownBy(() -> Timetable.Cron.of(fields, PARIS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 30 2 *", "0 0 31 4 *", "0 0 31 2,4,6,9,11 *"})
    void shouldNeverBeDueOnADayThatDoesNotExist(String fields) {
        assertThat(Timetable.Cron.of(fields, PARIS).after(utc("2026-11-23T10:00:00")))
                .isEmpty();
    }

    @Test
    void shouldExpectAGraphToBeLoadedWhenItIsDueForTheSecondTime() {
        Instant start = utc("2026-11-23T10:03:20");

        assertThat(Stream.of(
                                new Timetable.Every(Duration.ofMinutes(15), "every 15m"),
                                Timetable.Cron.of("*/10 * * * *", ZoneOffset.UTC),
                                new Timetable.Watch())
                        .map(timetable -> timetable
                                .secondAfter(start)
                                .map(Instant::toString)
                                .orElse("never")))
                .containsExactly("2026-11-23T10:33:20Z", "2026-11-23T10:20:00Z", "never");
    }
}
