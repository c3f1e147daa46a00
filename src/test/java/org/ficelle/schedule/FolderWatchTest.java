package org.ficelle.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

    private static final int PATIENCE = 20;

    @TempDir
    Path folder;

    private final Semaphore changes = new Semaphore(0);
    private FolderWatch watch;

    @BeforeEach
    void watch() throws IOException {
        Files.writeString(folder.resolve("one.json"), "{}");
        Files.createDirectories(folder.resolve("sub"));
        watch = FolderWatch.of(List.of(folder), changes::release);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    private void assertTold() throws InterruptedException {
        assertThat(changes.tryAcquire(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }

    private void assertNotTold() throws InterruptedException {
        assertThat(changes.tryAcquire(1_200, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void shouldTellOfAChangedANewAndADeletedFile() throws Exception {
        Files.writeString(folder.resolve("one.json"), "{\"a\": 1}");
        assertTold();
        Files.writeString(folder.resolve("sub/two.json"), "{}");
        assertTold();
        Files.delete(folder.resolve("one.json"));
        assertTold();
    }

    @Test
    void shouldTellOfAFileThatAnEditorPutsInThePlaceOfAnother() throws Exception {
        Path next = Files.writeString(folder.resolve(".one.json.tmp"), "[]");

        Files.move(next, folder.resolve("one.json"), StandardCopyOption.ATOMIC_MOVE);

        assertTold();
    }

    @Test
    void shouldWatchFoldersThatCameLater() throws Exception {
        Files.createDirectories(folder.resolve("new/deep/er"));
        Files.writeString(folder.resolve("new/deep/er/three.json"), "{}");
        assertTold();
        Files.writeString(folder.resolve("new/deep/er/three.json"), "{\"a\": 1}");
        assertTold();
        Files.move(folder.resolve("new"), folder.resolve("moved"));
        assertTold();
        Files.writeString(folder.resolve("moved/deep/er/three.json"), "{\"a\": 22}");
        assertTold();
    }

    @Test
    void shouldTellOnceOfManyWritingsOneAfterTheOther() throws Exception {
        for (int i = 0; i < 20; i++) {
            Files.writeString(folder.resolve("one.json"), "{\"a\": " + "1".repeat(i + 1) + "}");
            Thread.sleep(20);
        }

        assertTold();
        assertNotTold();
    }

    @Test
    void shouldNotTellOfWhatIsNoDataFile() throws Exception {
        Files.writeString(folder.resolve("notes.txt"), "x");
        Files.writeString(folder.resolve("one.json~"), "x");
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/x.json"), "x");

        assertNotTold();
    }
}
