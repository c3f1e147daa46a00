package org.ficelle.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits for a time, and can be rung before it or stopped for good. */
public interface Alarm {

    /**
     * Waits for the time, or without one until it is rung. What rang while nobody waited counts.
     *
     * @return false once it was stopped, and at once from then on
     */
    boolean await(Optional<Instant> time) throws InterruptedException;

    /** Ends the waiting of now, or the next. */
    void ring();

    /** Ends all waiting. */
    void stop();

    /** An alarm that goes by this clock. */
    static Alarm of(Clock clock) {
        return new Bell(clock);
    }

    /** Looks at the clock again after a while, because the machine may have slept or its clock been set. */
    final class Bell implements Alarm {

        private static final Duration LOOK = Duration.ofSeconds(20);

        private final Clock clock;
        private boolean rung;
        private boolean stopped;

        private Bell(Clock clock) {
            this.clock = clock;
        }

        @Override
        public synchronized boolean await(Optional<Instant> time) throws InterruptedException {
            while (!stopped && !rung) {
                Duration left = time.map(due -> Duration.between(clock.instant(), due))
                        .filter(duration -> duration.compareTo(LOOK) < 0)
                        .orElse(LOOK);
                if (left.isNegative() || left.isZero()) {
                    break;
                }
                wait(left.toMillis() + 1);
            }
            rung = false;
            return !stopped;
        }

        @Override
        public synchronized void ring() {
            rung = true;
            notifyAll();
        }

        @Override
        public synchronized void stop() {
            stopped = true;
            notifyAll();
        }
    }
}
