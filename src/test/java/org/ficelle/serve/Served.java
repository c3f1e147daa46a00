package org.ficelle.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;

/** A {@code ficelle serve} of the packaged launcher, as a process of its own on ports of its own. */
public final class Served implements AutoCloseable {

    private static final Path LAUNCHER = Path.of("target/ficelle/bin/ficelle").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path directory;
    private final Process process;
    private final Path out;
    private final Path err;

    private Served(Path directory, Process process, Path out, Path err) {
        this.directory = directory;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a server on the store {@code .ficelle} of the directory and waits until it is ready. */
    public static Served start(Path directory, Map<String, String> environment, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("serve", "--http-port", "0", "--bolt-port", "0"));
        command.addAll(List.of(args));
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        Served served = new Served(directory, launch(directory, environment, out, err, command), out, err);
        Instant end = Instant.now().plus(PATIENCE);
        while (!served.out().endsWith("\n")) {
            assertThat(served.process.isAlive()).as(served.err()).isTrue();
            assertThat(Instant.now()).as("the server is ready in time").isBefore(end);
            Thread.sleep(100);
        }
        return served;
    }

    /** What a command of the packaged launcher printed and returned. */
    public record Run(int exit, String out, String err) {}

    /** Runs another command in the same directory, and so on the same store. */
    public static Run run(Path directory, String... args) throws Exception {
        return run(directory, Map.of(), args);
    }

    static Run run(Path directory, Map<String, String> environment, String... args) throws Exception {
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        Process process = launch(directory, environment, out, err, List.of(args));
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the command ends")
                .isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** The environment in which the program that opens links writes each into a line of a file. */
    static Map<String, String> opener(Path folder, Path opened) throws IOException {
        Path program = Files.writeString(folder.resolve("xdg-open"), "#!/bin/sh\necho \"$1\" >>'" + opened + "'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return Map.of("PATH", folder + ":" + System.getenv("PATH"));
    }

    private static Process launch(
            Path directory, Map<String, String> environment, Path out, Path err, List<String> args) throws IOException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        List.of("FICELLE_JAVA_OPTS", "FICELLE_STORE", "JAVA_TOOL_OPTIONS", "NEO4J_URI")
                .forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        return builder.start();
    }

    Run run(String... args) throws Exception {
        return run(directory, args);
    }

    public String out() throws IOException {
        return Files.readString(out);
    }

    String err() throws IOException {
        return Files.readString(err);
    }

    Path store() {
        return directory.resolve(".ficelle");
    }

    ServerFile file() {
        return ServerFile.live(store()).orElseThrow();
    }

    /** The password of the store, as its owner reads it. */
    public String password() throws IOException {
        return Files.readString(store().resolve("password")).strip();
    }

    /** The link of the ready line. */
    public URI link() throws IOException {
        return URI.create(out().strip().replaceFirst("^ready: ", ""));
    }

    Driver driver(String password) {
        return driver(AuthTokens.basic("neo4j", password));
    }

    Driver driver(AuthToken token) {
        return GraphDatabase.driver(
                file().bolt(),
                token,
                Config.builder().withLogging(Logging.none()).build());
    }

    Process process() {
        return process;
    }

    /** Sends the signal that supervisors send, and says how long the process took to end. */
    Duration end() throws InterruptedException {
        Instant begin = Instant.now();
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the server ends")
                .isTrue();
        return Duration.between(begin, Instant.now());
    }

    @Override
    public void close() {
        try {
            end();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
