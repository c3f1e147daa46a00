package org.ficelle.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ficelle.graph.ChangeWriter.Stage;
import org.ficelle.model.Ontology;
import org.ficelle.model.QueryResult;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.graphdb.ConstraintViolationException;
import org.neo4j.graphdb.DatabaseShutdownException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.graphdb.event.TransactionData;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.kernel.internal.event.GlobalTransactionEventListeners;
import org.neo4j.kernel.internal.event.InternalTransactionEventListener;

/**
 * The graph in a folder, kept by Neo4j in this process. It sends nothing anywhere and opens no port unless told to.
 *
 * <p>Readers and loads exclude one another: {@link #apply} waits until open views are closed, {@link #view} until a load
 * is done. A view is closed by the thread that opened it.
 */
public final class EmbeddedStore implements Store {

    private final Path home;
    private final Map<Setting<?>, Object> settings;
    private final Bounds bounds;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Queue<Class<?>> offered = new ConcurrentLinkedQueue<>();
    private final List<Class<?>> registered = new CopyOnWriteArrayList<>();
    private DatabaseManagementService neo4j;
    GraphDatabaseAPI database;
    private @Nullable String writer;

    /** A load that is being written in several transactions; when nobody writes it, it was cut short. */
    private volatile @Nullable Journal unfinished;

    /**
     * From how many changes on a load is written in another way.
     *
     * @param batch the most that one transaction writes
     * @param imported the fewest with which Neo4j's importer fills an empty store
     */
    record Bounds(int batch, int imported) {
        static final Bounds STANDARD = new Bounds(50_000, 50_000);
    }

    private EmbeddedStore(Path home, Map<Setting<?>, Object> settings, Bounds bounds) {
        this.home = home;
        this.settings = Map.copyOf(settings);
        this.bounds = bounds;
        this.neo4j = EmbeddedNeo4j.start(home, settings);
        this.database = database();
    }

    private GraphDatabaseAPI database() {
        GraphDatabaseService found = neo4j.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        if (!found.isAvailable()) {
            neo4j.shutdown();
            throw EmbeddedNeo4j.unreadable(home, null);
        }
        return (GraphDatabaseAPI) found;
    }

    /**
     * Opens the store in the folder, which is made when there is none. A {@link StoreException} says in one sentence why
     * it cannot be opened: held by another process, not a store, not writable, damaged or of a newer format.
     */
    public static EmbeddedStore open(Path folder) {
        return open(folder, Map.of(), notice -> {});
    }

    /**
     * @param settings further ones of Neo4j, such as those of its ports
     * @param notice is told, in a sentence, of a load that was cut short and is finished now
     */
    public static EmbeddedStore open(Path folder, Map<Setting<?>, Object> settings, Consumer<String> notice) {
        return open(folder, settings, Bounds.STANDARD, notice);
    }

    static EmbeddedStore open(Path folder, Bounds bounds, Consumer<String> notice) {
        return open(folder, Map.of(), bounds, notice);
    }

    private static EmbeddedStore open(
            Path folder, Map<Setting<?>, Object> settings, Bounds bounds, Consumer<String> notice) {
        Path home = folder.toAbsolutePath().normalize();
        StoreFolder.prepare(home);
        NewDatabase begun = new NewDatabase(home);
        EmbeddedStore store = null;
        try {
            if (begun.isWhole()) {
                notice.accept("a first load of the store " + home + " was cut short; finishing it");
                begun.moveIn();
            }
            store = new EmbeddedStore(home, settings, bounds);
            store.finish(begun);
            Optional<Journal> journal = Journal.in(home);
            if (journal.isPresent()) {
                notice.accept("a load of the store " + home + " was cut short; finishing it");
                store.unfinished = journal.get();
                store.complete();
            }
            return store;
        } catch (FileLockException held) {
            throw EmbeddedNeo4j.held(home, held);
        } catch (IOException | RuntimeException failure) {
            if (store != null) {
                store.close();
            }
            throw failure instanceof StoreException known ? known : EmbeddedNeo4j.unreadable(home, failure);
        }
    }

