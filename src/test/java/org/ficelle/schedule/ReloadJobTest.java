package org.ficelle.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadJobTest {

    private static final Outcome LOADED = new Outcome.Loaded("done");
    private static final Outcome LATER = new Outcome.Later(ReloadJob.BEING_WRITTEN);
    private static final Outcome BROKEN = new Outcome.Failed("1 error", List.of("a.json:1:1: cut short; restore it"));

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime(0);
    private final AtomicInteger loads = new AtomicInteger();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("a.json"), "{}");
        changed(Duration.ofHours(1));
    }

    private void changed(Duration ago) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(FakeTime.START.minus(ago)));
    }

    private ReloadJob job(ReloadJob.Work work) {
        return new ReloadJob(List.of(folder), work, () -> true, time);
    }

    private ReloadJob job(Outcome outcome) {
        return job(holds -> {
            loads.incrementAndGet();
            return outcome;
        });
    }

    @Test
    void shouldRestWhileTheFilesAreAsTheyWere() throws IOException {
        ReloadJob job = job(LOADED);

        job.get();
        Outcome second = job.get();
        Files.writeString(folder.resolve("notes.txt"), "not data");
        job.get();

        assertThat(loads).hasValue(1);
        assertThat(second).isEqualTo(new Outcome.Loaded("the files are unchanged"));
        Files.writeString(folder.resolve("b.json"), "{}");
        job.get();
        assertThat(loads).hasValue(2);
        Files.delete(file);
        job.get();
        assertThat(loads).hasValue(3);
    }

    @Test
    void shouldNotRestAfterAFailureOrWhenAnotherHasLoaded() {
        ReloadJob failing = job(BROKEN);
        failing.get();
        failing.get();
        assertThat(loads).hasValue(2);

        ReloadJob restless = new ReloadJob(
                List.of(folder),
                holds -> {
                    loads.incrementAndGet();
                    return LOADED;
                },
                () -> false,
                time);
        restless.get();
        restless.get();
        assertThat(loads).hasValue(4);
    }

    @Test
    void shouldNoticeAFileThatIsReplacedByAnotherOfTheSameSizeAndTime() throws IOException {
        ReloadJob job = job(LOADED);
        job.get();

        Path other = Files.writeString(folder.resolve("a.json.swp"), "[]");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        job.get();

        assertThat(loads).hasValue(2);
    }

    @Test
    void shouldWaitWithErrorsInAFileThatWasJustChanged() throws IOException {
        ReloadJob job = job(BROKEN);
        changed(Duration.ofSeconds(1));

        assertThat(job.get()).isEqualTo(LATER);
        time.pass(Duration.ofSeconds(3));
        assertThat(job.get()).isEqualTo(BROKEN);
    }

    @Test
    void shouldTellAFailureThatIsNotTheDatasAtOnce() throws IOException {
        Outcome unreachable = new Outcome.Failed("nothing answers", List.of());
        changed(Duration.ZERO);

        assertThat(job(unreachable).get()).isEqualTo(unreachable);
    }

    @Test
    void shouldNotLetWhatWasReadHoldWhenAFileChangedMeanwhile() {
        ReloadJob job = job(holds -> {
            assertThat(holds.getAsBoolean()).isTrue();
            try {
                Files.writeString(file, "{\"more\": 1}");
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
            return holds.getAsBoolean() ? LOADED : LATER;
        });

        assertThat(job.get()).isEqualTo(LATER);
    }

    @Test
    void shouldLoadAgainWhatChangedAfterItWasRead() {
        AtomicInteger turn = new AtomicInteger();
        ReloadJob job = job(holds -> {
            if (turn.getAndIncrement() == 0) {
                try {
                    Files.writeString(file, "{\"more\": 1}");
                } catch (IOException failure) {
                    throw new AssertionError(failure);
                }
            }
            return LOADED;
        });

        job.get();
        job.get();
        job.get();

        assertThat(turn).hasValue(2);
    }

    @Test
    void shouldCountAFolderThatIsGoneAsAChange() throws IOException {
        ReloadJob job = job(LOADED);
        job.get();
        Files.delete(file);
        Files.delete(folder);

        job.get();

        assertThat(loads).hasValue(2);
    }
}
