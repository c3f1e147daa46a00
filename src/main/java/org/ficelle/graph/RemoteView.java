package org.ficelle.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.model.Claim;
import org.ficelle.model.Document;
import org.ficelle.model.Link;
import org.ficelle.model.Proposition;
import org.ficelle.model.QueryResult;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * One read transaction of a remote store, with one statement for each batch of ids.
 *
 * <p>After each statement the revision is read again, and the view refuses to go on when a load began or ended since.
 */
final class RemoteView implements NameSearch.Index {

    private static final String EDGE_TYPES = String.join("|", GraphSchema.EDGE_TYPES);

    private static final int BATCH = 5_000;

    private static final String OPEN = """
            CALL db.relationshipTypes() YIELD relationshipType
            WITH collect(relationshipType) AS types
            OPTIONAL MATCH (revision:Revision {id: $node})
            RETURN types, revision.shown AS shown, revision.coming AS coming, revision.written AS written""";
    private static final String REVISION = """
            OPTIONAL MATCH (revision:Revision {id: $node})
            RETURN revision.shown AS shown, revision.coming AS coming, revision.written AS written""";
    private static final Map<String, Object> NODE = Map.of("node", Revision.NODE);

    /**
     * The entity of each id, or the one into which it was merged. CONTAINS null finds nothing and costs nothing, and a
     * CASE keeps the index where an OR would not.
     */
    private static final String ENTITIES = """
            UNWIND $asked AS asked
            OPTIONAL MATCH (own:Entity {id: asked.id})
            OPTIONAL MATCH (merged:Entity)
            WHERE merged.folded CONTAINS CASE WHEN own IS NULL THEN asked.line END AND asked.id IN merged.members
            WITH asked.id AS id, coalesce(own, merged) AS entity
            WHERE entity IS NOT NULL
            """;

    private static final String VERTICES = ENTITIES + "RETURN id, properties(entity) AS entity";
    private static final String WITH_LINE = """
            MATCH (entity:Entity)
            WHERE entity.folded CONTAINS $line
            RETURN properties(entity) AS entity""";
    private static final String HAS_NAMES = "SHOW INDEXES YIELD name WHERE name = $index";
    private static final String HITS = """
            CALL db.index.fulltext.queryNodes($index, $query, {limit: $limit}) YIELD node
            WHERE node.fingerprint IS NOT NULL
            RETURN properties(node) AS entity""";
    private static final String NEIGHBOURS = ENTITIES + """
            OPTIONAL MATCH (entity)-[link:%s]-(other:Entity)
            WHERE link.fingerprint IS NOT NULL
            RETURN id, type(link) AS type, startNode(link).id AS from, endNode(link).id AS to,
                link {.id, .status, .class, .walkable, .weight, .strength} AS properties,
                other {.id, .kind, .transit, .degree} AS other""";
    private static final String LINK_ROW = """
            WHERE link.fingerprint IS NOT NULL
            RETURN type(link) AS type, from.id AS from, to.id AS to, properties(link) AS properties""";
    private static final String WHOLE = """
            UNWIND $links AS wanted
            MATCH (from:Entity {id: wanted.from})-[link:%s {id: wanted.id}]->(to:Entity {id: wanted.to})
            """ + LINK_ROW;
    private static final String CLAIMS = """
            UNWIND $ids AS id
            MATCH (claim:Claim {id: id})
            RETURN properties(claim) AS claim""";
    private static final String CLAIMS_ABOUT = ENTITIES + """
            MATCH (entity)<-[:SUBJECT|OBJECT|ASSERTED_BY]-(claim:Claim)
            WITH DISTINCT claim
            RETURN properties(claim) AS claim""";

    /** Looked for on the side that has fewer; of one relation, or of all when it is null. */
    private static final String BETWEEN = """
            WITH one, other, relation,
                COUNT {(one)<-[:SUBJECT|OBJECT]-()} <= COUNT {(other)<-[:SUBJECT|OBJECT]-()} AS inOrder
            WITH CASE WHEN inOrder THEN one ELSE other END AS near, CASE WHEN inOrder THEN other ELSE one END AS far,
                relation
            MATCH (near)<-[there:SUBJECT|OBJECT]-(claim:Claim)
            WHERE claim.relation = coalesce(relation, claim.relation)
            WITH there, claim, far
            MATCH (claim)-[onward:SUBJECT|OBJECT]->(far)
            WHERE onward <> there
            WITH DISTINCT claim
            RETURN properties(claim) AS claim""";

