package org.ficelle;

import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedReadersIT extends ReadersContract {

    @RegisterExtension
    static final TestStore graph = new TestStore();

    EmbeddedReadersIT() {
        super(graph);
    }
}
