package org.ficelle.load;

import org.ficelle.graph.BatchedStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class BatchedLoaderIT extends LoaderContract {

    @RegisterExtension
    static final BatchedStore graph = new BatchedStore();

    BatchedLoaderIT() {
        super(graph);
    }
}
