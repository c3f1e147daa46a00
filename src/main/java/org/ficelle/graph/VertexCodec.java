package org.ficelle.graph;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.ficelle.model.Annotations;
import org.ficelle.model.Entity;
import org.ficelle.model.Marking;
import org.ficelle.model.Vertex;
import org.ficelle.names.Names;

/** Entities as {@code (:Entity:<Kind>)} nodes. */
public final class VertexCodec {

    private VertexCodec() {}

    /** @param dossiers names of the dossiers that declare the entity or a member of it */
    public static Element.Node encode(Vertex vertex, Collection<String> dossiers) {
        Entity entity = vertex.entity();
        PropertyValues properties = new PropertyValues()
                .put("name", entity.name())
                .put("aliases", entity.aliases())
                .put("kind", entity.kind())
                .put("transit", vertex.transit())
                .put("degree", vertex.degree())
                .put("members", vertex.members())
                .put("description", entity.description())
                .put("placeholder", entity.placeholder())
                .put("dossiers", dossiers)
                .put(GraphSchema.FOLDED, folded(vertex));
        encode(properties, entity.annotations());
        return new Element.Node(key(entity.id()), List.of(entity.kind()), properties.values(), List.of());
    }

    public static Vertex decode(Element.Node node) {
        PropertyValues properties = new PropertyValues(node.properties());
        Entity entity = new Entity(
                node.key().id(),
                properties.text("kind"),
                properties.text("name"),
                properties.texts("aliases"),
                properties.textOrNull("description"),
                properties.flag("placeholder"),
                decodeAnnotations(properties));
        Neighbour.Stop stop = decodeStop(properties);
        return new Vertex(entity, properties.texts("members"), stop.transit(), stop.degree());
    }

    static Neighbour.Stop decodeStop(PropertyValues properties) {
        return new Neighbour.Stop(
                properties.text("kind"),
                properties.flag("transit"),
                Objects.requireNonNullElse(properties.integerOrNull("degree"), 0));
    }

    static ElementKey key(String id) {
        return new ElementKey(GraphSchema.ENTITY, id);
    }

    static void encode(PropertyValues properties, Annotations annotations) {
        properties
                .put("marking", annotations.marking())
                .put("note", annotations.note())
                .putAny("ref", annotations.ref());
    }

    static Annotations decodeAnnotations(PropertyValues properties) {
        return new Annotations(
                properties.labelOrNull(Marking.class, "marking"),
                properties.textOrNull("note"),
                properties.texts("ref"));
    }

    /**
     * Every folded name, one a line, so that a whole line can be looked up in an index; the ids of merged entities in the
     * same way; the single words of names such as {@code orkhanrza.com}, which the full-text index takes for one; and every
     * name in lower case with its accents, which is all that Cypher can make of a text.
     */
    private static String folded(Vertex vertex) {
        Entity entity = vertex.entity();
        Set<String> lines = new LinkedHashSet<>();
        lines.add(Names.fold(entity.name()));
        entity.aliases().forEach(alias -> lines.add(Names.fold(alias)));
        Set<String> words = new TreeSet<>();
        lines.forEach(line -> words.addAll(NearNames.words(line)));
        lines.forEach(line -> words.removeAll(List.of(line.split(" "))));
        lines.add(String.join(" ", words));
        lines.add(entity.name().toLowerCase(Locale.ROOT));
        entity.aliases().forEach(alias -> lines.add(alias.toLowerCase(Locale.ROOT)));
        vertex.members().stream().filter(id -> !id.equals(entity.id())).forEach(lines::add);
        lines.remove("");
        return line(String.join("\n", lines));
    }

    /** What {@link GraphSchema#FOLDED} contains when one of its lines is this one. */
    static String line(String folded) {
        return "\n" + folded + "\n";
    }
}
