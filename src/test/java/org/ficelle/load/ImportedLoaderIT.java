package org.ficelle.load;

import org.ficelle.graph.ImportedStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImportedLoaderIT extends LoaderContract {

    @RegisterExtension
    static final ImportedStore graph = new ImportedStore();

    ImportedLoaderIT() {
        super(graph);
    }
}
