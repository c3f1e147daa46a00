package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Path;
import org.ficelle.model.Vertex;
import org.ficelle.trace.Sketch.Saying;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.AllDirectedPaths;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/** The search against JGraphT's, on graphs too large for brute force. */
class PathFinderAgainstJGraphTTest {

    private static final int K = 12;
    private static final double ROUNDING = 1e-9;
    private static final List<String> RELATIONS = List.of("HEADS", "KNOWS", "POSTED", "HOSTED_ON");

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void shouldFindPathsAsStrongAsYensAlgorithm(@ForAll Random random) {
        Rules rules = Rules.DEFAULT.withK(K).withHubDegree(8).withMaxHops(Rules.MOST_HOPS);

        compare(draw(random), rules.withDirected(random.nextBoolean()), (graph, from, to) -> new YenKShortestPath<>(
                        graph)
                .getPaths(from, to, K));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void shouldFindPathsAsStrongWithinABoundOnHops(@ForAll Random random) {
        int maxHops = 2 + random.nextInt(3);
        Rules rules = Rules.DEFAULT.withK(K).withHubDegree(12).withMaxHops(maxHops);

        compare(draw(random), rules, (graph, from, to) -> new AllDirectedPaths<>(graph)
                .getAllPaths(from, to, true, maxHops));
    }

    private interface Algorithm {

        List<GraphPath<String, DefaultWeightedEdge>> paths(
                Graph<String, DefaultWeightedEdge> graph, String from, String to);
    }

    private static void compare(MemoryView view, Rules rules, Algorithm algorithm) {
        String from = "person:n0";
        String to = "person:n1";

        List<Double> ours = new PathFinder(Clock.systemUTC())
                .find(view, Sketch.ONTOLOGY, view.vertex(from), view.vertex(to), rules).paths().stream()
                        .map(Path::strength)
                        .toList();

        List<Double> theirs = algorithm.paths(graph(view, rules, from, to), from, to).stream()
                .map(path -> Math.exp(-path.getWeight()))
                .sorted(Comparator.reverseOrder())
                .limit(K)
                .toList();
        assertThat(ours).hasSameSizeAs(theirs);
        for (int i = 0; i < ours.size(); i++) {
            assertThat(ours.get(i)).isCloseTo(theirs.get(i), within(ROUNDING));
        }
    }

    private static Graph<String, DefaultWeightedEdge> graph(MemoryView view, Rules rules, String from, String to) {
        Graph<String, DefaultWeightedEdge> graph = new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        for (Map.Entry<String, Vertex> entry : view.vertices(names()).entrySet()) {
            Vertex vertex = entry.getValue();
            boolean end = vertex.id().equals(from) || vertex.id().equals(to);
            if (end || (vertex.transit() && vertex.degree() <= rules.passage().hubDegree())) {
                graph.addVertex(vertex.id());
            }
        }
        for (List<Link> links : view.links(names()).values()) {
            for (Link link : links) {
                boolean walked = link.walkable() && link.status() != LinkStatus.NOT_ESTABLISHED;
                if (walked && !link.subject().equals(link.object())) {
                    add(graph, link.subject(), link.object(), link.strength());
                    if (!rules.ties().directed()) {
                        add(graph, link.object(), link.subject(), link.strength());
                    }
                }
            }
        }
        return graph;
    }

    private static void add(Graph<String, DefaultWeightedEdge> graph, String from, String to, double strength) {
        if (graph.containsVertex(from) && graph.containsVertex(to)) {
            DefaultWeightedEdge edge = graph.getEdge(from, to);
            double weight = -Math.log(strength);
            if (edge == null) {
                graph.setEdgeWeight(graph.addEdge(from, to), weight);
            } else {
                graph.setEdgeWeight(edge, Math.min(weight, graph.getEdgeWeight(edge)));
            }
        }
    }

    private static TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < 60; i++) {
            names.add(name(i));
        }
        return names;
    }

    private static String name(int i) {
        return (i % 9 == 8 ? "country:n" : "person:n") + i;
    }

    /** Up to sixty entities, of which the first get more links than the others. */
    private static MemoryView draw(Random random) {
        Sketch sketch = new Sketch().entity(name(0)).entity(name(1));
        int size = 10 + random.nextInt(50);
        for (int i = 0; i < 2 * size; i++) {
            String one = name(random.nextInt(size));
            String other = name((int) (size * Math.pow(random.nextDouble(), 2)));
            Saying saying = Saying.STATED.confidence(10 * (1 + random.nextInt(10)));
            sketch.says(one + " " + RELATIONS.get(random.nextInt(RELATIONS.size())) + " " + other, saying);
        }
        return sketch.view();
    }
}
