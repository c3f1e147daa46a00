package org.ficelle;

import org.ficelle.graph.Store;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemoteReadersIT extends ReadersContract {

    @RegisterExtension
    static final RemoteTestStore graph = new RemoteTestStore();

    RemoteReadersIT() {
        super(graph);
    }

    /** As a process of its own would have one, which knows nothing of the loads of another. */
    @Override
    Store reader() {
        return graph.server().open();
    }
}
