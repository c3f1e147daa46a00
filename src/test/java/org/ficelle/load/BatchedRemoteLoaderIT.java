package org.ficelle.load;

import org.ficelle.graph.BatchedRemoteStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class BatchedRemoteLoaderIT extends LoaderContract {

    @RegisterExtension
    static final BatchedRemoteStore graph = new BatchedRemoteStore();

    BatchedRemoteLoaderIT() {
        super(graph);
    }
}
