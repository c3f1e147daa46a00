package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.View;
import org.ficelle.model.QueryResult;
import org.ficelle.query.QueryLibrary;
import org.ficelle.query.StoredQuery;
import org.ficelle.render.Json;
import org.ficelle.render.ResultText;
import org.ficelle.render.Style;
import org.ficelle.serve.Endpoints;
import org.ficelle.serve.GraphServer;
import org.ficelle.serve.Login;
import org.ficelle.serve.ServerFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands on a store that a server holds: they find it by the folder, and say the same as without it. */
class ThroughTheServerIT {

    private static final List<List<String>> QUESTIONS = List.of(
            List.of("path", "@MuxtarYev", "Mediamark Digital"),
            List.of("path", "Olimpiya", "Azerbaijani government", "--format", "json"),
            List.of("path", "@NewYorkInsider", "Eleven Kings", "-k", "5", "--format", "json"),
            List.of("path", "Olimpiya", "nobody"),
            List.of("show", "Olimpiya"),
            List.of("show", "Orkhan Rzayev", "--format", "json"),
            List.of("search", "rzaev"),
            List.of("query", "strongest-chains", "-p", "to=Nobody"),
            List.of("query", "no-such-query"));

    private static final List<StoredQuery> QUERIES =
            QueryLibrary.read(Path.of("cypher")).queries();

    /** What the store answered before the server held it. */
    private static final Map<String, QueryResult> EMBEDDED = new HashMap<>();

    private static final String EXTRA = """
            {"dossier": "extra",
             "documents": [{"id": "extra-1", "type": "article", "title": "Extra", "publisher": "not stated",
                            "published": {"raw": "1 May 2024", "date": "2024-05-01"}}],
             "entities": [{"id": "company:extra-ltd", "kind": "Company", "name": "Extra Ltd"}],
             "claims": [{"subject": "person:orkhan-rzayev", "relation": "HEADS", "object": "company:extra-ltd",
                         "stance": "asserts", "modality": "stated", "assertedBy": "agency:viginum",
                         "document": "extra-1", "locator": "p. 1", "statement": "He heads the company."}]}
            """;

    @TempDir
    private static Path directory;

    private static GraphServer server;
    private static Path data;

    @BeforeAll
    static void serve() throws IOException {
        data = directory.resolve("data");
        copy(Run.DATA, data);
        assertThat(run("load").exit()).isZero();
        Path store = directory.resolve(".ficelle");
        try (EmbeddedStore embedded = EmbeddedStore.open(store);
                View view = embedded.view()) {
            QUERIES.forEach(query ->
                    EMBEDDED.put(query.name(), view.query(query.text(), query.bind(Map.of()), Duration.ofMinutes(5))));
        }
        server = serve(store);
    }

