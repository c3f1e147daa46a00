package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged launcher, loading again and again. */
class ScheduledLoadIT {

    private static final Path LAUNCHER = Path.of("target/ficelle/bin/ficelle").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path directory;

    private Path err;
    private Path parties;
    private Process process;
    private int seen;

    @BeforeEach
    void copyData() throws IOException {
        err = directory.resolve("err");
        parties = directory.resolve("data/shared/parties-and-places.json");
        try (Stream<Path> files = Files.walk(Run.DATA)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        directory.resolve("data").resolve(Run.DATA.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private void start(String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(LAUNCHER.toString(), "load"), Stream.of(args))
                                .toList())
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeAll(List.of("FICELLE_JAVA_OPTS", "FICELLE_STORE", "NEO4J_URI"));
        process = builder.start();
    }

    /** The first line on standard error with these words that was not awaited yet. */
    private String awaitLine(String words) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<String> lines = Files.readAllLines(err);
            for (; seen < lines.size(); seen++) {
                if (lines.get(seen).contains(words)) {
                    return lines.get(seen++);
                }
            }
            assertThat(process.isAlive()).as(() -> lines.toString()).isTrue();
            Thread.sleep(50);
        }
        throw new AssertionError("no line with '" + words + "' in " + Files.readAllLines(err));
    }

    /** The answer of a command in this process, asked again while a load holds the store. */
    private Run ask(String... args) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Run run = Run.in(directory, args);
            if (run.exit() != ExitCode.DATABASE.code() || System.nanoTime() > end) {
                return run;
            }
            Thread.sleep(100);
        }
    }

    private JsonNode status(int exit) throws IOException {
        Run run = Run.in(directory, "status", "--format", "json");
        assertThat(run.exit()).as(run.toString()).isEqualTo(exit);
        return MAPPER.readTree(run.out());
    }

    private void replace(String old, String with) throws IOException {
        String text = Files.readString(parties);
        assertThat(text).contains(old);
        Path next = Files.writeString(parties.resolveSibling(".next"), text.replace(old, with));
        Files.move(next, parties, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void shouldKeepTheGraphAsTheFilesSayUntilItIsToldToEnd() throws Exception {
        assertThat(Run.in(directory, "status").exit()).isEqualTo(ExitCode.NONE.code());

        start("--watch");

        assertThat(awaitLine(" created, ")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S+ the load made .*");
        assertThat(ask("search", "France").out()).contains("country:france");
        JsonNode fresh = status(0);
        assertThat(fresh.path("graph").asText()).isEqualTo("fresh");
        assertThat(fresh.path("schedule").path("alive").asBoolean()).isTrue();
        assertThat(fresh.path("running").isNull()).isTrue();

        replace("\"France\"", "\"La France\"");
        awaitLine(" changed, ");
        assertThat(ask("search", "La France").out()).contains("La France");

        String whole = Files.readString(parties);
        Files.writeString(parties, whole.substring(0, whole.length() / 2));
        assertThat(awaitLine("not loaded"))
                .contains("the graph is as before: ", "parties-and-places.json:")
                .contains("; next at ");
        assertThat(ask("search", "La France").out()).contains("La France");
        JsonNode failing = status(1);
        assertThat(failing.path("graph").asText()).isEqualTo("failing");
        assertThat(failing.path("lastFailure").path("problems").get(0).asText()).contains("parties-and-places.json:");
        assertThat(failing.path("lastSuccess").path("at").asText()).isNotEmpty();

        Files.writeString(parties, whole.replace("La France", "France"));
        awaitLine(" changed, ");
        assertThat(ask("search", "France").out()).doesNotContain("La France");
        assertThat(status(0).path("lastFailure").path("sentence").asText()).contains("1 error");

        long told = System.nanoTime();
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(5));
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(err)).endsWith(" ended\n").doesNotContain("Exception", "\tat ");
        assertThat(Files.readString(directory.resolve("out"))).isEmpty();
        assertThat(status(1).path("schedule").path("ended").isNull()).isFalse();
    }

    @Test
    void shouldWaitForWhoUsesTheStoreAndLeaveItToThemBetweenLoads() throws Exception {
        start("--every", "1s");
        awaitLine(" created, ");
        awaitLine("the files are unchanged");

        try (EmbeddedStore held = open()) {
            replace("\"France\"", "\"La France\"");
            assertThat(awaitLine("waiting: ")).contains("another Ficelle holds the store");
            assertThat(held.<String>read(view -> view.vertices(List.of("country:france"))
                            .get("country:france")
                            .entity()
                            .name()))
                    .isEqualTo("France");
        }
        awaitLine(" changed, ");

        assertThat(ask("search", "La France").out()).contains("La France");
    }

    private EmbeddedStore open() throws InterruptedException {
        while (true) {
            try {
                return EmbeddedStore.open(directory.resolve(".ficelle"));
            } catch (StoreException held) {
                Thread.sleep(100);
            }
        }
    }
}
