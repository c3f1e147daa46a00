package org.ficelle.load;

import org.ficelle.RemoteTestStore;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemoteLoaderIT extends LoaderContract {

    @RegisterExtension
    static final RemoteTestStore graph = new RemoteTestStore();

    RemoteLoaderIT() {
        super(graph);
    }
}