    private static final String CLAIMS_BETWEEN = ENTITIES + """
            WITH collect(entity) AS ends
            WHERE size(ends) = 2
            WITH ends[0] AS one, ends[1] AS other, null AS relation
            """ + BETWEEN;
    private static final String CLAIMS_ON = """
            UNWIND $propositions AS asked
            MATCH (one:Entity {id: asked.subject}), (other:Entity {id: asked.object})
            WITH one, other, asked.relation AS relation
            """ + BETWEEN;
    private static final String CLAIMS_WITH_VALUES = """
            UNWIND $propositions AS asked
            MATCH (:Entity {id: asked.subject})<-[:SUBJECT]-(claim:Claim)
            WHERE claim.relation = asked.relation AND claim.object IS NULL
            WITH DISTINCT claim
            RETURN properties(claim) AS claim""";

    private static final String DENIALS = """
            UNWIND $ids AS id
            MATCH (:Claim {id: id})<-[:DENIES]-(claim:Claim)
            WITH DISTINCT claim
            RETURN properties(claim) AS claim""";
    private static final String DOCUMENTS = """
            UNWIND $ids AS id
            MATCH (:Document {id: id})-[:DERIVES_FROM*0..]->(document:Document)
            WITH DISTINCT document
            RETURN properties(document) AS document""";
    private static final String ONTOLOGY = """
            MATCH (ontology:Ontology)
            WHERE ontology.fingerprint IS NOT NULL
            RETURN ontology.text AS text LIMIT 1""";
    private static final String NODE_FINGERPRINTS = """
            MATCH (n:%1$s)
            WHERE n.fingerprint IS NOT NULL
            RETURN '%1$s' AS type, n.id AS id, n.fingerprint AS fingerprint""";
    private static final String LINK_FINGERPRINTS = """
            MATCH ()-[link:%s]->()
            WHERE link.fingerprint IS NOT NULL
            RETURN type(link) AS type, link.id AS id, link.fingerprint AS fingerprint""";
    private static final String NODE_ROW = """
            WHERE n.fingerprint IS NOT NULL
            RETURN labels(n) AS labels, properties(n) AS properties,
                [(n)-[edge:%s]->(to) |
                    {type: type(edge), labels: labels(to), id: to.id, properties: properties(edge)}] AS edges""";
    private static final String NODES = "MATCH (n:%s)\n" + NODE_ROW;
    private static final String STORED_NODES = """
            UNWIND $ids AS id
            MATCH (n:%s {id: id})
            """ + NODE_ROW;
    private static final String STORED_LINKS = """
            UNWIND $ids AS id
            MATCH (from)-[link:%s {id: id}]->(to)
            """ + LINK_ROW;
    private static final String TIED = """
            UNWIND $ids AS id
            MATCH (:%s {id: id})<-[:%s]-(n)
            RETURN DISTINCT labels(n) AS labels, n.id AS id""";
    private static final String PARTS = """
            MATCH (n:%s)
            WHERE n.fingerprint IS NOT NULL AND n.id STARTS WITH $prefix
            RETURN %s AS properties
            ORDER BY n.id""";
    private static final String ALL_LINKS = "MATCH (from)-[link:%s]->(to)\n" + LINK_ROW;

    private final Session session;
    private final Transaction transaction;
    private final RemoteQuery query;
    private final RemoteFailures failures;
    private final Revision revision;
    private final Consumer<Revision> afterFingerprints;

    /** The types of links, as a pattern has them; empty when there are none. */
    private final String linkTypes;

    private RemoteView(
            Session session,
            Transaction transaction,
            RemoteQuery query,
            RemoteFailures failures,
            Consumer<Revision> afterFingerprints,
            Record opened) {
        this.session = session;
        this.transaction = transaction;
        this.query = query;
        this.failures = failures;
        this.afterFingerprints = afterFingerprints;
        this.revision = revision(opened);
        this.linkTypes = opened.get("types").asList(Value::asString).stream()
                .filter(GraphSchema::isLinkType)
                .sorted()
                .map(GraphSchema::quoted)
                .collect(Collectors.joining("|"));
    }

