package org.ficelle.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFolderTest {

    @TempDir
    Path folder;

    @Test
    void shouldMakeAFolderAndKnowItAgain() {
        Path store = folder.resolve("a/b/.ficelle");

        StoreFolder.prepare(store);

        assertThat(store).isDirectory();
        assertThatNoException().isThrownBy(() -> StoreFolder.prepare(store));
    }

    @Test
    void shouldTakeAnEmptyFolder() {
        assertThatNoException().isThrownBy(() -> StoreFolder.prepare(folder));
    }

    @Test
    void shouldRefuseAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertRefused(file, "the store " + file + " is a file and must be a folder; choose another with --store");
    }

    @Test
    void shouldRefuseAFolderBelowAFile() throws IOException {
        Path store = Files.createFile(folder.resolve("file")).resolve("store");

        assertRefused(
                store,
                "the store " + store + " cannot be written to; change its permissions or choose another with --store");
    }

    @Test
    void shouldNotTouchAFolderWithOtherContent() throws IOException {
        Path thesis = Files.writeString(folder.resolve("thesis.txt"), "years of work");

        assertRefused(
                folder, "the folder " + folder + " holds something other than a store; choose another with --store");
        assertThat(folder).isDirectoryContaining(thesis::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void shouldRefuseANewerFormat() throws IOException {
        Files.writeString(folder.resolve("ficelle-store"), "format 2\n");

        assertRefused(
                folder,
                "the store " + folder
                        + " was written by a newer Ficelle; use that one, or choose another with --store");
    }

    @Test
    void shouldRefuseAMarkerOfAnotherProgram() throws IOException {
        Files.write(folder.resolve("ficelle-store"), new byte[] {(byte) 0xff, 0, 1});

        assertRefused(
                folder, "the folder " + folder + " holds something other than a store; choose another with --store");
    }

    @Test
    void shouldRefuseAFolderThatCannotBeWrittenTo() throws IOException {
        Path store = Files.createDirectory(folder.resolve("store"));
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(store))
                .as("the superuser may write anywhere")
                .isFalse();

        assertRefused(
                store,
                "the store " + store + " cannot be written to; change its permissions or choose another with --store");
    }

    private static void assertRefused(Path store, String message) {
        assertThatThrownBy(() -> StoreFolder.prepare(store))
                .isInstanceOf(StoreException.class)
                .hasMessage(message);
    }
}
