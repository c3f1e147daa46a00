package org.ficelle.graph;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.ficelle.model.Ontology;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.SettingImpl;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.ConstraintViolationException;
import org.neo4j.graphdb.DatabaseShutdownException;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * The graph in a folder, kept by Neo4j in this process. It opens no port and sends nothing anywhere.
 *
 * <p>Readers and loads exclude one another: {@link #apply} waits until open views are closed, {@link #view} until a load
 * is done. A view is closed by the thread that opened it.
 */
public final class EmbeddedStore implements Store {

    private final DatabaseManagementService neo4j;
    private final GraphDatabaseAPI database;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    EmbeddedStore(DatabaseManagementService neo4j, GraphDatabaseAPI database) {
        this.neo4j = neo4j;
        this.database = database;
    }

    /**
     * Opens the store in the folder, which is made when there is none. A {@link StoreException} says in one sentence why
     * it cannot be opened: held by another process, not a store, not writable, damaged or of a newer format.
     */
    public static EmbeddedStore open(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        StoreFolder.prepare(home);
        DatabaseManagementService neo4j = start(home);
        GraphDatabaseService database = neo4j.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        if (!database.isAvailable()) {
            neo4j.shutdown();
            throw unreadable(home, null);
        }
        return new EmbeddedStore(neo4j, (GraphDatabaseAPI) database);
    }

    private static DatabaseManagementService start(Path home) {
        try {
            return builder(home).build();
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof FileLockException) {
                    throw new StoreException(
                            "another Ficelle holds the store " + home
                                    + "; wait until it ends or choose another with --store",
                            failure);
                }
            }
            throw unreadable(home, failure);
        }
    }

    private static StoreException unreadable(Path home, @Nullable Throwable cause) {
        return new StoreException(
                "the store " + home + " is damaged or was written by a newer Neo4j; remove it and load the data again,"
                        + " or choose another with --store",
                cause);
    }

    static DatabaseManagementServiceBuilder builder(Path home) {
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, false)
                .setConfig(HttpConnector.enabled, false)
                .setConfig(HttpsConnector.enabled, false)
                // An investigator's database tells nobody anything, and reads no file but its own; a query from
                // elsewhere
                // must not carry rows away in the address of a LOAD CSV.
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.allow_file_urls, false)
                .setConfig(
                        GraphDatabaseInternalSettings.cypher_ip_blocklist,
                        parse(GraphDatabaseInternalSettings.cypher_ip_blocklist, "0.0.0.0/0,::/0"))
                // How soon a query is stopped after its time.
                .setConfig(GraphDatabaseSettings.transaction_monitor_check_interval, Duration.ofMillis(100))
                .setConfig(GraphDatabaseSettings.pagecache_memory, StoreFolder.pageCache(home))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(16))
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "1 files")
                // The rest saves about half a second of every command.
                .setConfig(GraphDatabaseSettings.debug_log_enabled, false)
                .setConfig(GraphDatabaseSettings.log_queries, GraphDatabaseSettings.LogQueryLevel.OFF)
                .setConfig(GraphDatabaseSettings.pagecache_warmup_enabled, false)
                .setConfig(GraphDatabaseInternalSettings.dump_diagnostics, false)
                .setConfig(GraphDatabaseInternalSettings.vm_pause_monitor_enabled, false);
    }

    private static <T> T parse(Setting<T> setting, String value) {
        return ((SettingImpl<T>) setting).parse(value);
    }

    @Override
    public View view() {
        lock.readLock().lock();
        try {
            return new EmbeddedView(database.beginTx(), new EmbeddedQuery(database), lock.readLock()::unlock);
        } catch (TransactionFailureException | DatabaseShutdownException failure) {
            lock.readLock().unlock();
            throw new StoreException("the store cannot be read: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void apply(Ontology ontology, Collection<Change> changes) {
        if (lock.getReadHoldCount() > 0) {
            throw new IllegalStateException("close the view before applying changes");
        }
        lock.writeLock().lock();
        try {
            EmbeddedSchema.ensure(database, ontology);
            String load = UUID.randomUUID().toString();
            mark(node -> node.setProperty(Revision.COMING, load));
            try (Transaction transaction = database.beginTx()) {
                new ChangeWriter(transaction).write(changes);
                revision(transaction).setProperty(Revision.SHOWN, load);
                transaction.commit();
            } finally {
                mark(node -> node.removeProperty(Revision.COMING));
            }
        } catch (ConstraintViolationException failure) {
            throw StoreException.taken(failure);
        } catch (TransactionFailureException | DatabaseShutdownException failure) {
            throw new StoreException("the load failed and changed nothing: " + failure.getMessage(), failure);
        } finally {
            lock.writeLock().unlock();
        }
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

    @Override
    public void close() {
        neo4j.shutdown();
    }
}
