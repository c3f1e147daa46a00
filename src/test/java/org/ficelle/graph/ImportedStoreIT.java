package org.ficelle.graph;

import org.junit.jupiter.api.extension.RegisterExtension;

class ImportedStoreIT extends StoreContract {

    @RegisterExtension
    static final ImportedStore graph = new ImportedStore();

    ImportedStoreIT() {
        super(graph);
    }
}
