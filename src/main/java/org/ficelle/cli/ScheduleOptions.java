package org.ficelle.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.ficelle.schedule.Timetable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When to load again; one of the three ways. */
final class ScheduleOptions {

    @Option(
            names = "--every",
            paramLabel = "TIME",
            description = "Load at once and again after this time, such as 30s, 15m, 2h or 1d.")
    private @Nullable String every;

    @Option(
            names = "--cron",
            paramLabel = "FIELDS",
            description =
                    "Load at once and again at these times: the five fields of crontab, in the time of this machine.")
    private @Nullable String cron;

    @Option(names = "--watch", description = "Load at once and again when a data file has changed.")
    private boolean watch;

    /** The timetable that was chosen, if any. */
    Optional<Timetable> timetable() {
        if (every != null) {
            return Optional.of(new Timetable.Every(DurationOption.parse("--every", every), "every " + every));
        }
        if (cron != null) {
            return Optional.of(cron(cron));
        }
        return watch ? Optional.of(new Timetable.Watch()) : Optional.empty();
    }

    private static Timetable cron(String fields) {
        Timetable.Cron timetable;
        try {
            timetable = Timetable.Cron.of(fields, ZoneId.systemDefault());
        } catch (IllegalArgumentException wrong) {
            throw new Fault(
                    ExitCode.USAGE,
                    "--cron '" + fields + "' cannot be read ("
                            + String.valueOf(wrong.getMessage()).strip()
                            + "); give minute, hour, day of the month, month and day of the week, as in"
                            + " \"*/10 * * * *\"");
        }
        if (timetable.after(Instant.now()).isEmpty()) {
            throw new Fault(
                    ExitCode.USAGE,
                    "--cron '" + fields + "' never comes due, because there is no such day; correct the day or the"
                            + " month");
        }
        return timetable;
    }
}
