package org.ficelle.graph;

import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.ficelle.graph.ChangeWriter.Stage;
import org.ficelle.model.Ontology;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.BookmarkManagerConfig;
import org.neo4j.driver.BookmarkManagers;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/**
 * The graph on a Neo4j server, cluster or Aura, over Bolt.
 *
 * <p>Loads of several processes exclude one another. Readers do not wait for a load: a view that meets one refuses to go
 * on, and {@link #read} asks again ({@link Revision} says how that is noticed). A store may be used by several threads, a
 * view by one.
 */
public final class RemoteStore implements Store {

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /** How long a lost server, a change of leader or a load in the way is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A load that has been coming for so long is being written, or was cut short. */
    private static final Duration ANNOUNCED = Duration.ofMillis(500);

    /** How long a reader waits for a load that is being written. */
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(1);

    /** The most changes that one transaction writes. */
    private static final int BATCH = 50_000;

    private static final Duration PAUSE = Duration.ofMillis(25);

    /** How often a load is announced when readers take it for one cut short. */
    private static final int ANNOUNCEMENTS = 5;

    /** What the server shows of our transactions. */
    static final Map<String, Object> METADATA = Map.of("app", "ficelle");

    private static final TransactionConfig TRANSACTION =
            TransactionConfig.builder().withMetadata(METADATA).build();
    private static final TransactionConfig WAITING = TransactionConfig.builder()
            .withMetadata(METADATA)
            .withTimeout(LONGEST_LOAD)
            .build();

    private static final String PROBE = "RETURN 1";
    /** Not in place of a load in several transactions, unless that is the one to be completed. */
    private static final String ANNOUNCE = """
            MERGE (revision:Revision {id: $node})
            SET revision.coming = CASE
                WHEN revision.written IS NULL OR revision.written = $planned THEN $load
                ELSE revision.coming END""";

    private static final String LOCK = """
            MERGE (revision:Revision {id: $node})
            SET revision.held = true
            WITH revision
            RETURN revision.shown AS shown, revision.coming AS coming, revision.written AS written""";
    private static final String BEGIN = """
            MATCH (revision:Revision {id: $node})
            SET revision.coming = $load, revision.written = 0
            REMOVE revision.held""";
    private static final String ADVANCE = """
            MATCH (revision:Revision {id: $node})
            SET revision.written = $written
            REMOVE revision.held""";
    private static final String COMPLETE = """
            MATCH (revision:Revision {id: $node})
            SET revision.shown = $load
            REMOVE revision.held, revision.coming, revision.written""";
    private static final String SHOW = """
            MATCH (revision:Revision {id: $node})
            SET revision.shown = $load
            REMOVE revision.held""";
    private static final String RETIRE = """
            MATCH (revision:Revision {id: $node})
            SET revision.held = true
            WITH revision
            REMOVE revision.held
            WITH revision WHERE revision.coming = $load AND revision.written IS NULL
            REMOVE revision.coming""";

    private final Driver driver;
    private final RemoteFailures failures;
    private final Duration patience;
    private final int batch;
    private final SessionConfig reading;
    private final SessionConfig writing;

    /** What the graph showed when its fingerprints were last read, on which a load is planned. */
    private final AtomicReference<@Nullable Revision> planned = new AtomicReference<>();

    private RemoteStore(
            Driver driver, RemoteFailures failures, Duration patience, int batch, @Nullable String database) {
        this.driver = driver;
        this.failures = failures;
        this.patience = patience;
        this.batch = batch;
        BookmarkManager bookmarks =
                BookmarkManagers.defaultManager(BookmarkManagerConfig.builder().build());
        this.reading = session(database, bookmarks, AccessMode.READ);
        this.writing = session(database, bookmarks, AccessMode.WRITE);
    }

    private static SessionConfig session(@Nullable String database, BookmarkManager bookmarks, AccessMode mode) {
        SessionConfig.Builder builder =
                SessionConfig.builder().withBookmarkManager(bookmarks).withDefaultAccessMode(mode);
        if (database != null) {
            builder.withDatabase(database);
        }
        return builder.build();
    }

    /**
     * Connects to a server, without waiting for one that is not there. A {@link StoreException} says in one sentence why
     * it cannot be used.
     *
     * @param uri {@code bolt} or {@code neo4j}, plain, with {@code +s} or with {@code +ssc}
     * @param username absent for a server without authentication
     * @param password absent for an empty one
     * @param database absent for the user's own
     */
    public static RemoteStore open(
            URI uri, @Nullable String username, @Nullable String password, @Nullable String database) {
        return open(uri, username, password, database, PATIENCE);
    }

