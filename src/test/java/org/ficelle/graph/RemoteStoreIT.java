package org.ficelle.graph;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.ficelle.Cable;
import org.ficelle.OldServer;
import org.ficelle.RemoteTestStore;
import org.ficelle.Sample;
import org.ficelle.TestServer;
import org.ficelle.TestStore;
import org.ficelle.load.LoadPlan;
import org.ficelle.load.Loader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteStoreIT extends StoreContract {

    @RegisterExtension
    static final RemoteTestStore graph = new RemoteTestStore();

    private static final Duration IMPATIENT = Duration.ofMillis(100);

    private static final int CUTS = Integer.getInteger("ficelle.cuts", 60);
    private static final int BATCHED_CUTS = 6;

    private final Sample sample = new Sample().claim("person:a HEADS company:b");
    private final Sample other = new Sample().claim("person:x HEADS company:y").claim("person:a PROMOTES company:b");

    RemoteStoreIT() {
        super(graph);
    }

    private static RemoteStore open(URI uri) {
        return RemoteStore.open(uri, TestServer.USERNAME, TestServer.PASSWORD, null, IMPATIENT);
    }

    private static void refuses(
            URI uri, @Nullable String username, @Nullable String password, @Nullable String database, String sentence) {
        long start = System.nanoTime();

        assertThatThrownBy(() -> RemoteStore.open(uri, username, password, database))
                .isInstanceOf(StoreException.class)
                .hasMessage(sentence);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    private static void refuses(URI uri, String sentence) {
        refuses(uri, TestServer.USERNAME, TestServer.PASSWORD, null, sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j", "bolt+ssc", "neo4j+ssc"})
    void shouldAnswerOverEveryScheme(String scheme) {
        graph.load(sample);

        try (Store store = RemoteStore.open(
                        graph.server().uri(scheme), TestServer.USERNAME, TestServer.PASSWORD, "neo4j");
                View view = store.view()) {
            assertThat(view.vertices(List.of("person:a"))).containsOnlyKeys("person:a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j"})
    void shouldSayThatNothingAnswers(String scheme) throws IOException {
        URI uri = URI.create(scheme + "://127.0.0.1:" + TestServer.freePort());

        refuses(uri, "nothing answers at " + uri + "; start the server there or correct --uri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j"})
    void shouldSayThatTheHostIsUnknown(String scheme) {
        refuses(
                URI.create(scheme + "://no-such-host.invalid"),
                "the host no-such-host.invalid is not known; correct --uri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j"})
    void shouldSayThatThePasswordIsWrong(String scheme) {
        URI uri = graph.server().uri(scheme);

        refuses(
                uri,
                "neo4j",
                "wrong",
                null,
                "the server at " + uri
                        + " refuses the user neo4j with this password; correct --username or --password");
    }

    @Test
    void shouldAskForAUser() {
        URI uri = graph.server().uri("bolt");

        refuses(uri, null, null, null, "the server at " + uri + " asks who it is; give --username and --password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j"})
    void shouldSayThatThereIsNoSuchDatabase(String scheme) {
        URI uri = graph.server().uri(scheme);

        refuses(
                uri,
                TestServer.USERNAME,
                TestServer.PASSWORD,
                "case7",
                "the server at " + uri + " has no database case7; correct --database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Neo4j/4.4.30", "Neo4j/5.6.0"})
    void shouldSayThatTheServerIsTooOld(String agent) throws IOException {
        try (OldServer old = new OldServer(agent)) {
            refuses(
                    old.uri(),
                    "the server at " + old.uri() + " is " + agent.replace('/', ' ')
                            + ", and Ficelle needs Neo4j 5.7 or later; give another with --uri");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j"})
    void shouldSayThatTheServerOffersNoTls(String scheme) throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(plain, socket -> {});
            URI uri = URI.create(scheme + "+s://127.0.0.1:" + plain.getLocalPort());

            refuses(uri, "the server at " + uri + " offers no TLS; give " + scheme + ":// or set up TLS there");
        }
    }

    @Test
    void shouldSayThatTheServerHangsUp() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(plain, socket -> {});
            URI uri = URI.create("bolt://127.0.0.1:" + plain.getLocalPort());

            refuses(
                    uri,
                    "the server at " + uri + " hangs up or keeps silent; wait until it has started, and see whether it"
                            + " asks for TLS, which bolt+s:// gives");
        }
    }

    /** What a server does with a connection before it hangs up. */
    private interface Answer {
        void to(Socket socket) throws IOException;
    }

    private static void serve(ServerSocket server, Answer answer) {
        CompletableFuture.runAsync(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    answer.to(socket);
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bolt", "neo4j"})
    void shouldSayThatTheCertificateIsSelfSigned(String scheme) {
        URI uri = graph.server().uri(scheme + "+s");

        refuses(
                uri,
                "the certificate of the server at " + uri + " is signed by nobody this Java trusts; give " + scheme
                        + "+ssc:// to accept it nevertheless");
    }

    @Test
    void shouldSayThatThePortIsThatOfAWebServer() throws IOException {
        try (ServerSocket web = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(web, socket -> socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII)));
            URI uri = URI.create("bolt://127.0.0.1:" + web.getLocalPort());

            refuses(
                    uri,
                    "what answers at " + uri + " is a web server; give the port of Bolt, which is 7687 by default");
        }
    }

    @Test
    void shouldGiveUpAReadingWhenTheConnectionIsLost() throws IOException {
        graph.load(sample);
        try (Cable cable = new Cable(graph.server().port());
                RemoteStore store = open(cable.uri("bolt"))) {
            try (View view = store.view()) {
                cable.cut();

                assertThatThrownBy(() -> view.vertices(List.of("person:a")))
                        .isInstanceOf(StoreException.class)
                        .hasMessage("the connection to " + cable.uri("bolt") + " was lost; run the command again");
            }
            cable.mend();

            assertThat(store.<Set<String>>read(
                            view -> view.vertices(List.of("person:a")).keySet()))
                    .containsExactly("person:a");
        }
    }

    @Test
    void shouldAskAgainWhenTheConnectionIsMended() throws IOException {
        graph.load(sample);
        try (Cable cable = new Cable(graph.server().port());
                RemoteStore store = RemoteStore.open(
                        cable.uri("bolt"), TestServer.USERNAME, TestServer.PASSWORD, null, Duration.ofSeconds(20))) {
            AtomicBoolean first = new AtomicBoolean(true);

            Set<String> found = store.read(view -> {
                if (first.getAndSet(false)) {
                    cable.cut();
                    cable.mend();
                }
                return view.vertices(List.of("person:a")).keySet();
            });

            assertThat(found).containsExactly("person:a");
            cable.cut();
            cable.mend();
            Loader.load(store, other.image(), Clock.systemUTC());
            assertThat(graph.dump()).contains("person:x");
        }
    }

    @Test
    void shouldLeaveTheOldStateOrTheNewWhereverTheConnectionIsCut() throws IOException {
        Sample large = large();
        graph.load(sample);
        String before = graph.dump();
        graph.load(large);
        String after = graph.dump();
        long length;
        try (Cable cable = new Cable(graph.server().port());
                RemoteStore store = open(cable.uri("bolt"))) {
            graph.load(sample);
            LoadPlan plan = Loader.plan(store, large.image());
            long start = cable.carried();
            store.apply(Sample.ONTOLOGY, plan.changes());
            length = cable.carried() - start;
        }
        int unchanged = 0;
        Random random = new Random();
        String now = after;
        for (int cut = 0; cut < CUTS; cut++) {
            if (!now.equals(before)) {
                graph.load(sample);
            }
            try (Cable cable = new Cable(graph.server().port());
                    RemoteStore store = open(cable.uri("bolt"))) {
                LoadPlan plan = Loader.plan(store, large.image());
                // At random, but somewhere in each part of the load; the last cut comes after its end.
                cable.cutAfter(cut < CUTS - 1 ? (long) (length * (cut + random.nextDouble()) / CUTS) : length);

                if (cut < CUTS - 1) {
                    assertThatThrownBy(() -> store.apply(Sample.ONTOLOGY, plan.changes()))
                            .isInstanceOf(StoreException.class)
                            .hasMessageStartingWith(
                                    "the connection to " + cable.uri("bolt") + " was lost during the load");
                }
            }
            now = graph.dump();
            assertThat(now).isIn(before, after);
            unchanged += now.equals(before) ? 1 : 0;
        }

        assertThat(unchanged).isGreaterThan(CUTS / 2);
        graph.load(large);
        assertThat(graph.dump()).isEqualTo(after);
    }

    /** A load in several transactions that is cut short is told to readers, and the next load completes it. */
    @Test
    void shouldSayThatALargeLoadWasCutShortUntilTheNextCompletesIt() throws IOException {
        Sample large = large();
        graph.load(large);
        String after = graph.dump();
        long length = 0;
        int half = 0;
        for (int cut = 0; cut < BATCHED_CUTS; cut++) {
            graph.load(sample);
            String before = graph.dump();
            try (Cable cable = new Cable(graph.server().port());
                    RemoteStore store = batched(cable.uri("bolt"))) {
                if (length == 0) {
                    long start = cable.carried();
                    Loader.load(store, large.image(), Clock.systemUTC());
                    length = cable.carried() - start;
                    continue;
                }
                cable.cutAfter(length * cut / BATCHED_CUTS);
                assertThatThrownBy(() -> Loader.load(store, large.image(), Clock.systemUTC()))
                        .isInstanceOf(StoreException.class);
            }
            try (RemoteStore store = batched(graph.server().uri("bolt"))) {
                String now;
                try {
                    now = TestStore.dump(store);
                } catch (StoreException told) {
                    half++;
                    now = before;
                    assertThat(told)
                            .hasMessage("the graph at " + graph.server().uri("bolt")
                                    + " is half loaded: wait until the load has ended, or run 'ficelle load' to complete"
                                    + " it when it was cut short");
                }
                assertThat(now).isIn(before, after);
                Loader.load(store, large.image(), Clock.systemUTC());
                assertThat(TestStore.dump(store)).isEqualTo(after);
            }
        }
        assertThat(half).isPositive();
    }

    private static RemoteStore batched(URI uri) {
        return RemoteStore.open(uri, TestServer.USERNAME, TestServer.PASSWORD, null, IMPATIENT, 60);
    }

    private static Sample large() {
        Sample sample = new Sample();
        IntStream.range(0, 150).forEach(i -> sample.claim("person:p" + i + " HEADS company:c" + i % 7));
        return sample;
    }

    @Test
    void shouldRefuseToGoOnWhenALoadCameBetween() {
        graph.load(sample);
        try (RemoteStore store = open(graph.server().uri("bolt"));
                View view = store.view()) {
            assertThat(view.vertices(List.of("person:a", "person:x"))).containsOnlyKeys("person:a");

            graph.load(other);

            assertThatThrownBy(() -> view.vertices(List.of("person:a", "person:x")))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("a load changed the graph while it was read; run the command again");
            assertThat(store.<Set<String>>read(anew ->
                            anew.vertices(List.of("person:a", "person:x")).keySet()))
                    .containsExactlyInAnyOrder("person:a", "person:x");
        }
    }

    @Test
    void shouldNeverShowAReaderAnythingBetweenTwoStates() {
        Sample one = large();
        Sample two = new Sample();
        IntStream.range(0, 150).forEach(i -> two.claim("person:p" + i + " PROMOTES company:c" + i % 5));
        graph.load(one);
        String first = graph.dump();
        graph.load(two);
        String second = graph.dump();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();

        List<CompletableFuture<Integer>> readers = new ArrayList<>();
        for (int reader = 0; reader < 4; reader++) {
            readers.add(CompletableFuture.supplyAsync(
                    () -> {
                        int readings = 0;
                        try (RemoteStore store = graph.server().open()) {
                            while (!over.get()) {
                                seen.add(store.read(TestStore::dump));
                                readings++;
                            }
                        }
                        return readings;
                    },
                    task -> new Thread(task).start()));
        }
        for (int load = 0; load < 30; load++) {
            graph.load(load % 2 == 0 ? one : two);
        }
        over.set(true);

        assertThat(readers.stream().map(CompletableFuture::join)).allMatch(readings -> readings > 0);
        assertThat(seen).isSubsetOf(first, second);
    }

    @Test
    void shouldReadOnAfterALoadThatWasCutShort() {
        graph.load(sample);
        graph.cypher("MATCH (r:Revision) SET r.coming = 'a load that was killed'");

        Set<String> found = graph.store()
                .read(view -> new HashSet<>(view.vertices(List.of("person:a")).keySet()));

        assertThat(found).containsExactly("person:a");
        assertThat(graph.cypher("MATCH (r:Revision) UNWIND keys(r) AS key RETURN key ORDER BY key"))
                .containsExactly("id", "shown");
    }

    @Test
    void shouldLetOneOfTwoLoadsOfOnePlanThrough() {
        graph.load(sample);
        try (RemoteStore store = open(graph.server().uri("bolt"))) {
            LoadPlan late = Loader.plan(store, other.image());
            graph.load(new Sample().claim("person:c HEADS company:d"));
            String before = graph.dump();

            assertThatThrownBy(() -> store.apply(Sample.ONTOLOGY, late.changes()))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("the load changed nothing, because another load of the graph at "
                            + graph.server().uri("bolt") + " came first; load again");

            assertThat(graph.dump()).isEqualTo(before);
            Loader.load(store, other.image(), Clock.systemUTC());
            assertThat(graph.dump()).contains("person:x");
        }
    }

    @Test
    void shouldKeepToTheStateOfTheLastLoadWithSeveralLoadersAtOnce() {
        List<CompletableFuture<Boolean>> loaders = new ArrayList<>();
        for (int loader = 0; loader < 4; loader++) {
            Sample own = new Sample().claim("person:p" + loader + " HEADS company:c" + loader);
            loaders.add(CompletableFuture.supplyAsync(
                    () -> {
                        try (RemoteStore store = graph.server().open()) {
                            Loader.load(store, own.image(), Clock.systemUTC());
                            return true;
                        } catch (StoreException late) {
                            return false;
                        }
                    },
                    task -> new Thread(task).start()));
        }

        assertThat(loaders.stream().map(CompletableFuture::join)).contains(true);

        assertThat(graph.cypher("MATCH (c:Claim) RETURN c.id")).hasSize(1);
    }
}
