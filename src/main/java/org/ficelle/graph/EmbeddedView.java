package org.ficelle.graph;

import static org.ficelle.graph.StoredElements.bare;
import static org.ficelle.graph.StoredElements.complete;
import static org.ficelle.graph.StoredElements.fingerprint;
import static org.ficelle.graph.StoredElements.id;
import static org.ficelle.graph.StoredElements.isManaged;
import static org.ficelle.graph.StoredElements.managed;
import static org.ficelle.graph.StoredElements.tie;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.ficelle.model.Claim;
import org.ficelle.model.Document;
import org.ficelle.model.Link;
import org.ficelle.model.QueryResult;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.StringSearchMode;
import org.neo4j.graphdb.Transaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;

/**
 * One read transaction of an embedded store.
 *
 * <p>Everything but near matches of names goes through Neo4j's Java API: the first Cypher statement of a process costs
 * about half a second.
 */
final class EmbeddedView implements NameSearch.Index {

    /** To read more elements than this one thread is too slow. */
    private static final int MANY = 1_000;

    private final Transaction transaction;
    private final Cypher query;
    private final Runnable afterClose;

    /** Where more transactions can be begun; absent when nothing may be read but what this one shows. */
    private final @Nullable GraphDatabaseService database;

    private final RelationshipType[] linkTypes;
    private @Nullable NeighbourCursors cursors;

    /** Answers a query, as {@link View#query} has it. */
    interface Cypher {
        QueryResult run(String cypher, Map<String, ?> parameters, Duration timeout);
    }

    EmbeddedView(Transaction transaction, Cypher query, Runnable afterClose) {
        this(transaction, null, query, afterClose);
    }

    /** @param database does not change before this is closed */
    EmbeddedView(GraphDatabaseService database, Cypher query, Runnable afterClose) {
        this(database.beginTx(), database, query, afterClose);
    }

    private EmbeddedView(
            Transaction transaction, @Nullable GraphDatabaseService database, Cypher query, Runnable afterClose) {
        this.transaction = transaction;
        this.database = database;
        this.query = query;
        this.afterClose = afterClose;
        this.linkTypes = EmbeddedSchema.linkTypes(transaction);
    }

    @Override
    public Optional<String> ontology() {
        return nodes(GraphSchema.ONTOLOGY).stream()
                .findFirst()
                .map(node -> new PropertyValues(bare(GraphSchema.ONTOLOGY, node).properties()).text("text"));
    }

    @Override
    public void fingerprints(BiConsumer<ElementKey, String> each) {
        for (String label : GraphSchema.MANAGED_LABELS) {
            try (var nodes = transaction.findNodes(EmbeddedSchema.label(label))) {
                nodes.stream()
                        .filter(StoredElements::isManaged)
                        .forEach(node -> each.accept(new ElementKey(label, id(node)), fingerprint(node)));
            }
        }
        for (RelationshipType type : linkTypes) {
            try (var links = transaction.findRelationships(type)) {
                links.stream()
                        .filter(StoredElements::isManaged)
                        .forEach(link -> each.accept(new ElementKey(type.name(), id(link)), fingerprint(link)));
            }
        }
    }

    @Override
    public List<Element> elements() {
        SortedMap<ElementKey, Element> elements = new TreeMap<>();
        for (String label : GraphSchema.MANAGED_LABELS) {
            for (Node node : nodes(label)) {
                Element element = complete(label, node).content();
                elements.put(element.key(), element);
            }
        }
        for (Relationship link : allLinks()) {
            Element element = tie(link);
            elements.put(element.key(), element);
        }
        return List.copyOf(elements.values());
    }