    static RemoteStore open(
            URI uri,
            @Nullable String username,
            @Nullable String password,
            @Nullable String database,
            Duration patience) {
        return open(uri, username, password, database, patience, BATCH);
    }

    static RemoteStore open(
            URI uri,
            @Nullable String username,
            @Nullable String password,
            @Nullable String database,
            Duration patience,
            int batch) {
        AuthToken token = username == null
                ? AuthTokens.none()
                : AuthTokens.basic(username, Objects.requireNonNullElse(password, ""));
        // Netty would take the logging of the embedded server, only to say nothing.
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE);
        Driver driver = GraphDatabase.driver(uri, token, config(patience));
        RemoteStore store =
                new RemoteStore(driver, new RemoteFailures(uri, username, database), patience, batch, database);
        try {
            store.probe();
            return store;
        } catch (StoreException refused) {
            store.close();
            throw refused;
        }
    }

    private static Config config(Duration patience) {
        String version = RemoteStore.class.getPackage().getImplementationVersion();
        return Config.builder()
                .withUserAgent("ficelle/" + (version == null ? "dev" : version))
                .withTelemetryDisabled(true)
                .withLogging(Logging.none())
                .withConnectionTimeout(CONNECTING.toMillis(), TimeUnit.MILLISECONDS)
                .withMaxTransactionRetryTime(patience.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    /** Runs a statement outside of a managed transaction, which would be tried again and again. */
    private void probe() {
        try (Session session = driver.session(reading)) {
            failures.checkVersion(
                    session.run(PROBE, TRANSACTION).consume().server().agent());
        } catch (Neo4jException refused) {
            throw failures.refused(refused);
        }
    }

    @Override
    public View view() {
        return view(false);
    }

    /** @param half whether to read also what a load that was cut short has left */
    private View view(boolean half) {
        Waiting waiting = new Waiting();
        Revision last = null;
        while (true) {
            RemoteView view = RemoteView.open(() -> driver.session(reading), TRANSACTION, failures, planned::set);
            Revision revision = view.revision();
            String coming = revision.coming();
            boolean stalled = revision.written() != null && revision.equals(last) && waiting.lasts(patience);
            if (coming == null || half && stalled) {
                return view;
            }
            view.close();
            if (stalled) {
                throw failures.halfLoaded();
            }
            if (revision.written() == null && waiting.lasts(ANNOUNCED)) {
                retireWhenOver(coming);
                waiting = new Waiting();
            } else if (revision.written() != null && !revision.equals(last)) {
                waiting = new Waiting();
            }
            last = revision;
            waiting.pause();
        }
    }

    @Override
    public <T> T read(Function<View, T> question) {
        return read(question, false);
    }

    @Override
    public <T> T readForLoad(Function<View, T> question) {
        return read(question, true);
    }

    private <T> T read(Function<View, T> question, boolean half) {
        Waiting waiting = new Waiting();
        while (true) {
            try (View view = view(half)) {
                return question.apply(view);
            } catch (StoreException failure) {
                boolean passing =
                        failure instanceof RemoteView.Outdated || failure.getCause() instanceof RetryableException;
                if (!passing || waiting.lasts(patience)) {
                    throw failure;
                }
            }
            waiting.pause();
        }
    }

    @Override
    public void apply(Ontology ontology, Collection<Change> changes, Runnable spent) {
        String load = UUID.randomUUID().toString();
        try {
            RemoteSchema.ensure(this::write, ontology);
            if (changes.size() > batch) {
                writeInBatches(load, List.copyOf(changes));
            } else {
                announceAndWrite(load, changes);
                retire(load, TRANSACTION);
            }
            planned.set(null);
        } catch (Neo4jException failure) {
            throw failures.notWritten(failure);
        }
    }

    private void announceAndWrite(String load, Collection<Change> changes) {
        try {
            for (int attempt = 0; attempt < ANNOUNCEMENTS; attempt++) {
                if (isWritten(load, changes)) {
                    return;
                }
            }
            throw failures.anotherLoad();
        } catch (Neo4jException | StoreException failure) {
            try {
                retire(load, TRANSACTION);
            } catch (Neo4jException lost) {
                // The first reader will do it.
                failure.addSuppressed(lost);
            }
            throw failure;
        }
    }

    /** Announces and writes a load; false when a reader took the announcement for that of a load cut short. */
    private boolean isWritten(String load, Collection<Change> changes) {
        Map<String, Object> parameters = parameters(load);
        Revision then = planned.get();
        Map<String, Object> announcement = new HashMap<>(parameters);
        announcement.put("planned", then == null ? null : then.written());
        write(transaction -> transaction.run(ANNOUNCE, announcement).consume());
        return write(transaction -> {
            Revision now = RemoteView.revision(transaction.run(LOCK, parameters).single());
            if (load.equals(now.shown())) {
                // By an attempt of which the driver never heard the end.
                return true;
            }
            if (now.coming() == null) {
                return false;
            }
            if (!load.equals(now.coming())) {
                throw failures.anotherLoad();
            }
            checkPlan(now);
            new RemoteWriter(transaction).write(changes);
            transaction.run(now.written() == null ? SHOW : COMPLETE, parameters).consume();
            return true;
        });
    }

    /** Writes a load in several transactions; from the first on it can only be completed. */
    private void writeInBatches(String load, List<Change> all) {
        List<Change> records = all.stream().filter(RemoteStore::recordsLoad).toList();
        List<Change> changes =
                all.stream().filter(change -> !recordsLoad(change)).toList();
        write(transaction -> {
            Revision now =
                    RemoteView.revision(transaction.run(LOCK, parameters(load)).single());
            if (!load.equals(now.coming())) {
                checkPlan(now);
                transaction.run(BEGIN, parameters(load)).consume();
            }
            return true;
        });
        try {
            for (Stage stage : Stage.values()) {
                for (int start = 0; start < changes.size(); start += batch) {
                    List<Change> part = changes.subList(start, Math.min(start + batch, changes.size()));
                    writeBatch(load, stage, part, (long) stage.ordinal() * changes.size() + start + part.size());
                }
            }
            write(transaction -> complete(transaction, load, records));
        } catch (Neo4jException | StoreException failure) {
            throw failures.cutShort(failure);
        }
    }

    private static boolean recordsLoad(Change change) {
        return change.key().type().equals(GraphSchema.LOAD);
    }

    /** The last step, with the record of the load, which is there only when all of the load is. */
    private boolean complete(TransactionContext transaction, String load, List<Change> records) {
        Revision now =
                RemoteView.revision(transaction.run(LOCK, parameters(load)).single());
        if (!load.equals(now.shown())) {
            if (!load.equals(now.coming())) {
                throw failures.anotherLoad();
            }
            new RemoteWriter(transaction).write(records);
            transaction.run(COMPLETE, parameters(load)).consume();
        }
        return true;
    }

    /** @param written how much is written with this part */
    private void writeBatch(String load, Stage stage, List<Change> part, long written) {
        write(transaction -> {
            Revision now =
                    RemoteView.revision(transaction.run(LOCK, parameters(load)).single());
            if (!load.equals(now.coming())) {
                throw failures.anotherLoad();
            }
            // More is written when the driver never heard the end of an earlier attempt.
            if (now.written() == null || now.written() < written) {
                new RemoteWriter(transaction).write(stage, part);
                transaction
                        .run(ADVANCE, Map.of("node", Revision.NODE, "written", written))
                        .consume();
            }
            return true;
        });
    }

    /** Makes sure that the graph is as it was when the load was planned. */
    private void checkPlan(Revision now) {
        Revision then = planned.get();
        if (then != null
                && !(Objects.equals(then.shown(), now.shown()) && Objects.equals(then.written(), now.written()))) {
            throw failures.anotherLoad();
        }
    }

    private <T> T write(TransactionCallback<T> work) {
        try (Session session = driver.session(writing)) {
            return session.executeWrite(work, TRANSACTION);
        }
    }

    /** Takes back the announcement of a load, once its transaction is over. */
    private void retire(String load, TransactionConfig config) {
        try (Session session = driver.session(writing)) {
            session.run(RETIRE, parameters(load), config).consume();
        }
    }

    private void retireWhenOver(String load) {
        try {
            retire(load, WAITING);
        } catch (Neo4jException refused) {
            throw failures.unfinishedLoad(refused);
        }
    }

    private static Map<String, Object> parameters(String load) {
        return Map.of("node", Revision.NODE, "load", load);
    }

    @Override
    public void close() {
        // To wait for it costs a good part of a second, and nothing is left to be lost.
        driver.closeAsync();
    }

    /** Time spent until something has passed. */
    private static final class Waiting {

        private final long start = System.nanoTime();

        boolean lasts(Duration time) {
            return System.nanoTime() - start >= time.toNanos();
        }

        void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new StoreException("the command was interrupted while it waited for a load to end", interrupted);
            }
        }
    }
}
