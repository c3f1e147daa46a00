package org.ficelle.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
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
import org.ficelle.model.Entity;
import org.ficelle.model.Link;
import org.ficelle.model.Marking;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/** Makes elements of what the corpus says. */
final class Drawing {

    private final Corpus corpus;
    private final Lineage lineage;
    private final Oppositions oppositions;
    private final SortedMap<String, List<Entity>> merged = new TreeMap<>();

    Drawing(Corpus corpus) {
        this.corpus = corpus;
        this.lineage = new Lineage(corpus.documents(), corpus::canonical);
        this.oppositions = new Oppositions(corpus);
        corpus.canonical().forEach((id, canonical) -> merged.computeIfAbsent(canonical, one -> new ArrayList<>())
                .add(found(corpus.entities(), id)));
    }

    /** The judgement that two entities are one, once they are. */
    private static boolean joinsWhatIsOne(Link link) {
        return link.relationClass() == RelationClass.IDENTITY && link.subject().equals(link.object());
    }

    /** The ids that stand for entities, in order. */
    List<String> entities() {
        return corpus.entities().keySet().stream()
                .filter(id -> corpus.canonical(id).equals(id))
                .toList();
    }

    /** The id of every proposition, in order; it is worked out when it is asked for. */
    List<String> propositions() {
        return oppositions.byProposition().keys();
    }

    /** The link of the proposition with this number, if it draws one. */
    Optional<Link> drawn(int number) {
        return Links.of(corpus, oppositions, lineage, number).filter(link -> !joinsWhatIsOne(link));
    }

    private Optional<Link> drawn(String id) {
        return Links.of(corpus, oppositions, lineage, id).filter(link -> !joinsWhatIsOne(link));
    }

    /**
     * The element of this key, if the corpus has it; none is a dossier or an ontology.
     *
     * @param degree for an entity, how many links it has that can be walked
     */
    Optional<Element> element(ElementKey key, int degree) {
        String id = key.id();
        return switch (key.type()) {
            case GraphSchema.ENTITY ->
                corpus.entities().containsKey(id) && corpus.canonical(id).equals(id)
                        ? Optional.of(entity(id, degree))
                        : Optional.empty();
            case GraphSchema.DOCUMENT ->
                corpus.documents().containsKey(id) ? Optional.of(document(id)) : Optional.empty();
            case GraphSchema.CLAIM -> corpus.claims().containsKey(id) ? Optional.of(claim(id)) : Optional.empty();
            default ->
                drawn(id).filter(link -> link.relation().equals(key.type())).map(LinkCodec::encode);
        };
    }

    /** @param degree how many links it has that can be walked */
    Element entity(String id, int degree) {
        List<Entity> members = merged.getOrDefault(id, List.of(found(corpus.entities(), id)));
        SortedSet<String> dossiers = new TreeSet<>();
        members.forEach(member -> dossiers.addAll(dossiersOf(member.id())));
        Vertex vertex = new Vertex(
                united(id, members),
                members.stream().map(Entity::id).toList(),
                corpus.ontology().kind(members.get(0).kind()).transit(),
                degree);
        return VertexCodec.encode(vertex, dossiers);
    }

    Element document(String id) {
        return DocumentCodec.encode(found(corpus.documents(), id), corpus::canonical, dossiersOf(id));
    }

    Element claim(String id) {
        Claim claim = found(corpus.claims(), id);
        return ClaimCodec.encode(
                claim,
                corpus::canonical,
                new ClaimCodec.Context(
                        lineage.origins(claim),
                        oppositions.denied().getOrDefault(id, Collections.emptySortedSet()),
                        dossiersOf(id)));
    }

    /** The link of the proposition with this number. */
    Element link(int number) {
        return LinkCodec.encode(drawn(number).orElseThrow());
    }

    private Collection<String> dossiersOf(String id) {
        return corpus.dossiers().getOrDefault(id, Collections.emptySortedSet());
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

    static <V> V found(Map<String, V> map, String id) {
        return Objects.requireNonNull(map.get(id), id);
    }
}
