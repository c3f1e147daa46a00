package org.ficelle.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.ficelle.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedQueryIT extends QueryContract {

    @RegisterExtension
    static final TestStore graph = new TestStore();

    EmbeddedQueryIT() {
        super(graph);
    }

    @Test
    void shouldNotReachOutOfTheMachine() {
        try (View view = graph.view()) {
            assertThatThrownBy(() -> view.query(
                            "LOAD CSV FROM 'http://127.0.0.1:9/x' AS l RETURN l", Map.of(), Duration.ofSeconds(30)))
                    .hasMessageContaining("blocked");
        }
    }
}
