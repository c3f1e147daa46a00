package org.ficelle.graph;

import java.time.Duration;
import org.ficelle.RemoteTestStore;
import org.ficelle.TestServer;

/** A remote store in which hardly any load fits into one transaction. */
public final class BatchedRemoteStore extends RemoteTestStore {

    @Override
    protected Store open(TestServer server) {
        return RemoteStore.open(
                server.uri("bolt"), TestServer.USERNAME, TestServer.PASSWORD, null, Duration.ofSeconds(15), 7);
    }
}
