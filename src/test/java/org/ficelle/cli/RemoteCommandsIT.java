package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ficelle.RemoteTestStore;
import org.ficelle.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a Neo4j server. */
class RemoteCommandsIT {

    @RegisterExtension
    static final RemoteTestStore graph = new RemoteTestStore();

    private static final String[] PATH = {"path", "@MuxtarYev", "Mediamark Digital"};

    @TempDir
    Path directory;

    private static Map<String, String> environment() {
        return Map.of(
                "NEO4J_URI",
                graph.server().uri("neo4j").toString(),
                "NEO4J_USERNAME",
                TestServer.USERNAME,
                "NEO4J_PASSWORD",
                TestServer.PASSWORD,
                "NEO4J_DATABASE",
                "neo4j");
    }

    private Run load() {
        return Run.in(directory, environment(), "load", Run.DATA.toString());
    }

    @Test
    void shouldSayTheSameAsTheEmbeddedStore() throws IOException {
        List<String[]> questions = new ArrayList<>(List.of(
                PATH,
                new String[] {"path", "Olimpiya", "Azerbaijani government", "--format", "json"},
                new String[] {"path", "@NewYorkInsider", "Eleven Kings", "-k", "5", "--format", "json"},
                new String[] {"path", "@NewYorkInsider", "Eleven Kings", "--strict"},
                new String[] {"path", "Olimpiya", "nobody"},
                new String[] {"show", "Olimpiya"},
                new String[] {"show", "Olimpiya", "--format", "json"},
                new String[] {"search", "rzayev"},
                new String[] {"search", "olympia", "--format", "json"}));
        try (Stream<Path> files = Files.walk(Path.of("cypher"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".cypher"))
                    .forEach(name -> questions.add(
                            new String[] {"query", name.substring(0, name.length() - 7), "--format", "json"}));
        }

        Run load = load();

        assertThat(load.exit()).as(load.err()).isZero();
        assertThat(questions).hasSizeGreaterThan(20).allSatisfy(question -> assertThat(
                        Run.in(directory, environment(), question))
                .isEqualTo(ShippedStore.shared().run(question)));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldChangeNothingTheSecondTime() {
        load();

        Run second = load();

        assertThat(second.exit()).isZero();
        assertThat(second.err()).contains("the graph already says what the data files say");
    }

    @Test
    void shouldSayWhenAnybodyLastChangedTheServersGraph() {
        Run never = Run.in(directory, environment(), "status");
        load();
        Run loaded = Run.in(directory, environment(), "status");

        assertThat(never.exit()).isEqualTo(ExitCode.NONE.code());
        assertThat(never.out()).contains("never loaded");
        assertThat(loaded.exit()).as(loaded.toString()).isZero();
        assertThat(loaded.out()).contains("fresh", "the last load that changed the graph");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldNotLoadATeamsGraphUnasked() {
        Run run = Run.in(directory, environment(), PATH);

        assertThat(run)
                .isEqualTo(new Run(
                        ExitCode.NONE.code(),
                        "",
                        "ficelle: the graph at " + graph.server().uri("neo4j")
                                + " was never loaded; 'ficelle load' loads it\n"));
    }

    @Test
    void shouldTakeOptionsBeforeVariablesAndAFolderBeforeTheVariableOfAServer() throws IOException {
        load();
        Path secret = Files.writeString(directory.resolve("secret"), TestServer.PASSWORD + "\n");

        Run options = Run.in(
                directory,
                Map.of("NEO4J_URI", "bolt://127.0.0.1:1", "NEO4J_PASSWORD", "wrong", "SECRET", TestServer.PASSWORD),
                "search",
                "Olimpiya",
                "--uri",
                graph.server().uri("bolt").toString(),
                "--password:env",
                "SECRET");
        Run file = Run.in(
                directory,
                Map.of(),
                "search",
                "Olimpiya",
                "--uri",
                graph.server().uri("bolt").toString(),
                "--password:file",
                secret.toString());
        Run value = Run.in(
                directory,
                Map.of(),
                "search",
                "Olimpiya",
                "--uri=" + graph.server().uri("bolt"),
                "--username=neo4j",
                "--password=" + TestServer.PASSWORD);
        Run folder = Run.in(
                ShippedStore.shared().directory(),
                Map.of("NEO4J_URI", "bolt://127.0.0.1:1"),
                "search",
                "Olimpiya",
                "--store",
                ".ficelle");

        assertThat(options.exit()).as(options.err()).isZero();
        assertThat(List.of(file, value, folder)).allMatch(options::equals);
    }

    @Test
    void shouldLoadNoClassOfTheEmbeddedServer() throws IOException, InterruptedException {
        load();
        Path log = directory.resolve("classes");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xlog:class+load:file=" + log,
                                "-cp",
                                System.getProperty("java.class.path"),
                                App.class.getName()),
                        Stream.of(PATH))
                .toList());
        builder.environment().putAll(environment());
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.contains(" org.neo4j."))
                .isNotEmpty()
                .allMatch(line -> line.contains(" org.neo4j.driver.") || line.contains(" org.neo4j.bolt.connection."));
    }
}
