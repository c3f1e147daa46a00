package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionsTest {

    private static final String SCHEMES =
            "; give neo4j://HOST or bolt://HOST:PORT, with +s or +ssc for TLS, as in" + " neo4j+s://graph.example\n";

    @TempDir
    Path directory;

    private String usage(Map<String, String> environment, String... args) {
        Run run = Run.in(directory, environment, args);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.out()).isEmpty();
        return run.err();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:7474",
                "localhost:7687",
                "graph.example",
                "bolt://",
                "bolt:localhost",
                "neo4j+tls://graph.example",
                "bolt://a b",
                "bolt://localhost?region=eu",
            })
    void shouldRefuseAnythingButTheAddressOfANeo4jServer(String uri) {
        assertThat(usage(Map.of(), "show", "Olimpiya", "--uri", uri)).isEqualTo("ficelle: --uri is " + uri + SCHEMES);
        assertThat(usage(Map.of("NEO4J_URI", uri), "show", "Olimpiya"))
                .isEqualTo("ficelle: the variable NEO4J_URI is " + uri + SCHEMES);
    }

    @Test
    void shouldRefuseTwoGraphsAtOnce() {
        assertThat(usage(Map.of(), "show", "Olimpiya", "--uri", "bolt://localhost", "--store", "here"))
                .isEqualTo("ficelle: --store and --uri name two graphs; give one of them\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--username ann|the user ann has no password; give --password, --password:env or --password:file",
                "--username ann --password:env SECRET|the variable SECRET is not set; put the password in it",
                "--username ann --password|there is no terminal to ask for the password on; give --password:env or --password:file",
            })
    void shouldSayWhereThePasswordIsMissing(String options, String sentence) {
        String[] args = ("show Olimpiya --uri bolt://localhost " + options).split(" ");

        assertThat(usage(Map.of(), args)).isEqualTo("ficelle: " + sentence + "\n");
    }

    @Test
    void shouldSayThatThePasswordFileCannotBeRead() {
        assertThat(usage(Map.of(), "show", "Olimpiya", "--uri", "bolt://localhost", "--password:file", "secret"))
                .isEqualTo("ficelle: the file " + directory.resolve("secret")
                        + " cannot be read; name one with the password in it\n");
    }

    @Test
    void shouldEndWithTheCodeForADatabaseThatIsNotThere() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        Run run = Run.in(
                directory,
                Map.of("NEO4J_URI", "bolt://127.0.0.1:" + port, "NEO4J_USERNAME", "neo4j", "NEO4J_PASSWORD", "x"),
                "path",
                "A",
                "B");

        assertThat(run)
                .isEqualTo(new Run(
                        ExitCode.DATABASE.code(),
                        "",
                        "ficelle: nothing answers at bolt://127.0.0.1:" + port
                                + "; start the server there or correct --uri\n"));
    }
}
