package org.ficelle.graph;

import org.ficelle.RemoteTestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemoteQueryIT extends QueryContract {

    @RegisterExtension
    static final RemoteTestStore graph = new RemoteTestStore();

    RemoteQueryIT() {
        super(graph);
    }
}
