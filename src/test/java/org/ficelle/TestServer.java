package org.ficelle;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.ficelle.graph.RemoteStore;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnectorInternalSettings;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.configuration.ssl.SslPolicyConfig;
import org.neo4j.configuration.ssl.SslPolicyScope;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** A Neo4j server on loopback with Bolt, plain and with TLS, and authentication; one for all tests of a run. */
public final class TestServer implements AutoCloseable {

    public static final String USERNAME = "neo4j";
    public static final String PASSWORD = "string-to-pull";

    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final Path folder;
    private final int port;
    private final DatabaseManagementService neo4j;

    private TestServer() throws IOException, GeneralSecurityException, InterruptedException {
        folder = Files.createTempDirectory("ficelle-server");
        port = freePort();
        SslPolicyConfig tls = SslPolicyConfig.forScope(SslPolicyScope.BOLT);
        neo4j = new DatabaseManagementServiceBuilder(folder)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", port))
                .setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", port))
                .setConfig(BoltConnector.encryption_level, BoltConnector.EncryptionLevel.OPTIONAL)
                .setConfig(tls.enabled, true)
                .setConfig(tls.base_directory, certificate(folder.resolve("certificates")))
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseInternalSettings.dump_diagnostics, false)
                .setConfig(BoltConnectorInternalSettings.thread_pool_shutdown_wait_time, AT_ONCE)
                .setConfig(BoltConnectorInternalSettings.connection_shutdown_wait_time, AT_ONCE)
                .build();
        neo4j.database("system")
                .executeTransactionally(
                        "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", PASSWORD));
    }

    /** The server of this run. */
    public static TestServer of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(TestServer.class, type -> start(), TestServer.class);
    }

    private static TestServer start() {
        try {
            return new TestServer();
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A self-signed certificate with its key, in the files that Neo4j looks for. */
    private static Path certificate(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Files.createDirectories(folder);
        Path store = folder.resolve("store.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-alias",
                        "bolt",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start()
                .waitFor();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        Files.delete(store);
        pem(
                folder.resolve("private.key"),
                "PRIVATE KEY",
                keys.getKey("bolt", PASSWORD.toCharArray()).getEncoded());
        pem(
                folder.resolve("public.crt"),
                "CERTIFICATE",
                keys.getCertificate("bolt").getEncoded());
        return folder;
    }

    private static void pem(Path file, String type, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                        + type + "-----\n");
    }

    public int port() {
        return port;
    }

    /** Its address with this scheme. */
    public URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    public RemoteStore open() {
        return RemoteStore.open(uri("bolt"), USERNAME, PASSWORD, null);
    }

    /** Runs Cypher in the server, and returns the first column. */
    public List<String> cypher(String statement) {
        List<String> column = new ArrayList<>();
        try (Transaction transaction = neo4j.database("neo4j").beginTx();
                Result result = transaction.execute(statement)) {
            result.forEachRemaining(
                    row -> column.add(String.valueOf(row.get(result.columns().get(0)))));
            transaction.commit();
        }
        return column;
    }

    @Override
    public void close() {
        neo4j.shutdown();
        TestStore.delete(folder);
    }
}
