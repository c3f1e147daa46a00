package org.ficelle.graph;

import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.SettingImpl;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.locker.FileLockException;

/** The Neo4j of an embedded store: how it is set, and why it cannot be started. */
final class EmbeddedNeo4j {

    private EmbeddedNeo4j() {}

    /**
     * Starts it; a {@link StoreException} says in one sentence why that is not possible.
     *
     * @param settings in place of the standard ones, or besides
     */
    static DatabaseManagementService start(Path home, Map<Setting<?>, Object> settings) {
        try {
            return builder(home).setConfig(settings).build();
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof FileLockException) {
                    throw held(home, failure);
                }
                if (cause instanceof BindException) {
                    throw new StoreException(
                            "a port was taken while the server started; start it again, or choose other ports",
                            failure);
                }
            }
            throw unreadable(home, failure);
        }
    }

    static StoreException held(Path home, Throwable cause) {
        return new StoreBusy(
                "another Ficelle holds the store " + home + "; wait until it ends or choose another with --store",
                cause);
    }

    static StoreException unreadable(Path home, @Nullable Throwable cause) {
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
                // elsewhere must not carry rows away in the address of a LOAD CSV.
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
}
