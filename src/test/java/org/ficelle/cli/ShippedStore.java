package org.ficelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.VertexCodec;
import org.ficelle.graph.View;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/** A store with the shipped data, loaded once, and what the program answers from it. */
final class ShippedStore {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static @Nullable ShippedStore shared;

    private final Path directory;
    private final Map<List<String>, Run> runs = new HashMap<>();
    private final List<Element> elements = new ArrayList<>();

    private ShippedStore(Path directory) {
        this.directory = directory;
    }

    /** The store that all tests of this process read; made and loaded for the first of them. */
    static synchronized ShippedStore shared() {
        if (shared == null) {
            // Test runs side by side are processes of their own.
            long run = ProcessHandle.current().pid();
            shared = load(Path.of("target", "shipped-store-" + run).toAbsolutePath());
        }
        return shared;
    }

    private static ShippedStore load(Path directory) {
        try {
            Files.createDirectories(directory);
            try (Stream<Path> left = Files.walk(directory)) {
                for (Path file : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            Files.createDirectories(directory);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        Run load = Run.in(directory, "load", Run.DATA.toString());
        assertThat(load.exit()).as(load.err()).isZero();
        return new ShippedStore(directory);
    }

    Path directory() {
        return directory;
    }

    /** The program's answer; asked once for the same arguments. */
    Run run(String... args) {
        return runs.computeIfAbsent(List.of(args), given -> Run.in(directory, args));
    }

    /** What it printed as text, lines joined, so that a phrase is found wherever the page breaks it. */
    String text(String... args) {
        return run(args).out().replaceAll("\\s+", " ");
    }

    /** The one JSON document that it printed. */
    JsonNode json(String... args) {
        Run run = run(asJson(args));
        try {
            return MAPPER.readTree(run.out());
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(run.toString(), noJson);
        }
    }

    /** The exit code with which it answered in JSON. */
    int exit(String... args) {
        return run(asJson(args)).exit();
    }

    private static String[] asJson(String... args) {
        return Stream.concat(Stream.of(args), Stream.of("--format", "json")).toArray(String[]::new);
    }

    /** Every element of the graph as it was when first asked. */
    List<Element> elements() {
        if (elements.isEmpty()) {
            elements.addAll(elements(directory));
        }
        return elements;
    }

    /** The entity as it stands in the graph. */
    Vertex vertex(String id) {
        return elements().stream()
                .filter(element -> element.key().equals(new ElementKey(GraphSchema.ENTITY, id)))
                .map(element -> VertexCodec.decode((Element.Node) element))
                .findFirst()
                .orElseThrow();
    }

    /** Every element of the graph that the store in this directory holds. */
    static List<Element> elements(Path directory) {
        try (var store = EmbeddedStore.open(directory.resolve(".ficelle"));
                View view = store.view()) {
            return view.elements();
        }
    }

    /** The texts of an array, or of one field of its objects. */
    static List<String> texts(JsonNode array, String... field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> field.length == 0 ? item : item.path(field[0]))
                .map(JsonNode::asText)
                .toList();
    }
}
