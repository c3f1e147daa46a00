package org.ficelle.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads at once and then whenever the timetable says so, one load after the other and never two at a time: what comes due
 * during a load is made up for once, after it. A load that fails is tried again after 5, 10, 20 … seconds and at the
 * latest after five minutes or when the next one is due.
 */
public final class Schedule {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

    /** How often in a row it may be too early to tell; then something is wrong. */
    private static final int MOST_DELAYS = 15;

    private static final int DOUBLINGS = 10;

    private final Timetable timetable;
    private final Supplier<Outcome> load;
    private final Alarm alarm;
    private final Clock clock;
    private final Listener listener;

    /** Is told of every load. */
    public interface Listener {

        /** A load begins. */
        void begins(Instant at);

        /** It is over. */
        void ends(Run run);
    }

    /**
     * One load.
     *
     * @param attempts how many in a row did not succeed, this one included
     * @param next when the next one is due; absent when files have to change first
     */
    public record Run(
            Instant begun,
            Instant ended,
            Outcome outcome,
            int attempts,
            @Nullable Instant next) {}

    public Schedule(Timetable timetable, Supplier<Outcome> load, Alarm alarm, Clock clock, Listener listener) {
        this.timetable = timetable;
        this.load = load;
        this.alarm = alarm;
        this.clock = clock;
        this.listener = listener;
    }

    /** Goes on until the alarm is stopped; a load that has begun is finished first. */
    public void run() throws InterruptedException {
        Optional<Instant> due = Optional.of(clock.instant());
        int delays = 0;
        int failures = 0;
        while (alarm.await(due)) {
            Instant begun = clock.instant();
            listener.begins(begun);
            Outcome outcome = load.get();
            if (outcome instanceof Outcome.Later later && ++delays > MOST_DELAYS) {
                outcome = new Outcome.Failed(later.sentence(), List.of());
            }
            Instant ended = clock.instant();
            due = next(begun, ended);
            if (outcome instanceof Outcome.Later) {
                due = earlier(due, ended.plus(SHORT_PAUSE));
            } else if (outcome instanceof Outcome.Failed) {
                delays = 0;
                due = earlier(due, ended.plus(pause(failures++)));
            } else {
                delays = 0;
                failures = 0;
            }
            listener.ends(new Run(begun, ended, outcome, failures + delays, due.orElse(null)));
        }
    }

    private Optional<Instant> next(Instant begun, Instant ended) {
        Optional<Instant> regular = timetable.after(begun);
        return regular.isPresent() && !regular.get().isAfter(ended) ? timetable.after(ended) : regular;
    }

    private static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static Optional<Instant> earlier(Optional<Instant> regular, Instant again) {
        return Stream.concat(regular.stream(), Stream.of(again)).min(Instant::compareTo);
    }
}
