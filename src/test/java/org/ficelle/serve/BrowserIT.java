package org.ficelle.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Proxy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Works Neo4j Browser as an investigator does, in a real Chromium. The variable {@code FICELLE_CHROMIUM} names the program
 * and makes it an error that there is none; the property {@code ficelle.pictures} has the pictures of the site taken.
 */
class BrowserIT {

    private static final String VARIABLE = "FICELLE_CHROMIUM";
    private static final boolean PICTURES = System.getProperty("ficelle.pictures") != null;
    private static final Path SITE = Path.of("src/site/resources/images");
    private static final double PATIENCE = 120_000;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    /** What Chromium asks of its makers by itself, whatever the page. */
    private static final Pattern CHROMIUM = Pattern.compile(
            "[ /](accounts|clients\\d|update|content-autofill|optimizationguide-pa|android\\.clients|www)"
                    + "\\.google(apis)?\\.com[:/]");

    private static final int CHAIN_SLIDE = 6;
    private static final int FINDING_SLIDE = 7;

    @TempDir
    static Path directory;

    private static Served served;
    private static Playwright playwright;
    private static Browser chromium;
    private static Outside outside;

    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void open() throws Exception {
        Path program = program();
        served = Served.start(directory, Map.of());
        outside = new Outside();
        // The driver lies in its artifact and the browser is the system's, so that nothing is downloaded.
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setTimeout(PATIENCE)
                        .setProxy(new Proxy(outside.proxy()).setBypass("localhost,127.0.0.1")));
    }

    private static Path program() {
        String required = System.getenv(VARIABLE);
        if (required != null) {
            assertThat(Path.of(required)).as(VARIABLE).isExecutable();
            return Path.of(required);
        }
        List<Path> found = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .toList();
        if (found.isEmpty()) {
            System.out.println(
                    "BrowserIT is skipped, because there is no Chromium; install one or name it in " + VARIABLE);
        }
        assumeTrue(!found.isEmpty());
        return found.get(0);
    }

    @AfterAll
    static void close() throws Exception {
        if (playwright != null) {
            playwright.close();
            outside.close();
        }
        if (served != null) {
            served.close();
        }
    }

    @BeforeEach
    void openPage() {
        context = chromium.newContext(new Browser.NewContextOptions().setViewportSize(1720, 1000));
        context.setDefaultTimeout(PATIENCE);
        context.onRequest(requests::add);
        page = context.newPage();
    }

    /** What Browser would ask elsewhere its own policy stops; what got past that the proxy would have noted. */
    @AfterEach
    void shouldHaveAskedNobodyOutside() {
        assertThat(requests).filteredOn(request -> !isHere(request)).allSatisfy(request -> assertThat(request.failure())
                .isEqualTo("csp"));
        assertThat(requests).anyMatch(BrowserIT::isHere);
        assertThat(outside.requests())
                .filteredOn(request -> !CHROMIUM.matcher(request).find())
                .isEmpty();
        context.close();
    }

    private static boolean isHere(Request request) {
        URI uri = URI.create(request.url().replace(' ', '+').replace('|', '+'));
        return uri.getHost() == null || HERE.contains(uri.getHost());
    }

    @Test
    void shouldLeadFromThePrintedLinkToTheChainAndItsEvidence() throws Exception {
        logIn();
        picture("guide");

        turnTo(CHAIN_SLIDE);
        runCell(0);

        Locator frame = page.getByTestId("frame").first();
        assertThat(frame.locator("g.node")).hasCount(11);
        assertThat(frame.locator("g.relationship")).hasCount(10);
        assertThat(words(frame.locator("g.node text")))
                .contains("@MuxtarYev", "Olimpiya", "39-second", "Orkhan", "Mediamark");
        assertThat(frame.locator("g.relationship text").allTextContents())
                .filteredOn(caption -> caption.startsWith("inferred · "))
                .hasSize(2);
        assertThat(frame.locator("g.relationship text").allTextContents())
                .filteredOn(caption -> caption.startsWith("established · "))
                .hasSize(8);
        assertThat(frame.locator("g.relationship path[fill='#0072B2']")).hasCount(3);
        picture("chain");

        runCell(1);

        Locator table = page.getByTestId("frame").first();
        assertThat(table).containsText("Tied by name only");
        assertThat(table).containsText("paris-denounces-campaign");
        picture("evidence");

        turnTo(FINDING_SLIDE);
        runCell(0);

        assertThat(page.getByTestId("frame").first().locator("g.relationship")).hasCount(8);
        assertThat(words(page.getByTestId("frame").first().locator("g.node text")))
                .contains("not-established", "VIGINUM");
        picture("finding");
    }

    @Test
    void shouldDrawNothingThatAQueryDidNotReturn() throws Exception {
        logIn();

        type("MATCH (person:Person)-[:HEADS]->(company:Company {id: 'company:eleven-kings'}) RETURN person, company");

        Locator frame = page.getByTestId("frame").first();
        assertThat(frame.locator("g.node")).hasCount(2);
        assertThat(frame.locator("g.relationship")).hasCount(0);
    }

    @Test
    void shouldTakeTheStoredQueriesIntoTheFavouritesByFolder() throws Exception {
        Map<String, String> queries = QueryArchiveTest.entries(archive());
        logIn();

        drop("queries.zip", archive());
        page.getByTestId("navigationFavorites").click();

        for (Map.Entry<String, String> query : queries.entrySet()) {
            if (!query.getKey().endsWith("/")) {
                String folder = query.getKey().replaceFirst("/.*", "");
                Locator drawer = page.getByTestId("savedScriptsFolder-" + folder);
                assertThat(drawer).hasCount(1);
            }
        }
        String first = queries.keySet().iterator().next().replace("/", "");
        page.getByTestId("expandFolder-" + first).click();
        queries.forEach((name, text) -> {
            if (name.startsWith(first + "/") && !name.endsWith("/")) {
                String title = text.lines().findFirst().orElseThrow().replaceFirst("^//\\s*", "");
                assertThat(page.getByTestId("savedScriptsFolder-" + first)).containsText(title);
            }
        });
        picture("favourites");
    }

    @Test
    void shouldRefuseToWriteEvenWithItsOwnProtectionSwitchedOff() throws Exception {
        logIn();

        type("CREATE (stray:Stray) RETURN stray");

        assertThat(page.getByTestId("frame").first()).containsText("Writing in read access mode not allowed");

        type(":config useReadTransactions: false");
        type("CREATE (stray:Stray) RETURN stray");

        assertThat(page.getByTestId("frame").first()).containsText("the user neo4j only reads here");
    }

    @Test
    void shouldOpenAStoredQueryReadyToRun() throws Exception {
        Served.Run query = Served.run(
                directory,
                Served.opener(directory, directory.resolve("opened")),
                "query",
                "who-heads-what",
                "--open",
                "-p",
                "entity=Eleven Kings");
        logIn(query.out().strip());

        assertThat(page.locator("#monaco-main-editor .view-lines").first()).containsText("'Eleven Kings'");

        int before = page.getByTestId("frame").count();
        page.locator("#monaco-main-editor textarea").first().focus();
        page.keyboard().press("Control+Enter");

        assertThat(page.getByTestId("frame")).hasCount(before + 1);
        Locator frame = page.getByTestId("frame").first();
        assertThat(frame.locator("g.node")).hasCount(2);
        assertThat(words(frame.locator("g.node text"))).contains("Orkhan", "Eleven");
    }

    @Test
    void shouldLetNoOtherPageReadAnythingOrLogIn() throws Exception {
        page.navigate(outside.page());

        Object read = page.evaluate(
                "url => fetch(url).then(answer => answer.text(), () => 'refused')",
                served.link().resolve("/explorer/style.grass").toString());
        // The handshake, HELLO {user_agent: "x", scheme: "none"} and RUN "RETURN 1" {} {}, each as a message.
        Object answer = page.evaluate(
                """
                ([url, messages]) => new Promise(resolve => {
                    const socket = new WebSocket(url);
                    const bytes = text => Uint8Array.from(text.match(/../g), digits => parseInt(digits, 16));
                    let received = '';
                    socket.binaryType = 'arraybuffer';
                    socket.onopen = () => socket.send(bytes(messages[0]));
                    socket.onmessage = message => {
                        if (received === '') {
                            socket.send(bytes(messages[1]));
                            socket.send(bytes(messages[2]));
                        }
                        received += String.fromCharCode(...new Uint8Array(message.data));
                    };
                    socket.onclose = () => resolve(received);
                    setTimeout(() => resolve(received), 20000);
                })""",
                List.of(
                        served.file().bolt().toString().replace("bolt:", "ws:"),
                        List.of(
                                "6060b0170000040400000000" + "0000000000000000",
                                "001cb101a28a757365725f6167656e74817886736368656d65846e6f6e65" + "0000",
                                "000db310885245545552" + "4e2031a0a0" + "0000")));

        assertThat(read).isEqualTo("refused");
        assertThat(String.valueOf(answer)).contains("Neo.ClientError.Security.Unauthorized");
    }

    private void logIn() throws IOException {
        logIn(served.link().toString());
    }

    private void logIn(String link) throws IOException {
        page.navigate(link);
        assertThat(page.locator("input[data-testid=username]")).hasValue("neo4j");
        page.locator("input[type=password]").fill(served.password());
        page.getByTestId("connect").click();
        assertThat(page.getByTestId("guidesDrawer")).containsText("Who is tied to whom, and who says so");
        assertThat(page.getByTestId("frame").first()).containsText("node.Person");
    }

    private void turnTo(int slide) {
        page.getByTestId("guidesDrawer").getByTestId("pagination-" + slide).click();
    }

    /** Runs a cell of the slide that is shown, by the sign beside it, and waits for its result. */
    private void runCell(int index) {
        int before = page.getByTestId("frame").count();
        page.getByTestId("guidesDrawer").locator("pre.runnable i").nth(index).click();
        assertThat(page.getByTestId("frame")).hasCount(before + 1);
    }

    private void type(String statement) {
        int before = page.getByTestId("frame").count();
        page.locator("#monaco-main-editor textarea").first().focus();
        page.keyboard().insertText(statement);
        page.keyboard().press("Control+Enter");
        assertThat(page.getByTestId("frame")).hasCount(before + 1);
    }

    private void drop(String name, byte[] content) {
        JSHandle data =
                page.evaluateHandle("""
                ([name, content]) => {
                    const data = new DataTransfer();
                    data.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name));
                    return data;
                }""", List.of(name, Base64.getEncoder().encodeToString(content)));
        page.locator(".filedrop").dispatchEvent("drop", Map.of("dataTransfer", data));
    }

    private byte[] archive() throws IOException {
        return Files.readAllBytes(BrowserPages.folder(served.store()).resolve(BrowserFiles.QUERIES));
    }

    private static List<String> words(Locator texts) {
        return texts.allTextContents().stream()
                .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                .toList();
    }

    private void picture(String name) throws IOException {
        if (PICTURES) {
            // Until the graph has come to rest.
            page.waitForTimeout(5000);
            Files.createDirectories(SITE);
            page.screenshot(new Page.ScreenshotOptions().setPath(SITE.resolve(name + ".png")));
        }
    }
}
