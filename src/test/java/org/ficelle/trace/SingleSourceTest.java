package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.ficelle.model.Path;
import org.ficelle.model.PathAnswer;
import org.junit.jupiter.api.Test;

/**
 * Single-source shortest paths as LDBC Graphalytics defines them: the distance of a vertex is the least sum of weights on
 * a path from the source, 0 for the source and infinity where there is none. With strengths that are e to the power of
 * minus the weights, the strongest path is the one of least distance.
 */
class SingleSourceTest {

    /** Strengths have six decimals. */
    private static final double ROUNDING = 1e-5;

    /** The benchmark's directed example: from, to, weight. */
    private static final double[][] DIRECTED = {
        {1, 3, 0.5}, {1, 5, 0.3}, {2, 4, 0.1}, {2, 5, 0.3}, {2, 10, 0.12}, {3, 1, 0.53}, {3, 5, 0.62}, {3, 8, 0.21},
        {3, 10, 0.52}, {5, 3, 0.69}, {5, 4, 0.53}, {5, 8, 0.1}, {6, 3, 0.23}, {6, 4, 0.39}, {7, 4, 0.83}, {8, 1, 0.39},
        {9, 4, 0.69}
    };

    /** The benchmark's undirected example. */
    private static final double[][] UNDIRECTED = {
        {2, 3, 0.9},
        {2, 4, 0.69},
        {3, 4, 0.13},
        {3, 5, 0.5},
        {3, 8, 0.32},
        {5, 6, 0.63},
        {5, 8, 0.12},
        {6, 7, 0.53},
        {6, 8, 0.64},
        {6, 9, 0.23},
        {6, 10, 0.63},
        {7, 9, 0.36}
    };

    private static final double FAR = Double.POSITIVE_INFINITY;

    @Test
    void shouldGiveTheDistancesOfTheDirectedExample() {
        compare(DIRECTED, true, 1, Map.of(2, FAR, 3, 0.5, 4, 0.83, 5, 0.3, 6, FAR, 7, FAR, 8, 0.4, 9, FAR, 10, 1.02));
    }

    @Test
    void shouldGiveTheDistancesOfTheUndirectedExample() {
        compare(UNDIRECTED, false, 2, Map.of(3, 0.82, 4, 0.69, 5, 1.26, 6, 1.78, 7, 2.31, 8, 1.14, 9, 2.01, 10, 2.41));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void shouldGiveTheDistancesOfRandomGraphs(@ForAll Random random) {
        int vertices = 5 + random.nextInt(20);
        double[][] edges = IntStream.range(0, vertices + random.nextInt(2 * vertices))
                .mapToObj(i -> new double[] {
                    random.nextInt(vertices), random.nextInt(vertices), -Math.log((1 + random.nextInt(1_000)) / 1_000.0)
                })
                .toArray(double[][]::new);
        boolean directed = random.nextBoolean();
        double[] expected = distances(edges, directed, vertices);

        for (int vertex = 1; vertex < vertices; vertex++) {
            assertThat(distance(edges, directed, 0, vertex)).isCloseTo(expected[vertex], within(ROUNDING));
        }
    }

    private static void compare(double[][] edges, boolean directed, int source, Map<Integer, Double> expected) {
        expected.forEach((vertex, distance) -> assertThat(distance(edges, directed, source, vertex))
                .as("distance of " + vertex)
                .isCloseTo(distance, within(ROUNDING)));
    }

    private static double distance(double[][] edges, boolean directed, int source, int vertex) {
        WeightedView view = new WeightedView(edges);
        Rules rules = Rules.DEFAULT
                .withK(1)
                .withDirected(directed)
                .withMaxHops(Rules.MOST_HOPS)
                .withHubDegree(Integer.MAX_VALUE);
        PathAnswer answer = new PathFinder(Clock.systemUTC())
                .find(view, Sketch.ONTOLOGY, view.vertex(source), view.vertex(vertex), rules);
        List<Path> paths = answer.paths();
        return paths.isEmpty() ? FAR : -Math.log(paths.get(0).strength());
    }

    /** By the definition: shorten what can be shortened until nothing changes. */
    private static double[] distances(double[][] edges, boolean directed, int vertices) {
        double[] distances = new double[vertices];
        Arrays.fill(distances, 1, vertices, FAR);
        for (int round = 0; round < vertices; round++) {
            for (double[] edge : edges) {
                int from = (int) edge[0];
                int to = (int) edge[1];
                distances[to] = Math.min(distances[to], distances[from] + edge[2]);
                if (!directed) {
                    distances[from] = Math.min(distances[from], distances[to] + edge[2]);
                }
            }
        }
        return distances;
    }
}
