package org.ficelle.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ficelle.graph.View;
import org.ficelle.model.Problem;
import org.ficelle.model.QueryResult;
import org.ficelle.names.Nearest;
import org.ficelle.query.QueryLibrary;
import org.ficelle.query.StoredQuery;
import org.ficelle.query.WrongParameter;
import org.ficelle.render.Csv;
import org.ficelle.render.Json;
import org.ficelle.render.ResultText;
import org.ficelle.serve.ServerFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ficelle query}: runs a stored query, or lists them. */
@Command(
        name = "query",
        description = {
            "Runs a stored Cypher query; without a name, lists them with their parameters.",
            "A query only reads. Its file can also be dropped into Neo4j Browser."
        },
        footer = {
            "",
            "Examples:",
            "  ficelle query",
            "  ficelle query domains-on-one-server",
            "  ficelle query strongest-chains -p from=@MuxtarYev -p to=\"Eleven Kings\"",
            "  ficelle query contested-links --format csv",
            "  ficelle query hubs --cypher",
            "  ficelle query account-to-companies --open"
        })
final class QueryCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Name of a query; without one, all are listed.")
    private @Nullable String name;

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "A parameter in place of its default; may be repeated. A list has commas.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--cypher", description = "Print the query in place of running it.")
    private boolean cypher;

    @Option(
            names = "--open",
            description = "Open the query in Neo4j Browser, on the running 'ficelle serve', with its values filled in.")
    private boolean open;

    @Mixin
    private final QueryFolder folder = new QueryFolder();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Stop the query after this time; default: ${DEFAULT-VALUE}.")
    private int timeout;

    @Mixin
    private final GraphOptions graphOptions = new GraphOptions();

    @Mixin
    private final TabularOptions output = new TabularOptions();

    QueryCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path root = folder.find(context)
                .orElseThrow(
                        () -> new Fault(ExitCode.USAGE, "there is no folder of queries here; name one with --queries"));
        QueryLibrary library = QueryLibrary.read(root);
        if (name == null) {
            return list(library).code();
        }
        StoredQuery query = library.find(name).orElse(null);
        if (query == null) {
            return unknown(name, library, root).code();
        }
        if (cypher) {
            print(query.text());
            return ExitCode.DONE.code();
        }
        if (timeout < 1) {
            throw new Fault(ExitCode.USAGE, "--timeout " + timeout + " is no time; give 1 second or more");
        }
        Map<String, Object> values = bind(query);
        if (open) {
            return open(query, values).code();
        }
        return LoadedGraph.read(context, graphOptions, (view, ontology) -> run(query, values, view));
    }

    private ExitCode list(QueryLibrary library) {
        print(QueryListing.of(library.queries(), output.format()));
        return complain(library.problems());
    }

    private ExitCode unknown(String unknown, QueryLibrary library, Path root) {
        List<Problem> own = library.problems().stream()
                .filter(problem -> problem.at().file().endsWith("/" + unknown + ".cypher"))
                .toList();
        if (!own.isEmpty()) {
            return complain(own);
        }
        List<String> names = library.queries().stream().map(StoredQuery::name).toList();
        SortedSet<String> near = new TreeSet<>();
        Nearest.of(unknown, names).ifPresent(near::add);
        names.stream()
                .filter(known -> known.contains(unknown.toLowerCase(Locale.ROOT)))
                .forEach(near::add);
        explain("ficelle: no query is named '" + unknown + "' in " + root
                + (near.isEmpty() ? "; 'ficelle query' lists them all" : "; the nearest are:"));
        near.forEach(known -> explain("  " + known));
        return ExitCode.NONE;
    }

    private Map<String, Object> bind(StoredQuery query) {
        try {
            return query.bind(parameters);
        } catch (WrongParameter wrong) {
            throw new Fault(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
        }
    }

    private ExitCode open(StoredQuery query, Map<String, Object> values) {
        if (graphOptions.server(context) != null) {
            throw new Fault(
                    ExitCode.USAGE,
                    "--open knows the Neo4j Browser of 'ficelle serve' alone; name its store with --store, or print the"
                            + " query with --cypher");
        }
        Path store = graphOptions.folder().folder(context);
        String link = ServerFile.live(store)
                .orElseThrow(() -> new Fault(
                        ExitCode.DATABASE,
                        "no server runs on the store " + store
                                + "; start one with 'ficelle serve' and open the query then"))
                .linkTo(query.filled(values));
        print(link + "\n");
        LinkOpener.open(context, link);
        return ExitCode.DONE;
    }

    private ExitCode run(StoredQuery query, Map<String, Object> values, View view) {
        QueryResult result = view.query(query.text(), values, Duration.ofSeconds(timeout));
        print(
                switch (output.format()) {
                    case table -> ResultText.of(result, output.style(context));
                    case json -> Json.of(query.name(), values, result);
                    case csv -> Csv.of(result);
                });
        if (!result.isEmpty()) {
            return ExitCode.DONE;
        }
        String asked = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(", "));
        boolean named = values.values().stream().anyMatch(value -> value instanceof String text && !text.isEmpty());
        explain("ficelle: the query " + query.name() + " has no rows" + (asked.isEmpty() ? "" : " for " + asked)
                + (named ? "; 'ficelle search' finds how a name is written" : ""));
        return ExitCode.NONE;
    }

    private ExitCode complain(List<Problem> problems) {
        problems.forEach(problem -> explain(problem.toString()));
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private void print(String result) {
        context.out().print(result);
        context.out().flush();
    }

    private void explain(String line) {
        context.err().println(line);
    }
}
