package org.ficelle.graph;

import org.ficelle.RemoteTestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemoteViewIT extends ViewContract {

    @RegisterExtension
    static final RemoteTestStore graph = new RemoteTestStore();

    RemoteViewIT() {
        super(graph);
    }
}
