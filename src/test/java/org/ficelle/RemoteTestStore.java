package org.ficelle;

import java.util.List;
import org.ficelle.graph.Store;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The remote store for all tests of a class, empty at the start of each; register it in a static field. */
public class RemoteTestStore extends TestStore {

    private TestServer server;

    @Override
    protected Store open(ExtensionContext context) {
        server = TestServer.of(context);
        return open(server);
    }

    /** The store on the server. */
    protected Store open(TestServer server) {
        return server.open();
    }

    public TestServer server() {
        return server;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.cypher("MATCH (n) WHERE NOT n:Revision DETACH DELETE n");
        super.beforeEach(context);
    }

    @Override
    public void forget() {
        server.cypher("MATCH (n) DETACH DELETE n");
        server.cypher("SHOW CONSTRAINTS YIELD name").forEach(name -> server.cypher("DROP CONSTRAINT " + name));
        server.cypher("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name")
                .forEach(name -> server.cypher("DROP INDEX " + name));
    }

    @Override
    public List<String> cypher(String statement) {
        return server.cypher(statement);
    }
}
