package org.ficelle.load;

import org.ficelle.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedLoaderIT extends LoaderContract {

    @RegisterExtension
    static final TestStore graph = new TestStore();

    EmbeddedLoaderIT() {
        super(graph);
    }
}
