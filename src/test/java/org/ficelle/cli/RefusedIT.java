package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ficelle.Cable;
import org.ficelle.OldServer;
import org.ficelle.RemoteTestStore;
import org.ficelle.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says and returns when a Neo4j server cannot be used. */
class RefusedIT {

    @RegisterExtension
    static final RemoteTestStore graph = new RemoteTestStore();

    private static final String DATABASE = "NEO4J_DATABASE";

    @TempDir
    Path directory;

    private Run run(URI uri, String password, Map<String, String> more, String... args) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("NEO4J_URI", uri.toString());
        environment.put("NEO4J_USERNAME", TestServer.USERNAME);
        environment.put("NEO4J_PASSWORD", password);
        return Run.in(directory, environment, args);
    }

    /** Every command that needs the graph ends alike. */
    private void refuses(URI uri, Map<String, String> more, String words) {
        for (List<String> args : List.of(
                List.of("load", Run.DATA.toString()),
                List.of("path", "@MuxtarYev", "Mediamark Digital"),
                List.of("query", "hubs"),
                List.of("status"))) {
            Run run = run(uri, TestServer.PASSWORD, more, args.toArray(String[]::new));

            assertThat(run.exit()).as(args + run.err()).isEqualTo(ExitCode.DATABASE.code());
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).startsWith("ficelle: ").contains(words).hasLineCount(1);
        }
    }

    private void refuses(URI uri, String words) {
        refuses(uri, Map.of(), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j"})
    void shouldEndWhenNothingAnswers(String scheme) throws IOException {
        refuses(URI.create(scheme + "://127.0.0.1:" + TestServer.freePort()), "nothing answers at " + scheme);
    }

    /** Once only: after three wrong passwords the server lets nobody in for a while. */
    @Test
    void shouldEndWhenThePasswordIsWrong() {
        Run run = run(graph.server().uri("neo4j"), "wrong", Map.of(), "load", Run.DATA.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.DATABASE.code());
        assertThat(run.err())
                .contains("refuses the user neo4j with this password; correct --username or --password")
                .hasLineCount(1);
    }

    @Test
    void shouldEndWhenTheServerIsTooOld() throws IOException {
        try (OldServer old = new OldServer("Neo4j/4.4.30")) {
            refuses(old.uri(), "is Neo4j 4.4.30, and Ficelle needs Neo4j 5.7 or later");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j"})
    void shouldEndWhenThereIsNoSuchDatabase(String scheme) {
        refuses(graph.server().uri(scheme), Map.of(DATABASE, "case7"), "has no database case7; correct --database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt+s", "neo4j+s"})
    void shouldEndWhenTheCertificateIsSelfSigned(String scheme) {
        refuses(graph.server().uri(scheme), "is signed by nobody this Java trusts; give " + scheme + "sc://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt+s", "neo4j+ssc"})
    void shouldEndWhenTheServerOffersNoTls(String scheme) throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> hangUp(plain));

            refuses(URI.create(scheme + "://127.0.0.1:" + plain.getLocalPort()), "offers no TLS");
        }
    }

    private static void hangUp(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                assertThat(socket).isNotNull();
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Test
    void shouldEndWhenTheConnectionIsLostHalfWay() throws IOException {
        String before = graph.dump();
        try (Cable cable = new Cable(graph.server().port())) {
            cable.cutAfter(60_000);

            Run run = run(cable.uri("bolt"), TestServer.PASSWORD, Map.of(), "load", Run.DATA.toString());

            assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.DATABASE.code());
            assertThat(run.err())
                    .contains("was lost during the load, and the graph is as before it or as after it")
                    .hasLineCount(1);
        }
        assertThat(graph.dump()).isEqualTo(before);
    }
}
