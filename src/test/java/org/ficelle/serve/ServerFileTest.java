package org.ficelle.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.ficelle.graph.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFileTest {

    private static final Endpoints ENDPOINTS = new Endpoints("127.0.0.1", "localhost", true, 7474, 7687);
    private static final Login PEOPLE = new Login("neo4j", "for people");

    @TempDir
    Path store;

    @Test
    void shouldTellOthersHowToReachTheServerWhateverIsInThePassword() {
        Login login = new Login("ficelle", " pass\\word = # ключ\u00a0");

        ServerFile.here(ENDPOINTS, PEOPLE, login).write(store);

        ServerFile found = ServerFile.live(store).orElseThrow();
        assertThat(found.bolt()).isEqualTo(URI.create("bolt://localhost:7687"));
        assertThat(found.link())
                .isEqualTo(URI.create("http://localhost:7474/browser/?dbms=bolt://neo4j@localhost:7687"));
        assertThat(found.login()).isEqualTo(login);
    }

    @Test
    void shouldHaveNoLoginWhereTheServerAsksForNone() {
        ServerFile.here(ENDPOINTS, null, null).write(store);

        assertThat(ServerFile.live(store).orElseThrow().login()).isNull();
    }

    @Test
    void shouldBeReadableByItsOwnerAlone() throws IOException {
        ServerFile.here(ENDPOINTS, PEOPLE, new Login("ficelle", "password")).write(store);
        Login.kept(store);

        try (var files = Files.list(store)) {
            assertThat(files).hasSize(2).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void shouldCountForNothingWhenItsProcessIsGone() throws Exception {
        Process process = new ProcessBuilder("true").start();
        Instant started = process.info().startInstant().orElse(Instant.now());
        process.waitFor();

        new ServerFile(ENDPOINTS.bolt(), URI.create("http://localhost"), null, process.pid(), started).write(store);

        assertThat(ServerFile.live(store)).isEmpty();
    }

    @Test
    void shouldCountForNothingWhenAnotherProcessHasTheNumberNow() {
        ServerFile here = ServerFile.here(ENDPOINTS, null, null);

        new ServerFile(
                        here.bolt(),
                        here.link(),
                        null,
                        here.process(),
                        here.started().minusSeconds(3600))
                .write(store);

        assertThat(ServerFile.live(store)).isEmpty();
    }

    @Test
    void shouldCountForNothingWhenItIsBroken() throws IOException {
        assertThat(ServerFile.live(store)).isEmpty();

        Files.writeString(store.resolve("server"), "bolt=bolt://localhost:7687\nprocess=x\n");
        assertThat(ServerFile.live(store)).isEmpty();
    }

    @Test
    void shouldKeepThePasswordThatItOnceMade() throws IOException {
        Login first = Login.kept(store);

        assertThat(Login.kept(store)).isEqualTo(first);
        assertThat(first.password()).hasSizeGreaterThanOrEqualTo(20);
        Files.delete(Login.file(store));
        assertThat(Login.kept(store)).isNotEqualTo(first);
    }

    @Test
    void shouldSayWhichPasswordFileCannotBeRead() throws IOException {
        Files.createDirectory(Login.file(store));

        assertThat(catchThrowable(() -> Login.kept(store)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(Login.file(store).toString());
    }
}
