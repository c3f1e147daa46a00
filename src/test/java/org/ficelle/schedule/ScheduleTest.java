package org.ficelle.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Outcome LOADED = new Outcome.Loaded("done");
    private static final Outcome FAILED = new Outcome.Failed("broken", List.of());
    private static final Outcome LATER = new Outcome.Later("being written");
    private static final Timetable QUARTERS = new Timetable.Every(Duration.ofMinutes(15), "every 15m");

    private final List<Schedule.Run> runs = new ArrayList<>();
    private final List<Instant> begun = new ArrayList<>();

    private void run(Timetable timetable, FakeTime time, Supplier<Outcome> load) throws InterruptedException {
        new Schedule(timetable, load, time, time, new Schedule.Listener() {
                    @Override
                    public void begins(Instant at) {
                        begun.add(at);
                    }

                    @Override
                    public void ends(Schedule.Run run) {
                        runs.add(run);
                    }
                })
                .run();
    }

    /** The outcomes one after the other, the last of them for ever. */
    private static Supplier<Outcome> outcomes(Outcome... outcomes) {
        Deque<Outcome> left = new ArrayDeque<>(List.of(outcomes));
        return () -> left.size() > 1 ? left.removeFirst() : left.getFirst();
    }

    @Test
    void shouldLoadAtOnceAndThenAfterEachInterval() throws InterruptedException {
        FakeTime time = new FakeTime(4);

        run(QUARTERS, time, outcomes(LOADED));

        assertThat(time.waits()).containsExactly(0L, 900L, 900L, 900L);
        assertThat(begun).hasSameSizeAs(runs);
        assertThat(runs.get(0).next()).isEqualTo(FakeTime.START.plusSeconds(900));
    }

    @Test
    void shouldCountTheIntervalFromTheBeginningOfALoad() throws InterruptedException {
        FakeTime time = new FakeTime(3);

        run(QUARTERS, time, () -> {
            time.pass(Duration.ofMinutes(5));
            return LOADED;
        });

        assertThat(time.waits()).containsExactly(0L, 600L, 600L);
    }

    @Test
    void shouldNotMakeUpForMoreThanOneThatWasMissedDuringALongLoad() throws InterruptedException {
        FakeTime time = new FakeTime(3);

        run(Timetable.Cron.of("*/10 * * * *", ZoneOffset.UTC), time, () -> {
            time.pass(Duration.ofMinutes(34));
            return LOADED;
        });

        assertThat(begun)
                .extracting(Instant::toString)
                .containsExactly("2026-11-23T10:00:00Z", "2026-11-23T10:40:00Z", "2026-11-23T11:20:00Z");
    }

    @Test
    void shouldTryAgainAfterGrowingPausesUntilTheNextIsDue() throws InterruptedException {
        FakeTime time = new FakeTime(11);

        run(new Timetable.Every(Duration.ofHours(1), "every 1h"), time, outcomes(FAILED));

        assertThat(time.waits()).containsExactly(0L, 5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L, 300L);
        assertThat(runs).extracting(Schedule.Run::attempts).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void shouldNotPauseLongerThanTheInterval() throws InterruptedException {
        FakeTime time = new FakeTime(5);

        run(new Timetable.Every(Duration.ofSeconds(12), "every 12s"), time, outcomes(FAILED));

        assertThat(time.waits()).containsExactly(0L, 5L, 10L, 12L, 12L);
    }

    @Test
    void shouldBeginWithShortPausesAgainAfterASuccess() throws InterruptedException {
        FakeTime time = new FakeTime(6);

        run(QUARTERS, time, outcomes(FAILED, FAILED, LOADED, FAILED, LOADED));

        assertThat(time.waits()).containsExactly(0L, 5L, 10L, 900L, 5L, 900L);
    }

    @Test
    void shouldLookAgainSoonWhileAFileIsBeingWrittenAndCallItAFailureInTheEnd() throws InterruptedException {
        FakeTime time = new FakeTime(18);

        run(QUARTERS, time, outcomes(LATER));

        assertThat(time.waits().subList(1, 16)).containsOnly(1L);
        assertThat(runs.subList(0, 15)).extracting(Schedule.Run::outcome).containsOnly(LATER);
        assertThat(runs.get(15).outcome()).isEqualTo(new Outcome.Failed("being written", List.of()));
        assertThat(time.waits().get(16)).isEqualTo(5L);
        assertThat(runs.get(16).outcome()).isEqualTo(LATER);
    }

    @Test
    void shouldWaitForARingWhenNothingIsDueByTime() throws InterruptedException {
        FakeTime time = new FakeTime(9);
        List<Outcome> outcomes = new ArrayList<>();

        run(new Timetable.Watch(), time, () -> {
            outcomes.add(LOADED);
            if (outcomes.size() < 3) {
                // As a change that came while the files were read.
                time.ring();
            }
            return LOADED;
        });

        assertThat(time.waits()).containsExactly(0L, 0L, 0L, -1L);
        assertThat(runs).hasSize(3).allMatch(run -> run.next() == null);
    }

    @Test
    void shouldFinishALoadAndBeginNoOtherOnceItIsStopped() throws InterruptedException {
        FakeTime time = new FakeTime(9);

        run(QUARTERS, time, () -> {
            time.stop();
            return LOADED;
        });

        assertThat(runs).hasSize(1);
    }
}
