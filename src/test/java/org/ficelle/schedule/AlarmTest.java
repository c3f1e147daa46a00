package org.ficelle.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AlarmTest {

    private final Clock clock = Clock.systemUTC();
    private final Alarm alarm = Alarm.of(clock);

    @Test
    void shouldWaitForTheTime() throws InterruptedException {
        Instant due = clock.instant().plusMillis(30);

        assertThat(alarm.await(Optional.of(due))).isTrue();

        assertThat(clock.instant()).isAfterOrEqualTo(due);
    }

    @Test
    void shouldNotWaitForATimeThatIsPast() throws InterruptedException {
        assertThat(alarm.await(Optional.of(Instant.EPOCH))).isTrue();
    }

    @Test
    void shouldCountARingThatCameWhileNobodyWaitedOnce() throws InterruptedException {
        alarm.ring();
        alarm.ring();

        assertThat(alarm.await(Optional.empty())).isTrue();
        Instant due = clock.instant().plusMillis(30);
        assertThat(alarm.await(Optional.of(due))).isTrue();
        assertThat(clock.instant()).isAfterOrEqualTo(due);
    }

    @Test
    void shouldEndAllWaitingWhenItIsStopped() throws InterruptedException {
        Optional<Instant> late = Optional.of(clock.instant().plus(Duration.ofDays(1)));
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> await(late));

        alarm.stop();

        assertThat(waiting.join()).isFalse();
        alarm.ring();
        assertThat(alarm.await(late)).isFalse();
    }

    private boolean await(Optional<Instant> time) {
        try {
            return alarm.await(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
