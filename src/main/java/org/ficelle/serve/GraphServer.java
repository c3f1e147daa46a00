package org.ficelle.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.Store;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.io.ByteUnit;
import org.neo4j.server.configuration.ConfigurableServerModules;
import org.neo4j.server.configuration.ServerSettings;
import org.neo4j.server.configuration.ThirdPartyJaxRsPackage;

/**
 * Neo4j on a store of this process, with Bolt for drivers and Neo4j Browser over HTTP.
 *
 * <p>Over HTTP it gives pages and nothing of the graph. Browser reaches the graph over Bolt, which any page open in a web
 * browser may try as well; only the login keeps those out.
 */
public final class GraphServer implements AutoCloseable {

    /** Ends a runaway query of Browser, and is long enough for a load over Bolt. */
    private static final Duration LONGEST_QUERY = Duration.ofMinutes(10);

    /** Bolt waits for its clients twice so long when it stops; its own 5 seconds would be too long for a SIGTERM. */
    private static final Duration FAREWELL = Duration.ofMillis(300);

    private final Path folder;
    private final EmbeddedStore store;
    private final Endpoints endpoints;
    private final @Nullable Login login;
    private final @Nullable Login commands;
    private boolean open = true;

    private GraphServer(Path folder, EmbeddedStore store, Endpoints endpoints, @Nullable Login login) {
        this.folder = folder;
        this.store = store;
        this.endpoints = endpoints;
        this.login = login;
        this.commands = login == null ? null : Login.forCommands();
    }

    /**
     * Opens the store and its ports. A {@link org.ficelle.graph.StoreException} says in one sentence why that is not
     * possible.
     *
     * @param login asked for once the store is open; absent for a server that lets everybody in
     * @param notice is told, in a sentence, of a load that was cut short and is finished now
     */
    public static GraphServer start(
            Path folder, Endpoints endpoints, @Nullable Supplier<Login> login, Consumer<String> notice) {
        EmbeddedStore store = EmbeddedStore.open(folder, settings(endpoints, login != null), notice);
        GraphServer server = new GraphServer(folder, store, endpoints, login == null ? null : login.get());
        server.admit();
        return server;
    }

    /** Neo4j Community knows no roles; people read, and the commands on the store's folder have a user of their own. */
    private void admit() {
        if (login != null && commands != null) {
            store.admit(login.user(), login.password());
            store.admit(commands.user(), commands.password());
            store.reserveWriting(commands.user());
        }
    }

    private static Map<Setting<?>, Object> settings(Endpoints endpoints, boolean authentication) {
        Map<Setting<?>, Object> settings = new HashMap<>();
        settings.put(BoltConnector.enabled, true);
        settings.put(BoltConnector.listen_address, new SocketAddress(endpoints.host(), endpoints.boltPort()));
        settings.put(BoltConnector.advertised_address, new SocketAddress(endpoints.name(), endpoints.boltPort()));
        settings.put(BoltConnector.server_bolt_telemetry_enabled, false);
        settings.put(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, FAREWELL);
        settings.put(BoltConnectorInternalSettings.connection_shutdown_wait_time, FAREWELL);
        settings.put(HttpConnector.enabled, true);
        settings.put(HttpConnector.listen_address, new SocketAddress(endpoints.host(), endpoints.httpPort()));
        settings.put(HttpConnector.advertised_address, new SocketAddress(endpoints.name(), endpoints.httpPort()));
        settings.put(GraphDatabaseSettings.auth_enabled, authentication);
        settings.put(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(256));
        settings.put(GraphDatabaseSettings.transaction_timeout, LONGEST_QUERY);
        settings.put(
                ServerSettings.http_enabled_modules,
                EnumSet.of(ConfigurableServerModules.BROWSER, ConfigurableServerModules.UNMANAGED_EXTENSIONS));
        settings.put(
                ServerSettings.third_party_packages,
                List.of(new ThirdPartyJaxRsPackage(BrowserPages.class.getPackageName(), BrowserFiles.MOUNT)));
        settings.put(ServerSettings.http_auth_allowlist, List.of("/", "/browser.*", BrowserFiles.MOUNT + ".*"));
        settings.put(ServerSettings.http_access_control_allow_origin, endpoints.origin());
        settings.put(ServerSettings.http_static_content_security_policy, contentSecurityPolicy(endpoints));
        settings.put(ServerSettings.http_logging_enabled, false);
        settings.put(ServerSettings.allow_telemetry, false);
        settings.put(ServerSettings.browser_post_connect_cmd, BrowserFiles.onConnect(endpoints.origin()));
        settings.put(ServerSettings.browser_remote_content_hostname_whitelist, endpoints.name());
        return settings;
    }

    /** Browser would call analytics, a feedback service and a font server; Neo4j Community has no switch for these. */
    private static String contentSecurityPolicy(Endpoints endpoints) {
        String bolt = endpoints.name() + ":" + endpoints.boltPort();
        return "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                + " font-src 'self' data:; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; connect-src 'self'"
                + " ws://" + bolt + " http://" + bolt;
    }

    /** The store that is served; {@link #close} closes it. */
    public Store store() {
        return store;
    }

    /** Lets queries call the procedures of the class. */
    public void register(Class<?> procedures) {
        store.register(procedures);
    }

    /** Gives Browser the stored queries of the folder, or none; its style comes from the graph. */
    public void furnish(@Nullable Path queries) {
        BrowserFiles.write(BrowserPages.folder(folder), BrowserFiles.QUERIES, QueryArchive.of(queries));
    }

    /** Tells the commands that use the store how to reach the server, and returns the link for people. */
    public synchronized String announce() {
        ServerFile file = ServerFile.here(endpoints, login, commands);
        file.write(folder);
        return file.link().toString();
    }

    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            ServerFile.remove(folder);
            store.close();
        }
    }
}
