package org.ficelle.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ficelle.graph.OpenStore;
import org.ficelle.graph.View;
import org.ficelle.model.Ontology;
import org.ficelle.model.Relation;
import org.ficelle.model.Vertex;
import org.ficelle.read.OntologyReader;
import org.ficelle.trace.PathFinder;
import org.ficelle.trace.Rules;
import org.ficelle.trace.Search;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.BidirectionalDijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.graph.WeightedMultigraph;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.StringSearchMode;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionTerminatedException;

/** The ways that are compared, all on one open store. */
final class Contenders {

    /** The cost that APOC adds up: the negative logarithm of a link's strength. */
    private static final String COST = "benchmarkCost";

    private static final Label ENTITY = Label.label("Entity");
    private static final Rules RULES = Rules.DEFAULT;

    private final OpenStore open;
    private final Ontology ontology;

    Contenders(OpenStore open) {
        this.open = open;
        try (View view = open.store().view()) {
            ontology = OntologyReader.parse(view.ontology().orElseThrow());
        }
    }

    private List<String> walkable() {
        return ontology.relations().values().stream()
                .filter(relation -> relation.walkable() && relation.ends().value() == null)
                .map(Relation::name)
                .toList();
    }

    /** The search of this project: the {@code k} strongest paths with the evidence for each, or why there is none. */
    Contender ficelle(int k) {
        Rules rules = RULES.withK(k);
        PathFinder finder = new PathFinder(Clock.systemUTC());
        return contender("ficelle, " + k + (k == 1 ? " path" : " paths"), (from, to) -> {
            Search search = open.store().read(view -> {
                Map<String, Vertex> ends = view.vertices(List.of(from, to));
                return finder.search(view, ontology, end(ends, from), end(ends, to), rules);
            });
            return new Contender.Answer(
                    !search.answer().paths().isEmpty(),
                    search.answer().paths().isEmpty()
                            ? 0
                            : search.answer().paths().get(0).strength(),
                    !search.complete());
        });
    }

    private static Vertex end(Map<String, Vertex> ends, String id) {
        Vertex end = ends.get(id);
        if (end == null) {
            throw new IllegalArgumentException("the store has no entity " + id);
        }
        return end;
    }

    /** One path of the fewest hops within the same rules. */
    Contender cypher() {
        String query = "MATCH (a:Entity {id: $from}), (b:Entity {id: $to})"
                + " MATCH p = shortestPath((a)-[:" + String.join("|", walkable()) + "*.."
                + RULES.bounds().maxHops() + "]-(b))"
                + " WHERE all(l IN relationships(p) WHERE l.status <> 'not-established')"
                + " AND all(n IN nodes(p) WHERE n = a OR n = b OR (n.transit AND n.degree <= "
                + RULES.passage().hubDegree() + "))"
                + " RETURN reduce(s = 1.0, l IN relationships(p) | s * l.strength) AS strength";
        return contender("Cypher shortestPath", (from, to) -> {
            try (Transaction transaction = open.database().beginTx();
                    Result result = transaction.execute(query, Map.of("from", from, "to", to))) {
                return new Contender.Answer(result.hasNext(), Double.NaN, false);
            }
        });
    }

    /** The cheapest path without regard to hubs, places and status: it has no option for these. */
    Contender apoc(Duration most) {
        String query = "MATCH (a:Entity {id: $from}), (b:Entity {id: $to})"
                + " CALL apoc.algo.dijkstra(a, b, '" + String.join("|", walkable()) + "', '" + COST + "')"
                + " YIELD weight RETURN weight";
        return contender("apoc.algo.dijkstra", (from, to) -> {
            try (Transaction transaction = open.database().beginTx(most.toMillis(), TimeUnit.MILLISECONDS);
                    Result result = transaction.execute(query, Map.of("from", from, "to", to))) {
                return new Contender.Answer(result.hasNext(), Double.NaN, false);
            } catch (TransactionTerminatedException | QueryExecutionException late) {
                return new Contender.Answer(false, Double.NaN, true);
            }
        });
    }

