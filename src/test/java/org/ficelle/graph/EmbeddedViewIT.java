package org.ficelle.graph;

import org.ficelle.TestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedViewIT extends ViewContract {

    @RegisterExtension
    static final TestStore graph = new TestStore();

    EmbeddedViewIT() {
        super(graph);
    }
}