    private static GraphServer serve(Path store) {
        GraphServer started =
                GraphServer.start(store, Endpoints.find("127.0.0.1", 0, 0), () -> Login.kept(store), notice -> {});
        started.announce();
        return started;
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static Run run(String... args) {
        return Run.in(directory, args);
    }

    static List<List<String>> questions() {
        return QUESTIONS;
    }

    @ParameterizedTest
    @MethodSource("questions")
    void shouldSayTheSameAsWithoutTheServer(List<String> words) {
        String[] question = words.toArray(String[]::new);

        assertThat(run(question)).isEqualTo(ShippedStore.shared().run(question));
    }

    static List<StoredQuery> queries() {
        return QUERIES;
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldAnswerEveryStoredQueryInTheSameForm(StoredQuery query) {
        QueryResult embedded = EMBEDDED.get(query.name());
        int exit = (embedded.isEmpty() ? ExitCode.NONE : ExitCode.DONE).code();

        Run table = run("query", query.name());
        Run json = run("query", query.name(), "--format", "json");

        assertThat(List.of(table, json)).extracting(Run::exit).containsOnly(exit);
        assertThat(table.out()).isEqualTo(ResultText.of(embedded, Style.PLAIN));
        assertThat(json.out()).isEqualTo(Json.of(query.name(), query.bind(Map.of()), embedded));
    }

    @Test
    void shouldLoadWhatTheFilesSayNowAndTakeItBackAgain(@TempDir Path elsewhere) throws IOException {
        copy(Run.DATA, elsewhere.resolve("data"));
        try (GraphServer own = serve(elsewhere.resolve(".ficelle"))) {
            Run first = Run.in(elsewhere, "search", "rzaev");
            Path dossier = Files.writeString(elsewhere.resolve("data/extra.json"), EXTRA);
            Run load = Run.in(elsewhere, "load");
            Run path = Run.in(elsewhere, "path", "@MuxtarYev", "Extra Ltd");
            Files.delete(dossier);
            Run dry = Run.in(elsewhere, "load", "--dry-run");
            Run back = Run.in(elsewhere, "load");
            Run again = Run.in(elsewhere, "load");
            Run gone = Run.in(elsewhere, "path", "@MuxtarYev", "Extra Ltd");

            assertThat(own).isNotNull();
            assertThat(first.err()).contains("was never loaded; loading");
            assertThat(load.exit()).as(load.err()).isZero();
            assertThat(load.err()).contains("the load made ");
            assertThat(path.out()).contains("── heads ──> Extra Ltd");
            assertThat(dry.err()).contains("a load would make ");
            assertThat(back.err()).contains("the load made ").doesNotContain(" 0 removed");
            assertThat(again.err()).contains("the graph already says what the data files say");
            assertThat(gone.exit()).isEqualTo(ExitCode.NONE.code());
        }
    }

    @Test
    void shouldLetNobodyButTheCommandsOfTheFolderLoad() {
        Login people = Login.kept(directory.resolve(".ficelle"));
        Map<String, String> environment = Map.of(
                "NEO4J_URI",
                ServerFile.live(directory.resolve(".ficelle"))
                        .orElseThrow()
                        .bolt()
                        .toString(),
                "NEO4J_USERNAME",
                people.user(),
                "NEO4J_PASSWORD",
                people.password());

        Run read = Run.in(directory, environment, "search", "rzaev");
        Run load = Run.in(
                directory,
                environment,
                "load",
                "--allow-removal",
                data.resolve("ontology.json").toString());

        assertThat(read.exit()).isZero();
        assertThat(load.exit()).isEqualTo(ExitCode.DATABASE.code());
        assertThat(load.err()).hasLineCount(1).contains("the user neo4j only reads here");
    }

    @Test
    void shouldSayThatAnotherHoldsTheStoreWhenTheServerLeftNoAddress() throws IOException {
        Path address = directory.resolve(".ficelle/server");
        String kept = Files.readString(address);
        Files.delete(address);

        Run path = run("search", "rzaev");

        server.announce();
        assertThat(path.exit()).isEqualTo(ExitCode.DATABASE.code());
        assertThat(path.err()).hasLineCount(1).contains("another Ficelle holds the store");
        assertThat(Files.readString(address)).hasSameSizeAs(kept);
    }

    @Test
    void shouldGiveTheQueriesOfTheUsersOwnFolderToBrowser() throws IOException {
        write("mine/people/who.cypher", "// Who\nMATCH (p:Person) RETURN p ORDER BY p.id LIMIT 10;\n");

        Run own = run("serve", "--export-browser", "own", "--queries", "data/mine");
        Run shipped = run("serve", "--export-browser", "shipped");
        Run nowhere = run("serve", "--export-browser", "none", "--queries", "nowhere");

        Files.delete(data.resolve("mine/people/who.cypher"));
        assertThat(own.exit()).as(own.err()).isZero();
        assertThat(entries("own")).containsExactly("people/", "people/who.cypher");
        assertThat(shipped.exit()).isZero();
        assertThat(entries("shipped")).contains("quality/", "quality/hubs.cypher");
        assertThat(nowhere.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(nowhere.err()).hasLineCount(1).contains("there is no folder");
    }

    @Test
    void shouldSayHowToServeWhenThereIsNoServerToOpenAQueryOn(@TempDir Path elsewhere) {
        Run alone = Run.in(elsewhere, "query", "hubs", "--open");
        Run remote = Run.in(elsewhere, "query", "hubs", "--open", "--uri", "bolt://localhost");

        assertThat(alone.exit()).isEqualTo(ExitCode.DATABASE.code());
        assertThat(alone.err()).hasLineCount(1).contains("no server runs on the store", "'ficelle serve'");
        assertThat(remote.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(remote.err()).hasLineCount(1).contains("--store", "--cypher");
        assertThat(elsewhere).isEmptyDirectory();
    }

    private static Path write(String name, String content) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static List<String> entries(String folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(
                Files.newInputStream(directory.resolve(folder).resolve("queries.zip")), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
