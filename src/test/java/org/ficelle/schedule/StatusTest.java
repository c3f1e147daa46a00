package org.ficelle.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ficelle.schedule.Status.Health;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Outcome LOADED = new Outcome.Loaded("the load made 1 created, 2 changed, 3 removed");
    private static final Outcome FAILED = new Outcome.Failed("data has 1 error", List.of("a.json:1:2: wrong; right"));

    @TempDir
    Path folder;

    private static Status.Plan plan(Instant since, @Nullable Instant expectedBy) {
        return new Status.Plan("every 15m", Status.Owner.here(since), since, expectedBy, null);
    }

    private static Instant minutes(int minutes) {
        return NOON.plusSeconds(60L * minutes);
    }

    private static Status ends(Status status, int minute, Outcome outcome) {
        return status.begins(minutes(minute)).ends(minutes(minute), minutes(minute), outcome);
    }

    private static Health health(Status status, int minute) {
        return status.health(minutes(minute), null);
    }

    @Test
    void shouldKnowNothingOfAGraphThatWasNeverLoaded() {
        assertThat(health(Status.NONE, 0)).isEqualTo(Health.NEVER);
        assertThat(health(Status.NONE.begins(NOON), 0)).isEqualTo(Health.NEVER);
        assertThat(health(ends(Status.NONE, 0, new Outcome.Later("busy")), 0)).isEqualTo(Health.NEVER);
    }

    @Test
    void shouldFailUntilALoadSucceeds() {
        Status first = ends(Status.NONE, 0, FAILED);
        Status second = ends(first, 1, FAILED);
        Status mended = ends(second, 2, LOADED);
        Status again = ends(mended, 3, FAILED);

        assertThat(List.of(first, second, mended, again))
                .extracting(status -> health(status, 4))
                .containsExactly(Health.FAILING, Health.FAILING, Health.FRESH, Health.FAILING);
        assertThat(List.of(first, second, mended, again))
                .extracting(status -> status.lastFailure().inARow())
                .containsExactly(1, 2, 2, 1);
        assertThat(again.lastSuccess().at()).isEqualTo(minutes(2));
    }

    @Test
    void shouldBeStaleOnceItsScheduleWasMissedTwice() {
        Status status =
                ends(Status.NONE.planned(plan(NOON, minutes(30))), 0, LOADED).due(minutes(15), minutes(30));

        assertThat(health(status, 30)).isEqualTo(Health.FRESH);
        assertThat(health(status, 31)).isEqualTo(Health.STALE);
        assertThat(health(ends(status, 29, LOADED).due(minutes(44), minutes(59)), 31))
                .isEqualTo(Health.FRESH);
    }

    @Test
    void shouldBeStaleOnceItIsTooOldForWhoAsks() {
        Status status = ends(Status.NONE, 0, LOADED);

        assertThat(status.health(minutes(60), Duration.ofHours(1))).isEqualTo(Health.FRESH);
        assertThat(status.health(minutes(61), Duration.ofHours(1))).isEqualTo(Health.STALE);
        assertThat(health(status, 60 * 24 * 365)).isEqualTo(Health.FRESH);
    }

    @Test
    void shouldBeStaleWhenNobodyWatchesAnyMore() {
        Instant now = Instant.now();
        Status watched = Status.NONE
                .planned(new Status.Plan("watch", Status.Owner.here(now), null, null, null))
                .ends(now, now, LOADED);
        Status dead = Status.NONE
                .planned(new Status.Plan("watch", new Status.Owner(Long.MAX_VALUE, now), null, null, null))
                .ends(now, now, LOADED);
        Status ended = watched.ended(now.plusSeconds(1));
        Status byHand = ended.ends(now, now.plusSeconds(2), LOADED);

        assertThat(List.of(watched, dead, ended, byHand))
                .extracting(status -> status.health(now.plusSeconds(3), null))
                .containsExactly(Health.FRESH, Health.STALE, Health.STALE, Health.FRESH);
    }

    @Test
    void shouldTellAProcessFromAnotherWithItsNumber() {
        Instant start = ProcessHandle.current().info().startInstant().orElseThrow();

        assertThat(Status.Owner.here(start.plusSeconds(1)).alive()).isTrue();
        assertThat(Status.Owner.here(start.minusSeconds(60)).alive()).isFalse();
        assertThat(new Status.Owner(Long.MAX_VALUE, start).alive()).isFalse();
    }

    @Test
    void shouldTakeTheWordOfTheGraphForALoadFromElsewhere() {
        Status status = ends(ends(Status.NONE, 0, LOADED), 1, FAILED);

        assertThat(health(status.loadedBy(minutes(2)), 3)).isEqualTo(Health.FRESH);
        assertThat(status.loadedBy(NOON)).isEqualTo(status);
        assertThat(status.loadedBy(null)).isEqualTo(status);
    }

    @Test
    void shouldFindInTheFileWhatWasPutThere() throws IOException {
        StatusFile file = new StatusFile(folder.resolve("status.json"));
        Status status = ends(ends(Status.NONE, 0, LOADED), 1, FAILED)
                .planned(new Status.Plan("cron 0 3 * * *", new Status.Owner(7, NOON), minutes(5), null, minutes(6)))
                .begins(minutes(2));

        assertThat(file.read()).isEqualTo(Status.NONE);
        file.update(none -> status);

        assertThat(file.read()).isEqualTo(status);
        file.update(any -> Status.NONE);
        assertThat(file.read()).isEqualTo(Status.NONE);
        assertThat(folder).isDirectoryContaining("glob:**/status.json").isDirectoryNotContaining("glob:**/*.json.*");
    }

    @Test
    void shouldTakeAForeignFileForNone() throws IOException {
        Path path = folder.resolve("status.json");
        for (String content : List.of("", "{", "[]", "{\"lastSuccess\":{\"at\":\"yesterday\"}}", "\u0000")) {
            Files.writeString(path, content);

            assertThat(new StatusFile(path).read()).isEqualTo(Status.NONE);
        }
    }

    @Test
    void shouldBeFoundWholeWhileItIsWritten() throws IOException {
        StatusFile file = new StatusFile(folder.resolve("status.json"));
        file.update(none -> ends(Status.NONE, 0, FAILED));
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
            int readings = 0;
            while (!over.get() || readings == 0) {
                try {
                    assertThat(file.read().lastFailure()).isNotNull();
                } catch (IOException failure) {
                    throw new AssertionError(failure);
                }
                readings++;
            }
            return readings;
        });

        for (int i = 0; i < 300; i++) {
            file.update(status -> ends(status, 1, FAILED));
        }
        over.set(true);

        assertThat(reader.join()).isPositive();
        assertThat(file.read().lastFailure().inARow()).isEqualTo(301);
    }
}