    /** Begins to read, and closes the session when that fails. */
    static RemoteView open(
            Supplier<Session> sessions,
            TransactionConfig config,
            RemoteFailures failures,
            Consumer<Revision> afterFingerprints) {
        Session session = sessions.get();
        try {
            Transaction transaction = session.beginTransaction(config);
            Record opened = transaction.run(OPEN, NODE).single();
            RemoteQuery query = new RemoteQuery(sessions, failures);
            return new RemoteView(session, transaction, query, failures, afterFingerprints, opened);
        } catch (Neo4jException lost) {
            session.close();
            throw failures.notRead(lost);
        }
    }

    /** A load began or ended while the view was open. */
    static final class Outdated extends StoreException {

        private static final long serialVersionUID = 1L;

        private Outdated() {
            super("a load changed the graph while it was read; run the command again", null);
        }
    }

    static Revision revision(Record row) {
        Value written = row.get("written");
        return new Revision(
                text(row.get("shown")), text(row.get("coming")), written.isNull() ? null : (Long) written.asLong());
    }

    private static @Nullable String text(Value value) {
        return value.isNull() ? null : value.asString();
    }

    /** As of when the view was opened. */
    Revision revision() {
        return revision;
    }

    @Override
    public boolean isUnfinished() {
        return revision.written() != null;
    }

    /** Reads all rows, and makes sure that they are of the view's revision. */
    private void ask(String statement, Map<String, Object> parameters, Consumer<Record> row) {
        try {
            Result result = transaction.run(statement, parameters);
            while (result.hasNext()) {
                row.accept(result.next());
            }
            checkRevision();
        } catch (Neo4jException lost) {
            throw failures.notRead(lost);
        }
    }

    private void checkRevision() {
        if (!revision.equals(revision(transaction.run(REVISION, NODE).single()))) {
            throw new Outdated();
        }
    }

    private static Map<String, Object> asked(Collection<String> ids) {
        return Map.of(
                "asked",
                ids.stream()
                        .map(id -> Map.of("id", id, "line", VertexCodec.line(id)))
                        .toList());
    }

    @Override
    public Optional<String> ontology() {
        List<String> texts = new ArrayList<>();
        ask(ONTOLOGY, Map.of(), row -> texts.add(row.get("text").asString()));
        return texts.stream().findFirst();
    }

    @Override
    public void fingerprints(BiConsumer<ElementKey, String> each) {
        List<String> statements = new ArrayList<>();
        GraphSchema.MANAGED_LABELS.forEach(label -> statements.add(NODE_FINGERPRINTS.formatted(label)));
        if (!linkTypes.isEmpty()) {
            statements.add(LINK_FINGERPRINTS.formatted(linkTypes));
        }
        ask(
                String.join("\nUNION ALL\n", statements),
                Map.of(),
                row -> each.accept(
                        new ElementKey(row.get("type").asString(), row.get("id").asString()),
                        row.get("fingerprint").asString()));
        afterFingerprints.accept(revision);
    }

    @Override
    public List<Element> elements() {
        SortedMap<ElementKey, Element> elements = new TreeMap<>();
        for (String label : GraphSchema.MANAGED_LABELS) {
            ask(NODES.formatted(label, EDGE_TYPES), Map.of(), row -> {
                Element element = complete(label, row).content();
                elements.put(element.key(), element);
            });
        }
        if (!linkTypes.isEmpty()) {
            ask(ALL_LINKS.formatted(linkTypes), Map.of(), row -> {
                Element element = tie(row);
                elements.put(element.key(), element);
            });
        }
        return List.copyOf(elements.values());
    }

    @Override
    public Map<ElementKey, Element> stored(Collection<ElementKey> keys) {
        Map<ElementKey, Element> stored = new HashMap<>();
        idsByType(keys).forEach((type, ids) -> {
            boolean nodes = GraphSchema.isNode(type);
            String statement =
                    nodes ? STORED_NODES.formatted(type, EDGE_TYPES) : STORED_LINKS.formatted(GraphSchema.quoted(type));
            for (int start = 0; start < ids.size(); start += BATCH) {
                List<String> batch = ids.subList(start, Math.min(start + BATCH, ids.size()));
                ask(statement, Map.of("ids", batch), row -> {
                    Element element = nodes ? complete(type, row) : tie(row);
                    stored.put(element.key(), element);
                });
            }
        });
        return stored;
    }

