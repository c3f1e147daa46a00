package org.ficelle.serve;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ficelle.graph.GraphSchema;
import org.ficelle.model.Kind;
import org.ficelle.model.Ontology;
import org.ficelle.model.Relation;
import org.ficelle.model.RelationClass;
import org.jspecify.annotations.Nullable;

/**
 * How Neo4j Browser draws the graph, in Browser's own language GraSS.
 *
 * <p>GraSS chooses by label or type and never by a property, so that a link cannot have the colour of its status. Its
 * caption has the status instead, in words and before the relation, because Browser cuts a caption off at its end. The
 * colour tells the class of the relation and the width its weight. All colours are told apart by the colour-blind.
 *
 * <p>A rule also holds for a label that it has in common with the node, and later ones go over earlier ones: what is general
 * stands first. Browser's reader knows no quotation mark but {@code '} and ends a value at any {@code ;} or {@code :}.
 */
final class GrassStyle {

    /** After Okabe and Ito, and Tol. */
    private static final Map<RelationClass, String> COLOURS = Map.of(
            RelationClass.ATTRIBUTION, "#D55E00",
            RelationClass.TECHNICAL, "#0072B2",
            RelationClass.CONTENT, "#882255",
            RelationClass.ORGANISATIONAL, "#009E73",
            RelationClass.IDENTITY, "#000000",
            RelationClass.CONTEXT, "#BBBBBB");

    private static final int LARGE = 80;

    /** Wide enough for "not-established". */
    private static final int CLAIM = 95;

    private static final int SMALL = 65;
    private static final String GREY = "#A5ABB6";
    private static final String PALE = "#F2F2F2";

    private final StringBuilder text = new StringBuilder();

    private GrassStyle() {}

    static String of(Ontology ontology) {
        GrassStyle style = new GrassStyle();
        style.node("node", SMALL, GREY, null);
        style.relationship("relationship", GREY, 1, "<type>");
        style.node("node." + GraphSchema.ENTITY, LARGE, GREY, "{name}");
        style.node("node." + GraphSchema.CLAIM, CLAIM, PALE, "{stance} {relation}");
        style.node("node." + GraphSchema.DOCUMENT, LARGE, "#FFFFFF", "{title}");
        style.node("node." + GraphSchema.DOSSIER, SMALL, "#FFFFFF", "{name}");
        style.node("node." + GraphSchema.LOAD, SMALL, "#FFFFFF", "{at}");
        style.node("node." + GraphSchema.ONTOLOGY, SMALL, "#FFFFFF", "ontology");
        ontology.kinds().values().forEach(style::kind);
        GraphSchema.EDGE_TYPES.forEach(type -> style.relationship(
                "relationship." + type, GREY, 1, type.toLowerCase(Locale.ROOT).replace('_', ' ')));
        ontology.relations().values().stream()
                .filter(relation -> relation.ends().value() == null)
                .forEach(style::relation);
        return style.text.toString();
    }

    /** What no path passes through is drawn smaller. */
    private void kind(Kind kind) {
        Kind.Look look = kind.look();
        node("node." + kind.name(), kind.transit() ? LARGE : SMALL, look.colour(), "{" + look.caption() + "}");
    }

    private void relation(Relation relation) {
        relationship(
                "relationship." + relation.name(),
                COLOURS.getOrDefault(relation.relationClass(), GREY),
                1 + (int) Math.round(3 * relation.weight()),
                "{status} · " + plain(relation.reads()));
    }

    private static String plain(String words) {
        return words.replaceAll("[;:'{}<>]", " ").strip();
    }

    private void node(String selector, int diameter, String colour, @Nullable String caption) {
        block(
                selector,
                "diameter: " + diameter + "px",
                "color: " + colour,
                "border-color: " + darker(colour),
                "border-width: 2px",
                "text-color-internal: " + (isLight(colour) ? "#000000" : "#FFFFFF"),
                "font-size: 10px",
                caption == null ? "" : "caption: '" + caption + "'");
    }

    private void relationship(String selector, String colour, int width, String caption) {
        block(
                selector,
                "color: " + colour,
                "shaft-width: " + width + "px",
                "font-size: 7px",
                "padding: 3px",
                "text-color-external: #000000",
                "text-color-internal: " + (isLight(colour) ? "#000000" : "#FFFFFF"),
                "caption: '" + caption + "'");
    }

    private void block(String selector, String... properties) {
        text.append(selector).append(" {\n");
        for (String property : properties) {
            if (!property.isEmpty()) {
                text.append("  ").append(property).append(";\n");
            }
        }
        text.append("}\n\n");
    }

    /** Whether black is read better than white on the colour, by the contrast of WCAG. */
    private static boolean isLight(String colour) {
        double luminance = 0.2126 * linear(colour, 0) + 0.7152 * linear(colour, 1) + 0.0722 * linear(colour, 2);
        return luminance > 0.18;
    }

    private static double linear(String colour, int index) {
        return Math.pow(channel(colour, index) / 255.0, 2.2);
    }

    private static String darker(String colour) {
        return IntStream.range(0, 3)
                .mapToObj(index -> String.format("%02X", channel(colour, index) * 3 / 4))
                .collect(Collectors.joining("", "#", ""));
    }

    private static int channel(String colour, int index) {
        return Integer.parseInt(colour.substring(1 + 2 * index, 3 + 2 * index), 16);
    }
}