    @Override
    public View view() {
        if (unfinished != null) {
            complete();
        }
        lock.readLock().lock();
        try {
            return new EmbeddedView(database, this::query, lock.readLock()::unlock);
        } catch (TransactionFailureException | DatabaseShutdownException failure) {
            lock.readLock().unlock();
            throw new StoreException("the store cannot be read: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void apply(Ontology ontology, Collection<Change> changes, Runnable spent) {
        if (lock.getReadHoldCount() > 0) {
            throw new IllegalStateException("close the view before applying changes");
        }
        lock.writeLock().lock();
        try {
            complete();
            String load = UUID.randomUUID().toString();
            List<SchemaRule> rules = GraphSchema.rules(ontology);
            if (changes.size() >= bounds.imported() && isEmpty()) {
                importAll(changes, rules, load, spent);
                return;
            }
            EmbeddedSchema.ensure(database, rules);
            if (changes.size() > bounds.batch()) {
                check(changes);
                unfinished = Journal.write(home, load, changes);
                spent.run();
                complete();
            } else {
                write(changes, load);
            }
        } catch (ConstraintViolationException failure) {
            throw StoreException.taken(failure);
        } catch (FileLockException failure) {
            throw EmbeddedNeo4j.held(home, failure);
        } catch (IOException | UncheckedIOException | TransactionFailureException | DatabaseShutdownException failure) {
            throw new StoreException("the load failed and changed nothing: " + failure.getMessage(), failure);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Finishes a load in several transactions, if there is one; nothing is read before. */
    private void complete() {
        lock.writeLock().lock();
        try {
            Journal journal = unfinished;
            if (journal != null) {
                write(journal);
                unfinished = null;
            }
        } catch (IOException | UncheckedIOException | TransactionFailureException | DatabaseShutdownException failure) {
            throw new StoreException(
                    "a load of the store " + home + " was cut short half-way, and the next command finishes it: "
                            + failure.getMessage(),
                    failure);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Lets those who come over Bolt log in by this name and password. */
    public void admit(String user, String password) {
        neo4j.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "CREATE OR REPLACE USER $user SET PASSWORD $password CHANGE NOT REQUIRED",
                        Map.of("user", user, "password", password));
    }

    /**
     * Refuses every change by those who come over Bolt, but for this user: of the graph, of its indexes and constraints,
     * and of the users. What this process does passes.
     */
    public void reserveWriting(String user) {
        writer = user;
        // Neo4j tells others than its own listeners nothing of a change of indexes, and none but these of the users.
        var reserved = new InternalTransactionEventListener.Adapter<Void>() {
            @Override
            public @Nullable Void beforeCommit(
                    TransactionData data, Transaction transaction, GraphDatabaseService service) {
                String other = data.username();
                if (!other.isEmpty() && !other.equals(user)) {
                    throw new StoreException(
                            "the user " + other + " only reads here; 'ficelle load' changes the graph, and"
                                    + " 'ficelle serve' sets the password",
                            null);
                }
                return null;
            }
        };
        GlobalTransactionEventListeners listeners =
                database.getDependencyResolver().resolveDependency(GlobalTransactionEventListeners.class);
        listeners.registerTransactionEventListener(GraphDatabaseSettings.DEFAULT_DATABASE_NAME, reserved);
        listeners.registerTransactionEventListener(GraphDatabaseSettings.SYSTEM_DATABASE_NAME, reserved);
    }

    /** Writes the changes in one transaction. */
    private void write(Collection<Change> changes, String load) {
        mark(node -> node.setProperty(Revision.COMING, load));
        try (Transaction transaction = database.beginTx()) {
            new ChangeWriter(transaction)
                    .write(changes.parallelStream().map(EmbeddedStore::made).toList());
            revision(transaction).setProperty(Revision.SHOWN, load);
            transaction.commit();
        } finally {
            mark(node -> node.removeProperty(Revision.COMING));
        }
    }

    /** The same change, whose element is made once and not each time it is asked for. */
    private static Change made(Change change) {
        if (change instanceof Change.Create create) {
            return new Change.Create(create.element());
        }
        return change instanceof Change.Update update ? new Change.Update(update.element(), update.before()) : change;
    }

    /** Makes sure that the changes can be written, since batches cannot be taken back. */
    private void check(Collection<Change> changes) {
        Set<ElementKey> coming = changes.stream()
                .filter(Change.Create.class::isInstance)
                .map(Change::key)
                .filter(key -> GraphSchema.isNode(key.type()))
                .collect(Collectors.toSet());
        try (Transaction transaction = database.beginTx()) {
            ChangeWriter writer = new ChangeWriter(transaction);
            changes.forEach(change -> writer.check(change, coming));
        }
    }

    /** Writes what a journal holds and was not written yet, in several transactions. */
    private void write(Journal journal) throws IOException {
        AtomicLong written = new AtomicLong(-1);
        mark(node -> {
            if (!journal.load().equals(node.getProperty(Revision.SHOWN, null))) {
                boolean begun = journal.load().equals(node.getProperty(Revision.COMING, null));
                written.set(begun ? (long) node.getProperty(Revision.WRITTEN, 0L) : 0);
                node.setProperty(Revision.COMING, journal.load());
                node.setProperty(Revision.WRITTEN, written.get());
            }
        });
        if (written.get() >= 0) {
            for (Stage stage : Stage.values()) {
                write(journal, stage, Math.max(0, written.get() - (long) stage.ordinal() * journal.size()));
            }
            mark(node -> {
                node.setProperty(Revision.SHOWN, journal.load());
                node.removeProperty(Revision.COMING);
                node.removeProperty(Revision.WRITTEN);
            });
        }
        journal.delete();
    }

    /** @param done how many changes were written in this stage already */
    private void write(Journal journal, Stage stage, long done) throws IOException {
        try (Journal.Reader reader = journal.read()) {
            int number = 0;
            for (; number < Math.min(done, journal.size()); number++) {
                reader.next();
            }
            while (number < journal.size()) {
                int end = Math.min(number + bounds.batch(), journal.size());
                try (Transaction transaction = database.beginTx()) {
                    ChangeWriter writer = new ChangeWriter(transaction);
                    for (; number < end; number++) {
                        writer.write(stage, reader.next());
                    }
                    revision(transaction)
                            .setProperty(Revision.WRITTEN, (long) stage.ordinal() * journal.size() + number);
                    transaction.commit();
                }
            }
        }
    }

    /** Whether the graph holds nothing but the node that says what it shows. */
    private boolean isEmpty() {
        try (Transaction transaction = database.beginTx();
                var nodes = transaction.getAllNodes()) {
            return nodes.stream().allMatch(node -> node.hasLabel(EmbeddedSchema.label(Revision.LABEL)));
        }
    }

    /** Makes a new database beside this one and puts it in its place. */
    private void importAll(Collection<Change> changes, List<SchemaRule> rules, String load, Runnable spent)
            throws IOException {
        List<Change> creations = changes instanceof List<Change> list ? list : List.copyOf(changes);
        NewDatabase coming = new NewDatabase(home);
        coming.delete();
        try {
            new BulkImport(creations, load, spent).write(coming.home());
        } catch (IOException | RuntimeException failure) {
            coming.delete();
            throw failure;
        }
        coming.declareWhole(rules);
        neo4j.shutdown();
        coming.moveIn();
        neo4j = EmbeddedNeo4j.start(home, settings);
        database = database();
        if (writer != null) {
            reserveWriting(writer);
        }
        registered.forEach(this::compile);
        finish(coming);
    }

    /** Throws away a new database that is not whole; gives one that is in place its constraints and indexes. */
    private void finish(NewDatabase coming) throws IOException {
        if (coming.isWhole()) {
            EmbeddedSchema.ensure(database, coming.rules());
        }
        coming.delete();
    }

    private void mark(Consumer<Node> change) {
        try (Transaction transaction = database.beginTx()) {
            change.accept(revision(transaction));
            transaction.commit();
        }
    }

    private static Node revision(Transaction transaction) {
        Label label = EmbeddedSchema.label(Revision.LABEL);
        Node node = transaction.findNode(label, GraphSchema.ID, Revision.NODE);
        if (node == null) {
            node = transaction.createNode(label);
            node.setProperty(GraphSchema.ID, Revision.NODE);
        }
        return node;
    }

    /**
     * Lets queries of views call the procedures of the class. Neo4j compiles them at the first query, which other commands
     * need not wait for.
     */
    public void offer(Class<?> procedures) {
        offered.add(procedures);
    }

    private QueryResult query(String cypher, Map<String, ?> parameters, Duration timeout) {
        for (Class<?> next = offered.poll(); next != null; next = offered.poll()) {
            register(next);
        }
        return new EmbeddedQuery(database).run(cypher, parameters, timeout);
    }

    /** Lets every query on this store call the procedures of the class, those over Bolt included. */
    public void register(Class<?> procedures) {
        registered.add(procedures);
        compile(procedures);
    }

    private void compile(Class<?> procedures) {
        try {
            database.getDependencyResolver()
                    .resolveDependency(GlobalProcedures.class)
                    .registerProcedure(procedures);
        } catch (ProcedureException wrong) {
            throw new IllegalStateException("Neo4j does not take the procedures of " + procedures, wrong);
        }
    }

    /** The ontology in the graph of a Neo4j of this process, for what Neo4j runs itself. */
    public static Optional<String> ontology(DatabaseManagementService neo4j) {
        GraphDatabaseAPI database = (GraphDatabaseAPI) neo4j.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        try (View view = new EmbeddedView(database, new EmbeddedQuery(database)::run, () -> {})) {
            return view.ontology();
        }
    }

    @Override
    public void close() {
        neo4j.shutdown();
    }
}
