package org.ficelle.trace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What a search may still spend of links and time. */
final class Budget {

    /** The search has spent all it may. */
    static final class Spent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Spent() {
            super("the search has reached its limit", null, false, false);
        }
    }

    private static final int ROUNDS_BETWEEN_LOOKS_AT_THE_CLOCK = 256;

    private final Clock clock;
    private final Instant start;
    private final long most;
    private Instant end;
    private boolean closed;
    private long links;
    private int rounds;

    Budget(Rules.Bounds bounds, Clock clock) {
        this.clock = clock;
        this.start = clock.instant();
        this.end = start.plus(bounds.timeout());
        this.most = bounds.links();
    }

    /** Throws {@link Spent} when no more may be read. */
    void beforeReading() {
        if (links > most) {
            throw new Spent();
        }
        lookAtTheClock();
    }

    void read(long more) {
        links += more;
    }

    /** Throws {@link Spent} when the time is over; to be called in each round of a search. */
    void round() {
        if (++rounds % ROUNDS_BETWEEN_LOOKS_AT_THE_CLOCK == 0) {
            lookAtTheClock();
        }
    }

    private void lookAtTheClock() {
        if (clock.instant().isAfter(end)) {
            throw new Spent();
        }
    }

    /** Lets a last search make do with what was read, for at most a tenth of the time that the first one had. */
    void close() {
        closed = true;
        end = clock.instant().plus(Duration.between(start, end).dividedBy(10));
    }

    /** Leaves at most a tenth of the whole time for what is yet to come. */
    void hasten() {
        Instant hastened = clock.instant().plus(Duration.between(start, end).dividedBy(10));
        end = hastened.isBefore(end) ? hastened : end;
    }

    /** Whether nothing more is to be read. */
    boolean closed() {
        return closed;
    }

    long links() {
        return links;
    }

    Duration elapsed() {
        return Duration.between(start, clock.instant());
    }
}
