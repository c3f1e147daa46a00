package org.ficelle.procedure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.graph.StoreException;
import org.ficelle.graph.TransactionGraph;
import org.ficelle.graph.View;
import org.ficelle.model.Link;
import org.ficelle.model.NameMatch;
import org.ficelle.model.Ontology;
import org.ficelle.model.Vertex;
import org.ficelle.read.OntologyReader;
import org.ficelle.trace.PathFinder;
import org.ficelle.trace.Resolver;
import org.ficelle.trace.Rules;
import org.ficelle.trace.Search;
import org.ficelle.trace.WrongRule;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** {@code ficelle path} for Cypher. The options have the names of the shell's, such as {@code {maxHops: 4}}. */
public final class PathProcedures {

    /** Of the query that calls; Neo4j sets it. */
    @Context
    @SuppressWarnings("NullAway.Init")
    public Transaction transaction;

    /**
     * One path.
     *
     * @param path as Browser draws it
     * @param strength the product over its hops; it orders answers and is no probability
     * @param hops how many links it walks
     * @param weakestHop the link with the least strength, as {@code subject RELATION object}
     * @param origins ids of the independent origins behind it
     * @param documents ids of the documents behind it
     * @param fallsWithout ids of the documents and origins without which this path falls
     * @param complete false when a limit ended the search, so that there may be other or stronger paths
     */
    public record PathRow(
            Path path,
            double strength,
            long hops,
            String weakestHop,
            List<String> origins,
            List<String> documents,
            List<String> fallsWithout,
            boolean complete) {}

    /**
     * One thing to know of a search.
     *
     * @param topic such as {@code hangs on}
     * @param name what it is about: an id, a rule
     * @param says a sentence
     * @param number a count, where there is one
     */
    public record ExplainRow(
            String topic,
            String name,
            String says,
            @Nullable Long number) {}

    @Procedure(name = "ficelle.path", mode = Mode.READ)
    @Description("The strongest chains of documented links between two entities, given by id, name or alias.")
    public Stream<PathRow> path(
            @Name(value = "from", description = "Id, name or alias of one end.") String from,
            @Name(value = "to", description = "Id, name or alias of the other end.") String to,
            @Name(value = "options", defaultValue = "{}", description = "As for 'ficelle path', such as {k: 3}.")
                    Map<String, Object> options) {
        TransactionGraph graph = new TransactionGraph(transaction);
        return ask(graph, from, to, options, false, (search, ontology) -> {
                    if (!search.complete() && search.answer().paths().isEmpty()) {
                        throw new ProcedureFault(
                                "the search ended at its limits and found no path by then; raise limit or timeout,"
                                        + " or narrow it");
                    }
                    return search.answer().paths().stream()
                            .map(path -> row(graph, path, search.complete()))
                            .toList();
                })
                .stream();
    }

    @Procedure(name = "ficelle.explain", mode = Mode.READ)
    @Description("Why there is no path between two entities, or what their tie hangs on, and what was searched.")
    public Stream<ExplainRow> explain(
            @Name(value = "from", description = "Id, name or alias of one end.") String from,
            @Name(value = "to", description = "Id, name or alias of the other end.") String to,
            @Name(value = "options", defaultValue = "{}", description = "As for 'ficelle path', such as {k: 3}.")
                    Map<String, Object> options) {
        return ask(new TransactionGraph(transaction), from, to, options, true, (search, ontology) -> new Explanation(
                                search, ontology)
                        .rows())
                .stream();
    }

    private static PathRow row(TransactionGraph graph, org.ficelle.model.Path path, boolean complete) {
        Link weakest = path.hops().get(path.weakest()).link();
        return new PathRow(
                graph.path(path),
                path.strength(),
                path.hops().size(),
                weakest.id(),
                path.origins(),
                path.documents(),
                path.breaks().stream().map(org.ficelle.model.Path.Break::id).toList(),
                complete);
    }

    /** All rows at once: what goes wrong while a stream is read would reach the user with a class name. */
    private static <R> List<R> ask(
            TransactionGraph graph,
            String from,
            String to,
            Map<String, Object> options,
            boolean examine,
            BiFunction<Search, Ontology, List<R>> rows) {
        try {
            return graph.read(view -> {
                Ontology ontology = ontology(view);
                Rules rules = new Options(options).rules(view, ontology);
                Vertex start = Resolver.resolve(view, from);
                Vertex end = Resolver.resolve(view, to);
                if (start.id().equals(end.id())) {
                    throw new ProcedureFault(
                            "'" + from + "' and '" + to + "' are both " + start.id() + "; give two entities");
                }
                PathFinder finder = new PathFinder(Clock.systemUTC());
                return rows.apply(
                        examine
                                ? finder.examine(view, ontology, start, end, rules)
                                : finder.search(view, ontology, start, end, rules),
                        ontology);
            });
        } catch (Resolver.Unknown unknown) {
            throw new ProcedureFault(unknown.getMessage()
                    + (unknown.nearest().isEmpty() ? ", nor anything like it" : "; the nearest are ")
                    + ids(unknown.nearest()));
        } catch (Resolver.Ambiguous ambiguous) {
            throw new ProcedureFault(ambiguous.getMessage() + ": " + ids(ambiguous.candidates()));
        } catch (WrongRule | StoreException wrong) {
            throw new ProcedureFault(String.valueOf(wrong.getMessage()));
        }
    }

    private static Ontology ontology(View view) {
        return view.ontology()
                .map(OntologyReader::parse)
                .orElseThrow(() -> new ProcedureFault("the graph was never loaded; 'ficelle load' loads it"));
    }

    private static String ids(List<NameMatch> matches) {
        return matches.stream().map(match -> match.vertex().id()).collect(Collectors.joining(", "));
    }
}
