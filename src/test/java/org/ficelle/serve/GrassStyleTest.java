package org.ficelle.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ficelle.ShippedCase;
import org.ficelle.graph.GraphSchema;
import org.ficelle.model.Ontology;
import org.ficelle.model.Relation;
import org.ficelle.model.RelationClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrassStyleTest {

    private static final Ontology ONTOLOGY = ShippedCase.ontology();
    private static final Grass STYLE = Grass.parse(GrassStyle.of(ONTOLOGY));

    /** How people see who lack one sort of cones, as a matrix over linear red, green and blue (Viénot 1999). */
    private enum Sight {
        FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        WITHOUT_RED(0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1),
        WITHOUT_GREEN(0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1);

        private final double[] matrix;

        Sight(double... matrix) {
            this.matrix = matrix;
        }

        double[] see(String colour) {
            double[] linear = linear(colour);
            double[] seen = new double[3];
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    seen[row] += matrix[3 * row + column] * linear[column];
                }
                seen[row] = Math.pow(Math.max(0, seen[row]), 1 / 2.2);
            }
            return seen;
        }
    }

    @Test
    void shouldHaveABlockForEveryKindAndEveryRelationThatIsDrawn() {
        List<String> drawn = ONTOLOGY.relations().values().stream()
                .filter(relation -> relation.ends().value() == null)
                .map(Relation::name)
                .toList();

        assertThat(STYLE.rules()).containsKeys("node", "relationship", "node.Claim", "node.Document");
        assertThat(STYLE.rules().keySet())
                .containsAll(ONTOLOGY.kinds().keySet().stream()
                        .map(kind -> "node." + kind)
                        .toList())
                .containsAll(drawn.stream().map(type -> "relationship." + type).toList())
                .containsAll(GraphSchema.EDGE_TYPES.stream()
                        .map(type -> "relationship." + type)
                        .toList());
    }

    @Test
    void shouldGiveEveryNodeTheColourOfItsKindAlthoughItIsAnEntityToo() {
        ONTOLOGY.kinds().values().forEach(kind -> {
            Map<String, String> style = STYLE.of("node", "Entity", kind.name());

            assertThat(style)
                    .containsEntry("color", kind.look().colour())
                    .containsEntry("caption", "{" + kind.look().caption() + "}")
                    .containsEntry("diameter", kind.transit() ? "80px" : "65px");
        });
    }

    @Test
    void shouldSayTheStatusOfEveryLinkBeforeItsRelation() {
        ONTOLOGY.relations().values().stream()
                .filter(relation -> relation.ends().value() == null)
                .forEach(relation -> assertThat(
                                STYLE.of("relationship", relation.name()).get("caption"))
                        .isEqualTo("{status} · " + relation.reads()));
    }

    @Test
    void shouldKeepTheReaderFromTrippingOverWordsOfTheOntology() {
        Map<String, Relation> relations = new LinkedHashMap<>(ONTOLOGY.relations());
        Relation heads = ONTOLOGY.relation("HEADS");
        relations.put(
                "HEADS",
                new Relation(
                        heads.name(),
                        heads.ends(),
                        heads.relationClass(),
                        heads.walkable(),
                        heads.weight(),
                        "is the firm's head; {or}: was",
                        heads.inverse(),
                        heads.stix(),
                        heads.ftm(),
                        heads.description()));

        Grass style = Grass.parse(GrassStyle.of(new Ontology(ONTOLOGY.kinds(), relations, ONTOLOGY.priors())));

        assertThat(style.rules().keySet()).isEqualTo(STYLE.rules().keySet());
        assertThat(style.of("relationship", "HEADS").get("caption")).startsWith("{status} · is the firm s head");
    }

    @Test
    void shouldWriteOnNodesSoThatItCanBeRead() {
        STYLE.rules().forEach((selector, style) -> {
            double text = luminance(style.get("text-color-internal"));
            double ground = luminance(style.get("color"));

            assertThat((Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05))
                    .as("contrast of %s", selector)
                    .isGreaterThanOrEqualTo(4.5);
        });
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellTheClassesOfLinksApartForTheColourBlind(Sight sight) {
        Map<RelationClass, String> colours = new HashMap<>();
        ONTOLOGY.relations().values().stream()
                .filter(relation -> relation.ends().value() == null)
                .forEach(relation -> colours.put(
                        relation.relationClass(),
                        STYLE.of("relationship", relation.name()).get("color")));
        List<RelationClass> classes = new ArrayList<>(colours.keySet());

        assertThat(classes).containsExactlyInAnyOrder(RelationClass.values());
        for (RelationClass one : classes) {
            for (RelationClass other : classes) {
                if (one.compareTo(other) < 0) {
                    assertThat(distance(sight.see(colours.get(one)), sight.see(colours.get(other))))
                            .as("%s and %s", one, other)
                            .isGreaterThan(0.25);
                }
            }
        }
    }

    @Test
    void shouldDrawAHeavierRelationWider() {
        Set<Integer> widths = ONTOLOGY.relations().values().stream()
                .filter(relation -> relation.ends().value() == null)
                .map(relation -> width(relation.name()))
                .collect(Collectors.toSet());

        assertThat(widths).hasSizeGreaterThan(2);
        assertThat(width("HEADS")).isGreaterThan(width("HOSTED_ON"));
    }

    private static int width(String relation) {
        return Integer.parseInt(
                STYLE.of("relationship", relation).get("shaft-width").replace("px", ""));
    }

    private static double distance(double[] one, double[] other) {
        return Math.sqrt(
                Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2) + Math.pow(one[2] - other[2], 2));
    }

    private static double luminance(String colour) {
        double[] linear = linear(colour);
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static double[] linear(String colour) {
        double[] linear = new double[3];
        for (int index = 0; index < 3; index++) {
            linear[index] = Math.pow(Integer.parseInt(colour.substring(1 + 2 * index, 3 + 2 * index), 16) / 255.0, 2.2);
        }
        return linear;
    }
}