    @Override
    public Map<ElementKey, Element> stored(Collection<ElementKey> keys) {
        GraphDatabaseService whole = database;
        if (whole == null || keys.size() < MANY) {
            return stored(transaction, keys);
        }
        List<ElementKey> all = List.copyOf(keys);
        int parts = Runtime.getRuntime().availableProcessors();
        Map<ElementKey, Element> stored = new HashMap<>();
        IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    try (Transaction own = whole.beginTx()) {
                        return stored(own, all.subList(all.size() * part / parts, all.size() * (part + 1) / parts));
                    }
                })
                .toList()
                .forEach(stored::putAll);
        return stored;
    }

    private static Map<ElementKey, Element> stored(Transaction transaction, Collection<ElementKey> keys) {
        Map<ElementKey, Element> stored = new HashMap<>();
        Map<Node, ElementKey> ends = new HashMap<>();
        for (ElementKey key : keys) {
            if (GraphSchema.isNode(key.type())) {
                Node node = node(transaction, key);
                if (node != null) {
                    managed(key.type(), node, end -> ends.computeIfAbsent(end, StoredElements::key))
                            .ifPresent(element -> stored.put(key, element));
                }
            } else {
                Relationship link =
                        transaction.findRelationship(EmbeddedSchema.type(key.type()), GraphSchema.ID, key.id());
                if (link != null && isManaged(link)) {
                    stored.put(key, tie(link));
                }
            }
        }
        return stored;
    }

    @Override
    public List<Element.Node> nodes(String label, String prefix, Set<String> properties) {
        SortedMap<String, Element.Node> found = new TreeMap<>();
        try (var nodes = prefix.isEmpty()
                ? transaction.findNodes(EmbeddedSchema.label(label))
                : transaction.findNodes(EmbeddedSchema.label(label), GraphSchema.ID, prefix, StringSearchMode.PREFIX)) {
            while (nodes.hasNext()) {
                Node node = nodes.next();
                if (isManaged(node)) {
                    found.put(id(node), StoredElements.part(label, node, properties));
                }
            }
        }
        return List.copyOf(found.values());
    }

    @Override
    public Set<ElementKey> tiedTo(Collection<ElementKey> keys) {
        Set<ElementKey> tied = new TreeSet<>();
        for (ElementKey key : keys) {
            Node node = node(key);
            if (node != null) {
                try (var edges = node.getRelationships(Direction.INCOMING, EmbeddedSchema.EDGE_TYPES)) {
                    edges.forEach(edge -> tied.add(StoredElements.key(edge.getStartNode())));
                }
            }
        }
        return tied;
    }

    @Override
    public Map<String, Vertex> vertices(Collection<String> ids) {
        Map<String, Vertex> vertices = new HashMap<>();
        Neighbourhood known = cursors().known();
        for (String id : ids) {
            Vertex vertex = known.vertex(id);
            Node node = vertex == null ? entity(id) : null;
            if (node != null) {
                vertex = known.keep(id, vertex(node));
            }
            if (vertex != null) {
                vertices.put(id, vertex);
            }
        }
        return vertices;
    }

    @Override
    public List<Vertex> withLine(String line) {
        return nodesWithLine(line).stream().map(this::vertex).toList();
    }

    @Override
    public List<Vertex> hits(String query, int limit) {
        if (!EmbeddedSchema.has(transaction, GraphSchema.NAMES_INDEX)) {
            return List.of();
        }
        Map<String, Object> parameters =
                Map.of("index", GraphSchema.NAMES_INDEX, "query", query, "options", Map.of("limit", limit));
        try (var result = transaction.execute(
                "CALL db.index.fulltext.queryNodes($index, $query, $options) YIELD node RETURN node", parameters)) {
            return result.<Node>columnAs("node").stream()
                    .filter(StoredElements::isManaged)
                    .map(this::vertex)
                    .toList();
        }
    }

    @Override
    public Map<String, List<Neighbour>> neighbours(Collection<String> entities) {
        Map<String, List<Neighbour>> neighbours = new HashMap<>();
        NeighbourCursors reading = cursors();
        for (String id : entities) {
            Neighbours known = reading.of(id);
            if (known == null && entity(id) != null) {
                known = reading.of(id);
            }
            if (known != null) {
                neighbours.put(id, known);
            }
        }
        return neighbours;
    }

    @Override
    public @Nullable Neighbours known(int entity) {
        return cursors().of(entity);
    }

    @Override
    public Numbering numbering() {
        return cursors().known().numbering();
    }

    private NeighbourCursors cursors() {
        NeighbourCursors open = cursors;
        if (open == null) {
            open = new NeighbourCursors(
                    (InternalTransaction) transaction, linkTypes, Neighbourhood.of(EmbeddedSchema.shown(transaction)));
            cursors = open;
        }
        return open;
    }

    @Override
    public boolean isNear() {
        return true;
    }

    @Override
    public Map<String, Link> whole(Collection<Link> bare) {
        Map<String, Link> whole = new HashMap<>();
        for (Link link : bare) {
            Element.Tie stored = cursors().link(link);
            if (stored == null) {
                Relationship relationship =
                        transaction.findRelationship(EmbeddedSchema.type(link.relation()), GraphSchema.ID, link.id());
                stored = relationship == null ? null : tie(relationship);
            }
            if (stored != null) {
                whole.put(link.id(), LinkCodec.decode(stored));
            }
        }
        return whole;
    }

    @Override
    public Map<String, Claim> claims(Collection<String> ids) {
        Map<String, Claim> claims = new HashMap<>();
        for (String id : ids) {
            Node node = node(ClaimCodec.key(id));
            if (node != null) {
                claims.put(id, claim(node));
            }
        }
        return claims;
    }

    @Override
    public List<Claim> claimsAbout(String entity) {
        return claims(entity(entity), GraphSchema.SUBJECT, GraphSchema.OBJECT, GraphSchema.ASSERTED_BY);
    }

    @Override
    public List<Claim> claimsBetween(String one, String other) {
        Node first = entity(one);
        Node second = entity(other);
        if (first == null || second == null) {
            return List.of();
        }
        SortedMap<String, Claim> between = new TreeMap<>();
        between(first, second).forEach(claim -> between.put(claim.id(), claim));
        between(second, first).forEach(claim -> between.put(claim.id(), claim));
        return List.copyOf(between.values());
    }

    /** Claims from one to the other, looked for on the side that has fewer. */
    private List<Claim> between(Node subject, Node object) {
        RelationshipType toSubject = EmbeddedSchema.type(GraphSchema.SUBJECT);
        RelationshipType toObject = EmbeddedSchema.type(GraphSchema.OBJECT);
        boolean fromSubject =
                subject.getDegree(toSubject, Direction.INCOMING) <= object.getDegree(toObject, Direction.INCOMING);
        Node near = fromSubject ? subject : object;
        Node far = fromSubject ? object : subject;
        List<Claim> claims = new ArrayList<>();
        try (var relationships = near.getRelationships(Direction.INCOMING, fromSubject ? toSubject : toObject)) {
            for (Relationship relationship : relationships) {
                Node claim = relationship.getStartNode();
                Relationship onward =
                        claim.getSingleRelationship(fromSubject ? toObject : toSubject, Direction.OUTGOING);
                if (onward != null && onward.getEndNode().equals(far)) {
                    claims.add(claim(claim));
                }
            }
        }
        return claims;
    }

    /** The claims from which a relationship of one of these types leads to the node, by id. */
    private List<Claim> claims(@Nullable Node node, String... types) {
        if (node == null) {
            return List.of();
        }
        RelationshipType[] wanted =
                Arrays.stream(types).map(EmbeddedSchema::type).toArray(RelationshipType[]::new);
        SortedMap<String, Claim> claims = new TreeMap<>();
        try (var relationships = node.getRelationships(Direction.INCOMING, wanted)) {
            for (Relationship relationship : relationships) {
                Claim claim = claim(relationship.getStartNode());
                claims.put(claim.id(), claim);
            }
        }
        return List.copyOf(claims.values());
    }

    @Override
    public List<Claim> denialsOf(Collection<String> claims) {
        SortedMap<String, Claim> denials = new TreeMap<>();
        for (String id : claims) {
            claims(node(ClaimCodec.key(id)), GraphSchema.DENIES).forEach(denial -> denials.put(denial.id(), denial));
        }
        return List.copyOf(denials.values());
    }

    @Override
    public SortedMap<String, Document> documents(Collection<String> ids) {
        SortedMap<String, Document> documents = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            String id = open.pop();
            Document document = documents.containsKey(id) ? null : document(id);
            if (document != null) {
                documents.put(id, document);
                open.addAll(document.derivesFrom());
            }
        }
        return documents;
    }

    private @Nullable Document document(String id) {
        Neighbourhood known = cursors().known();
        Document document = known.document(id);
        Node node = document == null ? node(DocumentCodec.key(id)) : null;
        return node == null
                ? document
                : known.keep(DocumentCodec.decode(cursors().bare(GraphSchema.DOCUMENT, node)));
    }

    @Override
    public QueryResult query(String cypher, Map<String, ?> parameters, Duration timeout) {
        return query.run(cypher, parameters, timeout);
    }

    @Override
    public void close() {
        release();
        transaction.close();
        afterClose.run();
    }

    /** Lets go of what was opened beside the transaction, which stays open. */
    void release() {
        if (cursors != null) {
            cursors.close();
            cursors = null;
        }
    }

    private @Nullable Node entity(String id) {
        Node node = cursors().node(id);
        if (node == null) {
            node = node(VertexCodec.key(id));
            if (node == null) {
                node = nodesWithLine(VertexCodec.line(id)).stream()
                        .filter(merged -> vertex(merged).members().contains(id))
                        .findFirst()
                        .orElse(null);
            }
            if (node != null) {
                cursors().meet(id, node);
            }
        }
        return node;
    }

    private List<Node> nodesWithLine(String line) {
        try (var nodes = transaction.findNodes(
                EmbeddedSchema.label(GraphSchema.ENTITY), GraphSchema.FOLDED, line, StringSearchMode.CONTAINS)) {
            return nodes.stream().toList();
        }
    }

    private @Nullable Node node(ElementKey key) {
        return node(transaction, key);
    }

    private static @Nullable Node node(Transaction transaction, ElementKey key) {
        return transaction.findNode(EmbeddedSchema.label(key.type()), GraphSchema.ID, key.id());
    }

    private List<Node> nodes(String label) {
        try (var nodes = transaction.findNodes(EmbeddedSchema.label(label))) {
            return nodes.stream().filter(StoredElements::isManaged).toList();
        }
    }

    private List<Relationship> allLinks() {
        List<Relationship> links = new ArrayList<>();
        for (RelationshipType type : linkTypes) {
            try (var relationships = transaction.findRelationships(type)) {
                relationships.stream().filter(StoredElements::isManaged).forEach(links::add);
            }
        }
        return links;
    }

    private Claim claim(Node node) {
        return ClaimCodec.decode(cursors().bare(GraphSchema.CLAIM, node));
    }

    private Vertex vertex(Node node) {
        return VertexCodec.decode(cursors().bare(GraphSchema.ENTITY, node));
    }
}
