package org.ficelle.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.ficelle.check.Ids;
import org.ficelle.check.Lineage;
import org.ficelle.check.Links;
import org.ficelle.check.Oppositions;
import org.ficelle.graph.ClaimCodec;
import org.ficelle.graph.DocumentCodec;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.LinkCodec;
import org.ficelle.graph.VertexCodec;
import org.ficelle.model.Annotations;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Dossier;
import org.ficelle.model.Entity;
import org.ficelle.model.Link;
import org.ficelle.model.Marking;
import org.ficelle.model.Ontology;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/**
 * The graph as the data says it should be. It depends on what the data files declare, and not on their order, their
 * names on disk or their white space.
 *
 * @param elements every node and link, by key
 */
public record GraphImage(Ontology ontology, SortedMap<ElementKey, Element> elements) {

    public GraphImage {
        elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
    }

    /** @param ontologyText of the ontology's file, which the graph keeps so that it can be read without the files */
    public static GraphImage of(Corpus corpus, List<Dossier> dossiers, String ontologyText) {
        return new Drawing(corpus).draw(dossiers, ontologyText);
    }

    private static final class Drawing {

        private final Corpus corpus;
        private final Lineage lineage;
        private final Oppositions oppositions;
        private final SortedMap<ElementKey, Element> elements = new TreeMap<>();

        Drawing(Corpus corpus) {
            this.corpus = corpus;
            this.lineage = new Lineage(corpus.documents(), corpus::canonical);
            this.oppositions = new Oppositions(corpus);
        }

        GraphImage draw(List<Dossier> dossiers, String ontologyText) {
            List<Link> links = Links.of(corpus, oppositions, lineage).stream()
                    .filter(link -> !joinsWhatIsOne(link))
                    .toList();
            drawEntities(links);
            corpus.documents()
                    .values()
                    .forEach(document ->
                            add(DocumentCodec.encode(document, corpus::canonical, dossiersOf(document.id()))));
            corpus.claims().values().forEach(claim -> add(ClaimCodec.encode(claim, corpus::canonical, context(claim))));
            links.forEach(link -> add(LinkCodec.encode(link)));
            Ids ids = new Ids(corpus.ontology());
            dossiers.forEach(dossier -> add(DossierNode.of(dossier, ids)));
            add(node(GraphSchema.ONTOLOGY, "ontology", Map.of("text", ontologyText)));
            return new GraphImage(corpus.ontology(), elements);
        }

        /** The judgement that two entities are one, once they are. */
        private static boolean joinsWhatIsOne(Link link) {
            return link.relationClass() == RelationClass.IDENTITY
                    && link.subject().equals(link.object());
        }

        private void drawEntities(List<Link> links) {
            Map<String, Integer> degrees = new HashMap<>();
            for (Link link : links) {
                if (link.walkable()) {
                    degrees.merge(link.subject(), 1, Integer::sum);
                    if (!link.object().equals(link.subject())) {
                        degrees.merge(link.object(), 1, Integer::sum);
                    }
                }
            }
            SortedMap<String, List<Entity>> merged = new TreeMap<>();
            corpus.entities().values().forEach(entity -> merged.computeIfAbsent(
                            corpus.canonical(entity.id()), id -> new ArrayList<>())
                    .add(entity));
            merged.forEach((id, members) -> {
                SortedSet<String> dossiers = new TreeSet<>();
                members.forEach(member -> dossiers.addAll(dossiersOf(member.id())));
                Vertex vertex = new Vertex(
                        united(id, members),
                        members.stream().map(Entity::id).toList(),
                        corpus.ontology().kind(members.get(0).kind()).transit(),
                        degrees.getOrDefault(id, 0));
                add(VertexCodec.encode(vertex, dossiers));
            });
        }

        private ClaimCodec.Context context(Claim claim) {
            return new ClaimCodec.Context(
                    lineage.origins(claim),
                    oppositions.denied().getOrDefault(claim.id(), Collections.emptySortedSet()),
                    dossiersOf(claim.id()));
        }

        private Collection<String> dossiersOf(String id) {
            return corpus.dossiers().getOrDefault(id, Collections.emptySortedSet());
        }

        private void add(Element element) {
            if (elements.put(element.key(), element) != null) {
                throw new IllegalArgumentException("two elements are " + element.key());
            }
        }
    }

    /**
     * One entity for several that were judged the same: under the id that stands for them, with the names of all. A
     * placeholder gives way to an entity that has a name.
     */
    private static Entity united(String id, List<Entity> members) {
        List<Entity> leading = members.stream()
                .sorted(Comparator.comparing(Entity::placeholder)
                        .thenComparing(member -> !member.id().equals(id))
                        .thenComparing(Entity::id))
                .toList();
        Entity first = leading.get(0);
        SortedSet<String> aliases = new TreeSet<>();
        SortedSet<String> ref = new TreeSet<>();
        for (Entity member : members) {
            aliases.add(member.name());
            aliases.addAll(member.aliases());
            ref.addAll(member.annotations().ref());
        }
        aliases.remove(first.name());
        return new Entity(
                id,
                first.kind(),
                first.name(),
                List.copyOf(aliases),
                first(leading, Entity::description),
                first.placeholder(),
                new Annotations(
                        strictest(members),
                        first(leading, member -> member.annotations().note()),
                        List.copyOf(ref)));
    }

    private static @Nullable String first(List<Entity> members, Function<Entity, @Nullable String> field) {
        return members.stream().map(field).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable Marking strictest(List<Entity> members) {
        return members.stream()
                .map(member -> member.annotations().marking())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    static Element.Node node(String label, String id, Map<String, Object> properties) {
        return new Element.Node(new ElementKey(label, id), List.of(), new TreeMap<>(properties), List.of());
    }
}
