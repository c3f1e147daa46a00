package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ficelle.model.Corpus;
import org.ficelle.model.Link;
import org.ficelle.model.Profile;
import org.ficelle.trace.Sketch.Saying;
import org.junit.jupiter.api.Test;

class ProfilesTest {

    @Test
    void shouldCountTheOriginsThatTheLinkHasWhereAPublisherIsMergedWithTheAsserter() {
        Saying own = Saying.STATED.by("person:reporter").in("interview");
        Corpus corpus = new Sketch()
                .document("interview", "2021-03-15", "archive", "witness")
                .merge("person:reporter", Sketch.publisherOf("interview"))
                .says("person:a KNOWS person:b", own)
                .corpus();
        MemoryView view = new MemoryView(corpus);
        Link link = view.links(List.of("person:a")).get("person:a").get(0);

        Profile profile = Profiles.of(view, view.vertex("person:a"));

        assertThat(link.backing().origins()).containsExactly("interview");
        assertThat(profile.topics())
                .singleElement()
                .extracting(topic -> topic.origins().first())
                .isEqualTo("interview");
    }
}
