package org.ficelle.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ficelle.graph.EmbeddedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;

/** Serves the shipped example with the packaged launcher. */
class ServeIT {

    private static final String FOREIGN = "http://evil.example";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    @TempDir
    Path elsewhere;

    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        served = Served.start(directory, Map.of());
    }

    @AfterAll
    static void end() throws Exception {
        served.close();
    }

    @Test
    void shouldPrintOneReadyLineWithTheLinkAndTheRestOnStandardError() throws Exception {
        assertThat(served.out()).matches("ready: http://localhost:\\d+/browser/\\?dbms=bolt://neo4j@localhost:\\d+\n");
        assertThat(served.err())
                .contains("was never loaded; loading the shipped example")
                .contains("log in as neo4j with the password in ")
                .doesNotContain(served.password());
        assertThat(get(served.link(), FOREIGN).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldTellOfItsFirstLoadAsOfAnyOther() throws Exception {
        Served.Run status = served.run("status");

        assertThat(status.exit()).as(status.out()).isZero();
        assertThat(status.out()).contains("last success").doesNotContain("never loaded");
    }

    @Test
    void shouldLetTheOwnerOfTheStoreInByTheStoredPassword() throws Exception {
        assertThat(count(served, served.password())).isPositive();
    }

    @Test
    void shouldAnswerTheProceduresWithPathsThatBrowserDraws() throws Exception {
        try (Driver driver = served.driver(served.password());
                var session = driver.session()) {
            var row = session.run("CALL ficelle.path('@MuxtarYev', 'Mediamark Digital', {k: 3})")
                    .single();
            var topics = session.run("CALL ficelle.explain('Olimpiya', 'Azerbaijani government') YIELD topic")
                    .list(found -> found.get("topic").asString());

            assertThat(row.get("path").asPath()).hasSize(10);
            assertThat(row.get("strength").asDouble()).isBetween(0.00003, 0.00004);
            assertThat(topics).contains("answer", "finding", "searched");
        }
    }

    @Test
    void shouldRefuseAWrongPasswordAndNone() {
        try (Driver wrong = served.driver("not the password");
                Driver none = served.driver(AuthTokens.none());
                Driver factory = served.driver("neo4j")) {
            assertThatThrownBy(wrong::verifyConnectivity).isInstanceOf(SecurityException.class);
            assertThatThrownBy(none::verifyConnectivity).isInstanceOf(SecurityException.class);
            assertThatThrownBy(factory::verifyConnectivity).isInstanceOf(SecurityException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/db/neo4j/query/v2", "/db/neo4j/tx/commit", "/db/neo4j/tx", "/db/neo4j", "/dbms"})
    void shouldHaveNoHttpInterfaceToTheGraph(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(served.link().resolve(path))
                .header("Content-Type", "application/json")
                .header("Origin", FOREIGN)
                .header("Authorization", basic())
                .POST(HttpRequest.BodyPublishers.ofString("{\"statement\": \"MATCH (n) RETURN count(n)\"}"))
                .build();

        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/browser/", "/explorer/style.grass", "/explorer/start.html", "/explorer/queries.zip"})
    void shouldLetNoPageOfAnotherOriginReadWhatItGives(String path) throws Exception {
        HttpResponse<byte[]> response = get(served.link().resolve(path), FOREIGN);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().allValues("Access-Control-Allow-Origin")).doesNotContain("*", FOREIGN, "null");
    }

    @Test
    void shouldHaveBrowserAskNobodyButThisServer() throws Exception {
        String policy = get(served.link(), FOREIGN)
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();

        assertThat(policy).contains("default-src 'self'", "script-src 'self';", "frame-ancestors 'none'");
        assertThat(policy.replaceAll(".*connect-src", "").strip().split(" "))
                .containsExactly(
                        "'self'",
                        "ws://localhost:" + served.file().bolt().getPort(),
                        "http://localhost:" + served.file().bolt().getPort());
    }

    @Test
    void shouldGiveOnlyTheFilesForBrowserOutOfTheStore() throws Exception {
        for (String path : List.of("/explorer/server", "/explorer/password", "/explorer/..%2Fpassword", "/explorer/")) {
            assertThat(get(served.link().resolve(path), FOREIGN).statusCode())
                    .as(path)
                    .isIn(400, 404);
        }
        assertThat(new String(
                        get(served.link().resolve("/explorer/style.grass"), FOREIGN)
                                .body(),
                        StandardCharsets.UTF_8))
                .contains("relationship.HEADS {");
    }

    /** Bolt asks a web socket for no origin, so that the login is all that stands between a page and the graph. */
    @Test
    void shouldLetNoPageLogInOverAWebSocketWithoutThePassword() throws Exception {
        try (BoltOverWebSocket page = BoltOverWebSocket.open(served.file().bolt(), FOREIGN)) {
            page.send(hex("6060B017" + "00000404" + "00000000" + "00000000" + "00000000"));
            assertThat(page.await(4)).isEqualTo(hex("00000404"));

            // HELLO {user_agent: "x", scheme: "none"}
            page.send(message("B101A2" + text("user_agent") + text("x") + text("scheme") + text("none")));
            // RUN "MATCH (n) RETURN count(n)" {} {}
            page.send(message("B310" + "D019" + ascii("MATCH (n) RETURN count(n)") + "A0A0"));

            assertThat(new String(page.await(24), StandardCharsets.ISO_8859_1))
                    .contains("Neo.ClientError.Security.Unauthorized");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
                "LOAD CSV FROM 'file:///server' AS row RETURN row",
                "LOAD CSV FROM 'http://127.0.0.1:7474/' AS row RETURN row",
                "LOAD CSV FROM 'https://example.org/' AS row RETURN row"
            })
    void shouldReadNoFileForAQuery(String statement) throws Exception {
        try (Driver driver = served.driver(served.password())) {
            assertThatThrownBy(() -> driver.executableQuery(statement).execute())
                    .isInstanceOf(Neo4jException.class)
                    .hasMessageContaining("Cannot load from URL");
        }
    }

    /** In write mode, as a Browser asks whose own protection is switched off. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE (stray:Stray)",
                "MERGE (stray:Stray) SET stray.seen = true",
                "MATCH (claim:Claim) DETACH DELETE claim",
                "MATCH ()-[link:HEADS]->() SET link.status = 'alleged'"
            })
    void shouldRefuseEveryChangeOfTheGraphByThoseWhoLogIn(String statement) throws Exception {
        Served.Run before = served.run("show", "Orkhan Rzayev");

        try (Driver driver = served.driver(served.password())) {
            assertThatThrownBy(() -> driver.executableQuery(statement).execute())
                    .isInstanceOf(Neo4jException.class)
                    .hasMessageContaining("the user neo4j only reads here; 'ficelle load' changes the graph");
            assertThat(driver.executableQuery("MATCH (stray:Stray) RETURN stray")
                            .execute()
                            .records())
                    .isEmpty();
        }

        assertThat(served.run("show", "Orkhan Rzayev")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "neo4j | CREATE INDEX stray FOR (n:Stray) ON (n.at)",
                "neo4j | CREATE CONSTRAINT stray FOR (n:Stray) REQUIRE n.at IS UNIQUE",
                "neo4j | DROP INDEX names",
                "neo4j | MATCH (n:Claim) CALL db.create.setNodeVectorProperty(n, 'stray', [1.0]) RETURN n",
                "system | CREATE USER stray SET PASSWORD 'long enough'",
                "system | ALTER USER ficelle SET PASSWORD 'long enough' CHANGE NOT REQUIRED",
                "system | ALTER USER neo4j SET STATUS SUSPENDED",
                "system | RENAME USER ficelle TO stray",
                "system | DROP USER ficelle",
                "system | CREATE ALIAS stray FOR DATABASE neo4j",
                "system | STOP DATABASE neo4j"
            })
    void shouldRefuseThoseWhoLogInEveryChangeOfIndexesAndUsers(String database, String statement) throws Exception {
        try (Driver driver = served.driver(served.password())) {
            QueryConfig on = QueryConfig.builder().withDatabase(database).build();
            String state = "neo4j".equals(database)
                    ? "SHOW INDEXES YIELD name ORDER BY name"
                    : "SHOW USERS YIELD user, suspended ORDER BY user";
            var before = driver.executableQuery(state).withConfig(on).execute().records();

            assertThatThrownBy(() ->
                            driver.executableQuery(statement).withConfig(on).execute())
                    .isInstanceOf(Neo4jException.class);

            assertThat(driver.executableQuery(state).withConfig(on).execute().records())
                    .isEqualTo(before);
            assertThat(served.run("show", "Orkhan Rzayev").exit()).isZero();
        }
    }

    @Test
    void shouldOpenTheLinkAndAQueryInTheProgramOfTheSystem() throws Exception {
        Path opened = elsewhere.resolve("opened");
        Map<String, String> path = Served.opener(elsewhere, opened);

        try (Served own = Served.start(elsewhere, path, "--open")) {
            awaitLines(opened, 1);
            Served.Run query =
                    Served.run(elsewhere, path, "query", "who-heads-what", "--open", "-p", "entity=O'Hara & Söhne");
            awaitLines(opened, 2);

            assertThat(query.exit()).as(query.err()).isZero();
            assertThat(Files.readAllLines(opened))
                    .containsExactly(own.link().toString(), query.out().strip());
            String statement =
                    URLDecoder.decode(query.out().strip().replaceFirst(".*&arg=", ""), StandardCharsets.UTF_8);
            assertThat(query.out()).startsWith(own.link() + "&cmd=edit&arg=");
            assertThat(statement)
                    .startsWith("// ")
                    .contains("'O\\'Hara & Söhne'")
                    .doesNotContain("$entity", ":param");
        }
    }

    private static void awaitLines(Path file, int lines) throws Exception {
        for (int wait = 0;
                wait < 600 && (!Files.exists(file) || Files.readAllLines(file).size() < lines);
                wait++) {
            Thread.sleep(50);
        }
    }

    @Test
    void shouldWarnOfTheMissingTlsAndSayThatAnotherHoldsTheStore() throws Exception {
        try (EmbeddedStore held = EmbeddedStore.open(elsewhere.resolve(".ficelle"))) {
            Served.Run second =
                    Served.run(elsewhere, "serve", "--host", "0.0.0.0", "--http-port", "0", "--bolt-port", "0");

            assertThat(held).isNotNull();
            assertThat(second.exit()).isEqualTo(4);
            assertThat(second.out()).isEmpty();
            assertThat(second.err().lines())
                    .satisfiesExactly(
                            warning -> assertThat(warning)
                                    .startsWith("ficelle: warning: ")
                                    .contains("no TLS"),
                            sentence -> assertThat(sentence).contains("another Ficelle holds the store"));
        }
    }

    @Test
    void shouldRefuseASecondServerOnTheStoreInOneSentence() throws Exception {
        Served.Run second = served.run("serve", "--http-port", "0", "--bolt-port", "0");

        assertThat(second.exit()).isEqualTo(4);
        assertThat(second.out()).isEmpty();
        assertThat(second.err()).hasLineCount(1).contains("runs already; open " + served.link());
    }

    @Test
    void shouldRefuseATakenPortInOneSentence() throws Exception {
        int port = served.file().bolt().getPort();

        Served.Run second = Served.run(elsewhere, "serve", "--http-port", "0", "--bolt-port", String.valueOf(port));

        assertThat(second.exit()).isEqualTo(4);
        assertThat(second.err()).hasLineCount(1).contains("port " + port + " is taken", "--bolt-port");
        assertThat(elsewhere.resolve(".ficelle")).doesNotExist();
    }

    @Test
    void shouldRefuseToLetOtherMachinesInWithoutAPassword() throws Exception {
        Served.Run open = Served.run(elsewhere, "serve", "--host", "0.0.0.0", "--no-auth", "--http-port", "0");

        assertThat(open.exit()).isEqualTo(2);
        assertThat(open.err()).contains("--no-auth").hasLineCount(1);
    }

    @Test
    void shouldAnswerOtherCommandsThroughTheServerAsWithoutOne() throws Exception {
        String[] question = {"path", "@MuxtarYev", "Mediamark Digital"};

        Served.Run through = served.run(question);
        Served.Run without = Served.run(elsewhere, question);

        assertThat(through.exit()).isZero();
        assertThat(through.err()).isEmpty();
        assertThat(through.out()).isEqualTo(without.out()).contains("10 hops");
    }

    @Test
    void shouldAnswerEveryCellOfTheGuideWithoutWriting() throws Exception {
        List<String> cells = Guide.shipped().cells();
        try (Driver driver = served.driver(served.password());
                Session session = driver.session(SessionConfig.builder()
                        .withDefaultAccessMode(AccessMode.READ)
                        .build())) {
            List<List<Record>> answers =
                    cells.stream().map(cell -> session.run(cell).list()).toList();

            assertThat(answers).noneMatch(List::isEmpty);
            assertThat(answers.get(1).get(0).get("chain").asList())
                    .containsExactly(
                            "@MuxtarYev", "15 boycott images", "Olimpiya", "39-second video", "@NewYorkInsider");
            assertThat(answers.get(2).get(0).get("status").asList())
                    .containsExactly("inferred", "inferred", "established", "established");
            assertThat(answers.get(3))
                    .extracting(row -> row.get("company").asString())
                    .containsExactly("Eleven Kings", "Mediamark Digital");
            assertThat(answers.get(4).get(0).get("hops").asInt()).isEqualTo(10);
            assertThat(answers.get(5))
                    .extracting(row -> row.get("document").asString())
                    .containsOnly("paris-denounces-campaign");
            assertThat(answers.get(5)).extracting(row -> row.get("hop").asInt()).contains(1, 10);
            assertThat(answers.get(6))
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.get("by").asString()).isEqualTo("VIGINUM"));
        }
    }

    @Test
    void shouldDrawWhatALoadAddsToTheOntologyInItsStyle() throws Exception {
        Path data = elsewhere.resolve("data");
        try (Stream<Path> shipped = Files.walk(Path.of("data"))) {
            for (Path file : shipped.toList()) {
                Files.copy(file, data.resolve(Path.of("data").relativize(file)));
            }
        }
        Path ontology = data.resolve("ontology.json");
        try (Served other = Served.start(elsewhere, Map.of())) {
            URI style = other.link().resolve("/explorer/style.grass");
            assertThat(text(style))
                    .contains("relationship.HEADS {", "node.Account {")
                    .doesNotContain("#123456");

            Files.writeString(
                    ontology,
                    Files.readString(ontology)
                            .replaceFirst("\"colour\": \"#[0-9A-Fa-f]{6}\"", "\"colour\": \"#123456\""));
            Served.Run load = other.run("load");

            assertThat(load.exit()).as(load.err()).isZero();
            assertThat(text(style)).contains("relationship.HEADS {", "#123456");
        }
    }

    @Test
    void shouldExportTheFilesForTheBrowserOfAnotherServer() throws Exception {
        Served.Run export = served.run("serve", "--export-browser", "public");

        assertThat(export.exit()).isZero();
        assertThat(export.out()).isEmpty();
        assertThat(export.err()).contains("browser.post_connect_cmd=config {");
        for (String name : List.of("style.grass", "start.html", "queries.zip")) {
            assertThat(Files.readAllBytes(directory.resolve("public").resolve(name)))
                    .isEqualTo(get(served.link().resolve("/explorer/" + name), FOREIGN)
                            .body());
        }
    }

    @Test
    void shouldEndWithinThreeSecondsAndLeaveAStoreThatOpens() throws Exception {
        try (Served other = Served.start(elsewhere, Map.of())) {
            assertThat(other.end()).isLessThan(Duration.ofSeconds(3));

            assertThat(other.process().exitValue()).isEqualTo(143);
            assertThat(other.store().resolve("server")).doesNotExist();
            assertThat(other.run("search", "rzaev").exit()).isZero();
        }
    }

    @Test
    void shouldTakeTheGivenPasswordAndSurviveBeingKilled() throws Exception {
        String password = "Ficelle \u00e0 tirer";
        Map<String, String> environment = Map.of("WORD", password);
        try (Served killed = Served.start(elsewhere, environment, "--password:env", "WORD")) {
            assertThat(count(killed, password)).isPositive();
            assertThat(killed.store().resolve("password")).doesNotExist();
            assertThat(killed.run("search", "rzaev").exit()).isZero();

            killed.process().destroyForcibly().waitFor();

            assertThat(killed.store().resolve("server")).exists();
            assertThat(killed.run("search", "rzaev").exit()).isZero();
        }
        try (Served again = Served.start(elsewhere, Map.of())) {
            assertThat(count(again, again.password())).isPositive();
            assertThatThrownBy(() -> count(again, password)).isInstanceOf(AuthenticationException.class);
        }
    }

    @Test
    void shouldWarnOfWhatAServerWithoutPasswordOpens() throws Exception {
        try (Served open = Served.start(elsewhere, Map.of(), "--no-auth")) {
            assertThat(open.err()).contains("warning: without a password").contains("can read and change the graph");
            assertThat(open.out()).contains("preselectAuthMethod=NO_AUTH");
            assertThat(open.run("search", "rzaev").exit()).isZero();
        }
    }

    private static long count(Served served, String password) {
        try (Driver driver = served.driver(password)) {
            return driver.executableQuery("MATCH (entity:Entity) RETURN count(entity) AS entities")
                    .execute()
                    .records()
                    .get(0)
                    .get("entities")
                    .asLong();
        }
    }

    private static HttpResponse<byte[]> get(URI uri, String origin) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri).header("Origin", origin).build(), BodyHandlers.ofByteArray());
    }

    private static String text(URI uri) throws Exception {
        return new String(get(uri, FOREIGN).body(), StandardCharsets.UTF_8);
    }

    private static String basic() throws IOException {
        return "Basic "
                + Base64.getEncoder().encodeToString(("neo4j:" + served.password()).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] message(String content) {
        byte[] bytes = hex(content);
        return hex(String.format("%04X", bytes.length) + content + "0000");
    }

    private static String text(String value) {
        return String.format("%02X", 0x80 + value.length()) + ascii(value);
    }

    private static String ascii(String value) {
        return HexFormat.of().formatHex(value.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** What a page of a web browser can do: open a web socket, which tells its origin, and send bytes. */
    private static final class BoltOverWebSocket implements WebSocket.Listener, AutoCloseable {

        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private WebSocket socket;

        static BoltOverWebSocket open(URI bolt, String origin) throws Exception {
            BoltOverWebSocket page = new BoltOverWebSocket();
            page.socket = HTTP.newWebSocketBuilder()
                    .header("Origin", origin)
                    .buildAsync(URI.create("ws://" + bolt.getHost() + ":" + bolt.getPort()), page)
                    .get(30, TimeUnit.SECONDS);
            return page;
        }

        void send(byte[] bytes) throws Exception {
            socket.sendBinary(ByteBuffer.wrap(bytes), true).get(30, TimeUnit.SECONDS);
        }

        /** At least so many bytes, or all there are when the server closes; taken away. */
        byte[] await(int size) throws InterruptedException {
            for (int wait = 0; wait < 600; wait++) {
                synchronized (received) {
                    if (received.size() >= size || socket.isInputClosed()) {
                        byte[] bytes = received.toByteArray();
                        received.reset();
                        return bytes;
                    }
                }
                Thread.sleep(50);
            }
            throw new AssertionError("the server did not answer");
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            synchronized (received) {
                byte[] bytes = new byte[data.remaining()];
                data.get(bytes);
                received.writeBytes(bytes);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
