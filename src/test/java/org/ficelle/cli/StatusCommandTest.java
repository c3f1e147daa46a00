package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ficelle.schedule.Outcome;
import org.ficelle.schedule.Status;
import org.ficelle.schedule.StatusFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code status} says of what was noted; the clock stands at noon on 1 December 2024. */
class StatusCommandTest {

    private static final Instant NOON = Instant.parse("2024-12-01T12:00:00Z");
    private static final Outcome LOADED = new Outcome.Loaded("the load made 1 created, 2 changed, 3 removed");

    @TempDir
    Path directory;

    private StatusFile file;

    @BeforeEach
    void makeFolder() throws IOException {
        file = new StatusFile(
                Files.createDirectory(directory.resolve(".ficelle")).resolve("status.json"));
    }

    private static Instant before(int minutes) {
        return NOON.minus(Duration.ofMinutes(minutes));
    }

    private static Status ended(Status status, int minutesAgo, Outcome outcome) {
        return status.ends(before(minutesAgo).minusSeconds(2), before(minutesAgo), outcome);
    }

    private Run status(String... options) {
        String[] args = new String[options.length + 1];
        args[0] = "status";
        System.arraycopy(options, 0, args, 1, options.length);
        return Run.in(directory, args);
    }

    /** What stands behind the name in the table. */
    private static String row(Run run, String name) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }

    @Test
    void shouldSayThatAGraphWasNeverLoaded() {
        Run run = status();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(row(run, "graph")).isEqualTo("never loaded");
        assertThat(row(run, "last success")).isEqualTo("none");
        assertThat(row(run, "schedule")).isEqualTo("none");
    }

    @Test
    void shouldEndWithZeroWhenTheLastLoadSucceeded() throws IOException {
        file.update(none -> ended(Status.NONE, 90, LOADED));

        Run run = status();

        assertThat(run.exit()).isZero();
        assertThat(row(run, "graph")).isEqualTo("fresh");
        assertThat(row(run, "last success"))
                .endsWith(", 90 min ago: the load made 1 created, 2 changed, 3 removed")
                .startsWith("2024-12-01T");
    }

    @Test
    void shouldCallAnOldGraphStale() throws IOException {
        file.update(none -> ended(Status.NONE, 90, LOADED));

        assertThat(status("--max-age", "2h").exit()).isZero();
        Run run = status("--max-age", "1h");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(row(run, "graph")).isEqualTo("stale");
    }

    @Test
    void shouldSayWhatFailedAndWhere() throws IOException {
        file.update(none -> ended(
                ended(Status.NONE, 90, LOADED),
                3,
                new Outcome.Failed("data has 1 error; nothing was loaded", List.of("a.json:1:2: wrong; right"))));

        Run run = status();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(row(run, "graph")).isEqualTo("failing");
        assertThat(row(run, "last failure")).endsWith(", 3 min ago: data has 1 error; nothing was loaded");
        assertThat(run.out()).contains("a.json:1:2: wrong; right");
    }

    @Test
    void shouldSayThatAProcessWasCutShort() throws IOException {
        Status.Owner gone = new Status.Owner(Long.MAX_VALUE, before(60));
        file.update(none -> ended(
                        Status.NONE.planned(new Status.Plan("every 15m", gone, before(45), before(30), null)),
                        60,
                        LOADED)
                .due(before(45), before(30)));
        Status broken = file.read();
        file.update(status ->
                new Status(status.plan(), new Status.Running(gone), status.lastSuccess(), status.lastFailure()));

        Run run = status();

        assertThat(broken.running()).isNull();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(row(run, "graph")).isEqualTo("stale");
        assertThat(row(run, "schedule")).isEqualTo("every 15m, but process " + Long.MAX_VALUE + " is gone");
        assertThat(row(run, "next")).isEqualTo("none");
        assertThat(row(run, "running")).startsWith("none; the load begun ").endsWith(" was cut short");
    }

    @Test
    void shouldGiveEveryFieldInJson() throws IOException {
        Status.Plan plan = new Status.Plan("watch", Status.Owner.here(Instant.now()), null, null, null);
        file.update(none -> ended(Status.NONE.planned(plan), 1, LOADED));

        JsonNode json = new ObjectMapper().readTree(status("--format", "json").out());

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("graph", "lastSuccess", "lastFailure", "schedule", "running");
        assertThat(json.path("lastSuccess").path("at").asText()).isEqualTo("2024-12-01T11:59:00Z");
        assertThat(json.path("lastSuccess").path("milliseconds").asLong()).isEqualTo(2000);
        assertThat(json.path("lastFailure").isNull()).isTrue();
        assertThat(json.path("schedule").path("alive").asBoolean()).isTrue();
        assertThat(json.path("schedule").path("next").isNull()).isTrue();
    }
}
