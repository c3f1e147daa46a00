package org.ficelle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ficelle.Sample;
import org.ficelle.TestStore;
import org.ficelle.graph.View;
import org.ficelle.model.Dossier;
import org.ficelle.model.Modality;
import org.ficelle.model.Ontology;
import org.ficelle.model.SourceFile;
import org.ficelle.model.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a reload asks the graph. On a server every question is a statement that goes there and back. */
class ReloadQuestionsIT {

    @RegisterExtension
    static final TestStore graph = new TestStore();

    private static final String FILE = "made-up.json";

    @Test
    void shouldAskForManyPropositionsAsOftenAsForFew() {
        List<String> few = questions(2);
        TestStore.empty(graph.store());

        List<String> many = questions(60);

        assertThat(few).contains("claimsOn");
        assertThat(many).isEqualTo(few);
    }

    /** What is asked for a plan to say otherwise so many propositions, and to drop as many with their ends. */
    private static List<String> questions(int propositions) {
        Sample before = sample(propositions, Modality.STATED);
        IntStream.range(0, propositions).forEach(i -> before.claim("person:x" + i + " HEADS company:y" + i));
        before.dossier("other").denied("person:a HEADS company:a", "person:a");
        Dossier after = sample(propositions, Modality.ALLEGED).dossiers(null).get(0);
        SourceFile other = new SourceFile("other.json", "same");
        Inputs inputs = new Inputs(
                new TreeMap<>(Map.of(after.name().value(), new SourceFile(FILE, "old"), "other", other)),
                "",
                "",
                Instant.now());
        Loader.load(graph.store(), before.image(), inputs, true, Clock.systemUTC());
        List<String> questions = new ArrayList<>();
        graph.store().readForLoad(view -> {
            View told = (View) Proxy.newProxyInstance(
                    View.class.getClassLoader(), new Class<?>[] {View.class}, (proxy, method, arguments) -> {
                        questions.add(method.getName());
                        return method.invoke(view, arguments);
                    });
            Optional<Reload.Planned> planned = Reload.plan(told, new Changed(after, other));
            assertThat(planned)
                    .hasValueSatisfying(plan -> assertThat(plan.plan().counts().get(Sort.CLAIMS))
                            .isEqualTo(new LoadCounts(0, propositions, 1, propositions)));
            return questions;
        });
        return questions;
    }

    private static Sample sample(int propositions, Modality modality) {
        Sample sample = new Sample();
        IntStream.range(0, propositions)
                .forEach(i -> sample.claim(
                        "person:p" + i + " HEADS company:c" + i,
                        Stance.ASSERTS,
                        modality,
                        "person:reporter",
                        "report"));
        return sample;
    }

    private record Changed(Dossier dossier, SourceFile other) implements Sources {

        @Override
        public List<SourceFile> dossiers() {
            return List.of(new SourceFile(FILE, "new"), other);
        }

        @Override
        public String ontology() {
            return "";
        }

        @Override
        public Ontology parse(String text) {
            return Sample.ONTOLOGY;
        }

        @Override
        public Optional<Dossier> read(SourceFile file) {
            return file.path().equals(FILE) ? Optional.of(dossier) : Optional.empty();
        }

        @Override
        public String version() {
            return "";
        }

        @Override
        public Instant begun() {
            return Instant.now();
        }
    }
}