    private static SortedMap<String, List<String>> idsByType(Collection<ElementKey> keys) {
        SortedMap<String, List<String>> idsByType = new TreeMap<>();
        keys.forEach(key ->
                idsByType.computeIfAbsent(key.type(), type -> new ArrayList<>()).add(key.id()));
        return idsByType;
    }

    @Override
    public List<Element.Node> nodes(String label, String prefix, Set<String> properties) {
        String read = properties.isEmpty()
                ? "properties(n)"
                : Stream.concat(Stream.of(GraphSchema.ID), properties.stream())
                        .sorted()
                        .map(name -> "." + GraphSchema.quoted(name))
                        .collect(Collectors.joining(", ", "n {", "}"));
        List<Element.Node> nodes = new ArrayList<>();
        ask(
                PARTS.formatted(label, read),
                Map.of("prefix", prefix),
                row -> nodes.add(bare(label, row.get("properties"))));
        afterFingerprints.accept(revision);
        return nodes;
    }

    @Override
    public Set<ElementKey> tiedTo(Collection<ElementKey> keys) {
        Set<ElementKey> tied = new TreeSet<>();
        idsByType(keys)
                .forEach((type, ids) -> ask(
                        TIED.formatted(type, EDGE_TYPES),
                        Map.of("ids", ids),
                        row -> tied.add(new ElementKey(
                                GraphSchema.keyLabel(row.get("labels").asList(Value::asString)),
                                row.get("id").asString()))));
        return tied;
    }

    @Override
    public Map<String, Vertex> vertices(Collection<String> ids) {
        Map<String, Vertex> vertices = new HashMap<>();
        ask(VERTICES, asked(ids), row -> vertices.put(row.get("id").asString(), vertex(row)));
        return vertices;
    }

    @Override
    public List<Vertex> withLine(String line) {
        List<Vertex> vertices = new ArrayList<>();
        ask(WITH_LINE, Map.of("line", line), row -> vertices.add(vertex(row)));
        return vertices;
    }

    @Override
    public List<Vertex> hits(String query, int limit) {
        Map<String, Object> index = Map.of("index", GraphSchema.NAMES_INDEX);
        List<Vertex> vertices = new ArrayList<>();
        List<String> indexes = new ArrayList<>();
        ask(HAS_NAMES, index, row -> indexes.add(row.get("name").asString()));
        if (!indexes.isEmpty()) {
            Map<String, Object> parameters = new HashMap<>(index);
            parameters.put("query", query);
            parameters.put("limit", limit);
            ask(HITS, parameters, row -> vertices.add(vertex(row)));
        }
        return vertices;
    }

    @Override
    public Map<String, List<Neighbour>> neighbours(Collection<String> entities) {
        Map<String, List<Neighbour>> neighbours = new HashMap<>();
        if (linkTypes.isEmpty()) {
            vertices(entities).keySet().forEach(id -> neighbours.put(id, List.of()));
        } else {
            ask(NEIGHBOURS.formatted(linkTypes), asked(entities), row -> {
                List<Neighbour> own = neighbours.computeIfAbsent(row.get("id").asString(), id -> new ArrayList<>());
                if (!row.get("type").isNull()) {
                    PropertyValues other =
                            new PropertyValues(new TreeMap<>(row.get("other").asMap()));
                    String end = other.text(GraphSchema.ID);
                    Link link = LinkCodec.decode(tie(row));
                    own.add(Neighbour.of(link, link.otherEnd(end), end, VertexCodec.decodeStop(other)));
                }
            });
        }
        return neighbours;
    }

    @Override
    public Map<String, Link> whole(Collection<Link> bare) {
        if (bare.isEmpty()) {
            return Map.of();
        }
        List<Map<String, String>> wanted = bare.stream()
                .map(link -> Map.of("id", link.id(), "from", link.subject(), "to", link.object()))
                .toList();
        Map<String, Link> whole = new HashMap<>();
        // All types, whichever are wanted: the server plans a statement anew that it has not seen.
        ask(WHOLE.formatted(linkTypes), Map.of("links", wanted), row -> {
            Link link = LinkCodec.decode(tie(row));
            whole.put(link.id(), link);
        });
        return whole;
    }

