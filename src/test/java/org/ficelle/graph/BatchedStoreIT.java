package org.ficelle.graph;

import org.junit.jupiter.api.extension.RegisterExtension;

class BatchedStoreIT extends StoreContract {

    @RegisterExtension
    static final BatchedStore graph = new BatchedStore();

    BatchedStoreIT() {
        super(graph);
    }
}
