package org.ficelle.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ficelle.model.Document;
import org.ficelle.model.DocumentType;
import org.ficelle.model.Publication;
import org.ficelle.model.Reliability;

/** Documents as {@code (:Document)} nodes with {@code DERIVES_FROM} and {@code PUBLISHED_BY}. */
public final class DocumentCodec {

    private DocumentCodec() {}

    /**
     * @param canonical the id that stands for an entity
     * @param dossiers names of the dossiers that declare the document
     */
    public static Element.Node encode(Document document, UnaryOperator<String> canonical, Collection<String> dossiers) {
        Publication publication = document.publication();
        PropertyValues properties = new PropertyValues()
                .put("type", document.type())
                .put("title", document.title())
                .put("publisher", publication.publisher())
                .putAny("authors", publication.authors())
                .put("url", publication.url())
                .put("sha256", publication.sha256())
                .putAny("derivesFrom", document.derivesFrom())
                .put("reliability", document.reliability())
                .putAny("interests", document.interests())
                .put("dossiers", dossiers);
        ValueCodec.encode(properties, "published", publication.published());
        VertexCodec.encode(properties, document.annotations());
        List<Element.Edge> edges = new ArrayList<>();
        document.derivesFrom().stream()
                .distinct()
                .forEach(source -> edges.add(edge(GraphSchema.DERIVES_FROM, key(source))));
        String publisher = publication.publisher();
        if (publisher != null) {
            edges.add(edge(GraphSchema.PUBLISHED_BY, VertexCodec.key(canonical.apply(publisher))));
        }
        return new Element.Node(key(document.id()), List.of(), properties.values(), edges);
    }

    public static Document decode(Element.Node node) {
        PropertyValues properties = new PropertyValues(node.properties());
        return new Document(
                node.key().id(),
                properties.label(DocumentType.class, "type"),
                properties.text("title"),
                new Publication(
                        properties.textOrNull("publisher"),
                        properties.texts("authors"),
                        ValueCodec.decodeWhen(properties, "published"),
                        properties.textOrNull("url"),
                        properties.textOrNull("sha256")),
                properties.texts("derivesFrom"),
                properties.labelOrNull(Reliability.class, "reliability"),
                properties.texts("interests"),
                VertexCodec.decodeAnnotations(properties));
    }

    static ElementKey key(String id) {
        return new ElementKey(GraphSchema.DOCUMENT, id);
    }

    static Element.Edge edge(String type, ElementKey to) {
        return new Element.Edge(type, to, Collections.emptySortedMap());
    }
}