    /** Gives every link the cost that APOC adds up, unless they have it. */
    void price() {
        GraphDatabaseService database = open.database();
        for (String relation : walkable()) {
            RelationshipType type = RelationshipType.withName(relation);
            boolean more = true;
            while (more) {
                try (Transaction transaction = database.beginTx();
                        var links = transaction.findRelationships(type)) {
                    List<Relationship> unpriced = links.stream()
                            .filter(link -> !link.hasProperty(COST))
                            .limit(50_000)
                            .toList();
                    unpriced.forEach(link -> link.setProperty(COST, -Math.log((Double) link.getProperty("strength"))));
                    transaction.commit();
                    more = !unpriced.isEmpty();
                }
            }
        }
    }

    /** Goes once through everything that is stored, so that no way waits for the disk on behalf of those after it. */
    void warm() {
        try (Transaction transaction = open.database().beginTx();
                var nodes = transaction.getAllNodes();
                var relationships = transaction.getAllRelationships()) {
            nodes.forEach(Entity::getAllProperties);
            relationships.forEach(Entity::getAllProperties);
            for (String label : List.of("Claim", "Document", "Entity")) {
                try (var indexed = transaction.findNodes(Label.label(label), "id", "", StringSearchMode.PREFIX)) {
                    indexed.forEachRemaining(node -> {});
                }
            }
        }
    }

    /** The strongest path within the same rules, in a graph that lies in memory; without evidence. */
    Contender jgrapht() {
        Graph<Integer, DefaultWeightedEdge> graph = new WeightedMultigraph<>(DefaultWeightedEdge.class);
        Map<String, Integer> numbers = new HashMap<>();
        boolean[] blocked;
        try (Transaction transaction = open.database().beginTx();
                var nodes = transaction.findNodes(ENTITY)) {
            Map<String, Integer> byElement = new HashMap<>();
            List<Node> entities = nodes.stream().toList();
            blocked = new boolean[entities.size()];
            for (Node node : entities) {
                int number = byElement.size();
                byElement.put(node.getElementId(), number);
                numbers.put((String) node.getProperty("id"), number);
                blocked[number] = !(Boolean) node.getProperty("transit")
                        || (Long) node.getProperty("degree") > RULES.passage().hubDegree();
                graph.addVertex(number);
            }
            for (String relation : walkable()) {
                try (var links = transaction.findRelationships(RelationshipType.withName(relation))) {
                    links.forEachRemaining(link -> add(graph, byElement, link));
                }
            }
        }
        boolean[] barred = blocked;
        return contender("JGraphT in memory", (from, to) -> {
            int start = numbers.getOrDefault(from, -1);
            int end = numbers.getOrDefault(to, -1);
            Graph<Integer, DefaultWeightedEdge> passable = new MaskSubgraph<>(
                    graph, number -> barred[number] && number != start && number != end, link -> false);
            GraphPath<Integer, DefaultWeightedEdge> path =
                    new BidirectionalDijkstraShortestPath<>(passable).getPath(start, end);
            return Contender.Answer.of(path == null ? 0 : Math.exp(-path.getWeight()));
        });
    }

    private static void add(
            Graph<Integer, DefaultWeightedEdge> graph, Map<String, Integer> numbers, Relationship link) {
        Integer start = numbers.get(link.getStartNode().getElementId());
        Integer end = numbers.get(link.getEndNode().getElementId());
        if (start != null
                && end != null
                && !start.equals(end)
                && !"not-established".equals(link.getProperty("status"))) {
            DefaultWeightedEdge edge = graph.addEdge(start, end);
            graph.setEdgeWeight(edge, -Math.log((Double) link.getProperty("strength")));
        }
    }

    private interface Way {
        Contender.Answer answer(String from, String to);
    }

    private static Contender contender(String name, Way way) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Answer answer(String from, String to) {
                return way.answer(from, to);
            }
        };
    }
}
