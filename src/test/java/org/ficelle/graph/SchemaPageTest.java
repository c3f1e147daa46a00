package org.ficelle.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.check.Checker;
import org.ficelle.load.GraphImage;
import org.ficelle.model.Kind;
import org.ficelle.model.Ontology;
import org.ficelle.model.Relation;
import org.ficelle.model.ValueType;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code schema.md} against the ontology and against what loading writes. */
class SchemaPageTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** Data files that between them use every field. */
    private static final List<List<Path>> DATA = List.of(
            List.of(Path.of("data")),
            List.of(Path.of("data/ontology.json"), Path.of("src/test/resources/cases/data/wind")),
            List.of(Path.of("data/ontology.json"), Path.of("src/test/resources/cases/data/numbers")),
            List.of(Path.of("src/test/resources/good")));

    @Test
    void shouldListEveryKindWithWhetherAPathMayPassThroughIt() throws IOException {
        assertThat(rows("Kinds"))
                .containsExactlyElementsOf(ontology().kinds().values().stream()
                        .map(SchemaPageTest::row)
                        .toList());
    }

    private static String row(Kind kind) {
        return "| `" + kind.name() + "` | " + kind.title() + " | " + (kind.transit() ? "yes" : "no") + " |";
    }

    @Test
    void shouldListEveryRelationWithWhetherItIsWalkable() throws IOException {
        assertThat(rows("Relations").stream().map(SchemaPageTest::cells))
                .containsExactlyElementsOf(ontology().relations().values().stream()
                        .map(SchemaPageTest::cells)
                        .toList());
    }

    private static List<Object> cells(Relation relation) {
        ValueType value = relation.ends().value();
        return List.of(
                "`" + relation.name() + "`",
                relation.reads(),
                relation.relationClass().label(),
                relation.walkable() ? "yes" : "no",
                value == null ? String.valueOf(relation.weight()) : "",
                names(relation.ends().from()),
                value == null ? names(relation.ends().to()) : Set.of("a " + value.label()));
    }

    private static List<Object> cells(String row) {
        String[] cells = row.substring(2, row.length() - 2).split("\\s*\\|\\s*", -1);
        return List.of(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                Set.of(cells[5].split(", ")),
                Set.of(cells[6].split(", ")));
    }

    private static Set<String> names(Set<String> kinds) {
        return kinds.isEmpty()
                ? Set.of("any")
                : kinds.stream().map(kind -> "`" + kind + "`").collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Entity", "Claim", "Document", "Dossier", "Ontology", "Links"})
    void shouldListEveryPropertyThatLoadingWrites(String section) throws IOException {
        assertThat(listed(section)).isEqualTo(written().get(section));
    }

    @Test
    void shouldDrawEveryRelationshipOfAClaimOrDocument() throws IOException {
        String drawing = page().split("```")[1];

        assertThat(DATA.stream()
                        .flatMap(SchemaPageTest::elements)
                        .filter(Element.Node.class::isInstance)
                        .flatMap(node -> ((Element.Node) node).edges().stream())
                        .map(Element.Edge::type)
                        .distinct())
                .hasSize(7)
                .allSatisfy(type -> assertThat(drawing).contains("[:" + type));
    }

    private static Set<String> listed(String section) throws IOException {
        return rows(section).stream()
                .map(row -> row.substring(0, row.indexOf(" | ")))
                .flatMap(cell -> CODE.matcher(cell).results())
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By label, and for links under one name, what elements have. */
    private static Map<String, Set<String>> written() {
        Map<String, Set<String>> written = new HashMap<>();
        written.put(GraphSchema.CLAIM, new TreeSet<>(Set.of(GraphSchema.FIRST_SEEN)));
        written.put(GraphSchema.DOSSIER, new TreeSet<>(Set.of(GraphSchema.FILE, GraphSchema.BYTES)));
        DATA.stream().flatMap(SchemaPageTest::elements).forEach(element -> {
            Set<String> names = written.computeIfAbsent(
                    element instanceof Element.Tie ? "Links" : element.key().type(), type -> new TreeSet<>());
            names.addAll(element.properties().keySet());
            names.addAll(List.of(GraphSchema.ID, GraphSchema.FINGERPRINT));
        });
        return written;
    }

    private static Stream<Element> elements(List<Path> files) {
        DataSet data = DataReader.read(files);
        var checked = Checker.check(data.ontology().orElseThrow(), data.dossiers());
        return GraphImage.of(checked.corpus().orElseThrow(), data.dossiers(), data.ontologyText())
                .elements();
    }

    private static Ontology ontology() {
        return DataReader.read(List.of(Path.of("data"))).ontology().orElseThrow();
    }

    /** The rows of the table in a section, without its head. */
    private static List<String> rows(String section) throws IOException {
        return page().split("(?m)^## " + section + "$")[1]
                .split("(?m)^## ")[0]
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("src/site/markdown/schema.md"));
    }
}
