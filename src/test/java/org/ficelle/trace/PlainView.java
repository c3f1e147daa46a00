package org.ficelle.trace;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.Neighbour;
import org.ficelle.graph.View;
import org.ficelle.model.Link;
import org.ficelle.model.NameMatch;
import org.ficelle.model.QueryResult;
import org.ficelle.model.Vertex;

/** A graph without a database, for searches: what loading, names and Cypher need of a view is not there. */
abstract class PlainView implements View {

    /** The whole links of each of the entities. */
    abstract Map<String, List<Link>> links(Collection<String> entities);

    abstract Vertex vertex(String id);

    @Override
    public Map<String, List<Neighbour>> neighbours(Collection<String> entities) {
        Map<String, List<Neighbour>> found = new HashMap<>();
        links(entities)
                .forEach((id, own) -> found.put(
                        id, own.stream().map(link -> neighbour(link, id)).toList()));
        return found;
    }

    private Neighbour neighbour(Link link, String own) {
        Vertex other = vertex(link.otherEnd(own));
        return Neighbour.of(link, own, other.id(), Neighbour.Stop.of(other));
    }

    @Override
    public Optional<String> ontology() {
        return Optional.empty();
    }

    @Override
    public void fingerprints(BiConsumer<ElementKey, String> each) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Element> elements() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<ElementKey, Element> stored(Collection<ElementKey> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Element.Node> nodes(String label, String prefix, Set<String> properties) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<ElementKey> tiedTo(Collection<ElementKey> keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NameMatch> named(String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<NameMatch> search(String text, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueryResult query(String cypher, Map<String, ?> parameters, Duration timeout) {
        throw new UnsupportedOperationException("Cypher needs a Neo4j");
    }

    @Override
    public void close() {}
}
