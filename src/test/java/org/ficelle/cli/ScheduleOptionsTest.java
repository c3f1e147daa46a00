package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleOptionsTest {

    @TempDir
    Path directory;

    @BeforeEach
    void makeData() throws Exception {
        Files.createDirectory(directory.resolve("data"));
    }

    private void refuses(String sentence, String... args) {
        Run run = Run.in(directory, args);

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err().lines().findFirst()).contains("ficelle: " + sentence);
        assertThat(directory.resolve(".ficelle")).doesNotExist();
    }

    @Test
    void shouldTakeOneWayOnly() {
        Run run = Run.in(directory, "load", "--every", "15m", "--watch");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains("--every", "--watch", "mutually exclusive");
    }

    @Test
    void shouldRefuseWhatIsNoLengthOfTime() {
        refuses(
                "--every 15 is no length of time; give a number and a unit, such as 30s, 15m, 2h or 1d",
                "load",
                "--every",
                "15");
        refuses(
                "--max-age soon is no length of time; give a number and a unit, such as 30s, 15m, 2h or 1d",
                "status",
                "--max-age",
                "soon");
    }

    @Test
    void shouldSayWhatIsWrongWithFieldsOfCrontab() {
        Run run = Run.in(directory, "load", "--cron", "61 * * * *");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err())
                .startsWith("ficelle: --cron '61 * * * *' cannot be read (")
                .contains("61", "\"*/10 * * * *\"");
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void shouldRefuseATimeThatNeverComes() {
        refuses(
                "--cron '0 0 30 2 *' never comes due, because there is no such day; correct the day or the month",
                "load",
                "--cron",
                "0 0 30 2 *");
    }

    @Test
    void shouldRefuseToPlanInAnEndlessLoop() {
        refuses(
                "--dry-run loads nothing, now or later; give it without a schedule",
                "load",
                "--dry-run",
                "--every",
                "15m");
    }
}
