package org.ficelle.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A clock that an alarm sets forward in place of waiting. */
final class FakeTime extends Clock implements Alarm {

    static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final List<Long> waits = new ArrayList<>();
    private final int most;
    private Instant now = START;
    private boolean rung;
    private boolean stopped;

    /** @param most how often it waits before it is stopped */
    FakeTime(int most) {
        this.most = most;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** How long each waiting was, in seconds; -1 for one that only a ring could end. */
    List<Long> waits() {
        return List.copyOf(waits);
    }

    @Override
    public boolean await(Optional<Instant> time) {
        if (stopped || waits.size() == most) {
            return false;
        }
        if (rung) {
            rung = false;
            waits.add(0L);
            return true;
        }
        waits.add(time.map(due -> Math.max(0, Duration.between(now, due).toSeconds()))
                .orElse(-1L));
        now = time.filter(due -> due.isAfter(now)).orElse(now);
        return time.isPresent();
    }

    @Override
    public void ring() {
        rung = true;
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
