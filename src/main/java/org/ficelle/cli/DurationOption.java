package org.ficelle.cli;

import java.time.Duration;
import org.ficelle.schedule.Timetable;

/** A length of time on the command line. */
final class DurationOption {

    private DurationOption() {}

    /** The time in words such as {@code 15m}; a {@link Fault} when it is none. */
    static Duration parse(String option, String text) {
        return Timetable.Every.duration(text)
                .orElseThrow(() -> new Fault(
                        ExitCode.USAGE,
                        option + " " + text + " is no length of time; give a number and a unit, such as 30s, 15m, 2h or"
                                + " 1d"));
    }
}