    @Override
    public Map<String, Claim> claims(Collection<String> ids) {
        return claims(CLAIMS, Map.of("ids", List.copyOf(ids)));
    }

    @Override
    public List<Claim> claimsAbout(String entity) {
        return List.copyOf(claims(CLAIMS_ABOUT, asked(List.of(entity))).values());
    }

    @Override
    public List<Claim> claimsBetween(String one, String other) {
        return List.copyOf(claims(CLAIMS_BETWEEN, asked(List.of(one, other))).values());
    }

    @Override
    public List<Claim> claimsOn(Collection<Proposition> propositions) {
        List<Map<String, String>> ties = new ArrayList<>();
        List<Map<String, String>> values = new ArrayList<>();
        for (Proposition proposition : propositions) {
            String subject = proposition.subject();
            String object = proposition.object();
            if (object == null) {
                values.add(Map.of("subject", subject, "relation", proposition.relation()));
            } else {
                ties.add(Map.of("subject", subject, "relation", proposition.relation(), "object", object));
            }
        }
        SortedMap<String, Claim> claims = new TreeMap<>();
        claims.putAll(claimsOn(CLAIMS_ON, ties));
        claims.putAll(claimsOn(CLAIMS_WITH_VALUES, values));
        return List.copyOf(claims.values());
    }

    private Map<String, Claim> claimsOn(String statement, List<Map<String, String>> propositions) {
        return propositions.isEmpty() ? Map.of() : claims(statement, Map.of("propositions", propositions));
    }

    @Override
    public List<Claim> denialsOf(Collection<String> claims) {
        return List.copyOf(claims(DENIALS, Map.of("ids", List.copyOf(claims))).values());
    }

    private SortedMap<String, Claim> claims(String statement, Map<String, Object> parameters) {
        SortedMap<String, Claim> claims = new TreeMap<>();
        ask(statement, parameters, row -> {
            Claim claim = ClaimCodec.decode(bare(GraphSchema.CLAIM, row.get("claim")));
            claims.put(claim.id(), claim);
        });
        return claims;
    }

    @Override
    public SortedMap<String, Document> documents(Collection<String> ids) {
        SortedMap<String, Document> documents = new TreeMap<>();
        ask(DOCUMENTS, Map.of("ids", List.copyOf(ids)), row -> {
            Document document = DocumentCodec.decode(bare(GraphSchema.DOCUMENT, row.get("document")));
            documents.put(document.id(), document);
        });
        return documents;
    }

    @Override
    public QueryResult query(String cypher, Map<String, ?> parameters, Duration timeout) {
        QueryResult result = query.run(cypher, parameters, timeout);
        try {
            checkRevision();
        } catch (Neo4jException lost) {
            throw failures.notRead(lost);
        }
        return result;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (Neo4jException lost) {
            throw failures.notRead(lost);
        }
    }

    private static Vertex vertex(Record row) {
        return VertexCodec.decode(bare(GraphSchema.ENTITY, row.get("entity")));
    }

    private static Element.Node bare(String type, Value properties) {
        return new Element.Node(
                new ElementKey(type, properties.get(GraphSchema.ID).asString()),
                List.of(),
                PropertyValues.content(properties.asMap()),
                List.of());
    }

    private static Element.Node complete(String type, Record row) {
        Value properties = row.get("properties");
        return new Element.Node(
                new ElementKey(type, properties.get(GraphSchema.ID).asString()),
                row.get("labels").asList(Value::asString).stream()
                        .filter(label -> !label.equals(type))
                        .toList(),
                PropertyValues.content(properties.asMap()),
                row.get("edges").asList(RemoteView::edge));
    }

    private static Element.Edge edge(Value edge) {
        return new Element.Edge(
                edge.get("type").asString(),
                new ElementKey(
                        GraphSchema.keyLabel(edge.get("labels").asList(Value::asString)),
                        edge.get("id").asString()),
                PropertyValues.fromNeo4j(edge.get("properties").asMap()));
    }

    private static Element.Tie tie(Record row) {
        Value properties = row.get("properties");
        return new Element.Tie(
                new ElementKey(
                        row.get("type").asString(),
                        properties.get(GraphSchema.ID).asString()),
                row.get("from").asString(),
                row.get("to").asString(),
                PropertyValues.content(properties.asMap()));
    }
}
