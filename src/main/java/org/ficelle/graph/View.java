package org.ficelle.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import org.ficelle.model.Claim;
import org.ficelle.model.Document;
import org.ficelle.model.Link;
import org.ficelle.model.NameMatch;
import org.ficelle.model.Proposition;
import org.ficelle.model.QueryResult;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/**
 * A consistent reading of the graph. Ids of merged entities lead to the entity that stands for them. Used and closed by
 * the thread that opened it.
 */
public interface View extends AutoCloseable {

    /** A query with more rows than this is refused. */
    int MOST_ROWS = 100_000;

    /** Whether a load was cut short that the next load is to complete; only {@link Store#readForLoad} shows it. */
    default boolean isUnfinished() {
        return false;
    }

    /** The ontology's text as last loaded, or empty when nothing was ever loaded. */
    Optional<String> ontology();

    /** Tells the key and the fingerprint of every element that loading manages, in no order. */
    void fingerprints(BiConsumer<ElementKey, String> each);

    /** Every element with all its properties, for comparing two graphs; volatile properties left out. */
    List<Element> elements();

    /** Those of the elements that are in the graph, with all their properties, also those that tell of loads. */
    Map<ElementKey, Element> stored(Collection<ElementKey> keys);

    /**
     * The nodes of one label that loading writes, in order of their ids, with some of their properties and without
     * relationships.
     *
     * @param prefix with which the ids begin
     * @param properties to be read; all when empty
     */
    List<Element.Node> nodes(String label, String prefix, Set<String> properties);

    /** The nodes from which a relationship that belongs to them leads to one of these, such as the claims of a document. */
    Set<ElementKey> tiedTo(Collection<ElementKey> keys);

    /** Those of the ids that are in the graph. */
    Map<String, Vertex> vertices(Collection<String> ids);

    /**
     * Entities of which the text is the id, a name or an alias, but for case, accents and script; the one with that id
     * first, the others in order of their ids. Quick, also in a process that has just begun.
     */
    List<NameMatch> named(String text);

    /**
     * Entities whose id, name or alias matches the text, best first, then by id; exact ones before near ones, at most
     * {@code limit}.
     */
    List<NameMatch> search(String text, int limit);

    /** For each of the entity ids, every link that begins or ends there, once, with the other end; in no certain order. */
    Map<String, List<Neighbour>> neighbours(Collection<String> entities);

    /** The links of the entity with the number; absent when they have to be asked for by its id. */
    default @Nullable Neighbours known(int entity) {
        return null;
    }

    /** The numbers that those {@link Neighbours} go by that the view gives packed. */
    default Numbering numbering() {
        return new Numbering();
    }

    /** Whether asking for one entity after the other takes no longer than asking for many at once. */
    default boolean isNear() {
        return false;
    }

    /** The links with what they rest on, by their ids; those that are not in the graph are left out. */
    Map<String, Link> whole(Collection<Link> bare);

    /** Those of the claim ids that are in the graph. */
    Map<String, Claim> claims(Collection<String> ids);

    /** Claims of which the entity is the subject, the object or the asserter, by id. */
    List<Claim> claimsAbout(String entity);

    /** Claims that have one of the two as the subject and the other as the object, by id. */
    List<Claim> claimsBetween(String one, String other);

    /**
     * Claims with the relation and the ends of one of the propositions, or with its subject where it gives a value. The
     * ends are ids that stand for entities; the claims may have them in either order, and whatever value.
     */
    default List<Claim> claimsOn(Collection<Proposition> propositions) {
        List<Claim> claims = new ArrayList<>();
        for (Proposition proposition : propositions) {
            String object = proposition.object();
            List<Claim> about =
                    object == null ? claimsAbout(proposition.subject()) : claimsBetween(proposition.subject(), object);
            about.stream()
                    .filter(claim -> claim.relation().equals(proposition.relation()))
                    .forEach(claims::add);
        }
        return claims;
    }

    /** Denials that oppose any of the claims with these ids, by id. */
    List<Claim> denialsOf(Collection<String> claims);

    /** Those of the document ids that are in the graph, with every document these derive from. */
    SortedMap<String, Document> documents(Collection<String> ids);

    /**
     * Runs one Cypher statement that only reads. One that would write, that Neo4j does not understand, that is not done in
     * time or that has too many rows is refused with a {@link StoreException}.
     *
     * @param parameters strings, booleans, longs, doubles, {@code LocalDate}s or lists of these, by name
     */
    QueryResult query(String cypher, Map<String, ?> parameters, Duration timeout);

    @Override
    void close();
}
