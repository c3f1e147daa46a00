package org.ficelle.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ficelle.graph.View;
import org.ficelle.load.ElementChange;
import org.ficelle.load.History;
import org.ficelle.load.LoadRecord;
import org.ficelle.model.QueryResult;
import org.ficelle.model.Vertex;
import org.ficelle.render.Csv;
import org.ficelle.render.Json;
import org.ficelle.render.ResultText;
import org.ficelle.trace.Resolver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ficelle history}: past loads, what each changed, and the life of the claims about an entity. */
@Command(
        name = "history",
        description = {
            "Lists past loads, the newest first; with a load, what it changed, field by field;",
            "with an entity, every claim about it that a load brought, changed or removed, and when."
        },
        footer = {
            "",
            "A load is named by its number, its id, the beginning of its id, or 'last'.",
            "",
            "Examples:",
            "  ficelle history",
            "  ficelle history last",
            "  ficelle history 12 --format csv",
            "  ficelle history 2024-12-01T1 --limit 50",
            "  ficelle history \"Orkhan Rzayev\" --format json"
        })
final class HistoryCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(
            paramLabel = "LOAD|ENTITY",
            arity = "0..1",
            description = "A load, or an entity's id, name or alias; without one, all loads.")
    private @Nullable String text;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most N loads or changes; default: ${DEFAULT-VALUE}.")
    private int limit;

    @Mixin
    private final GraphOptions graphOptions = new GraphOptions();

    @Mixin
    private final TabularOptions output = new TabularOptions();

    HistoryCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new Fault(ExitCode.USAGE, "--limit " + limit + " is no number of changes; give 1 or more");
        }
        return LoadedGraph.read(context, graphOptions, (view, ontology) -> answer(view));
    }

    private ExitCode answer(View view) {
        History history = new History(view);
        if (text == null) {
            return loads(history);
        }
        List<LoadRecord> named = history.named(text);
        if (named.size() == 1) {
            return load(history, named.get(0));
        }
        if (named.size() > 1) {
            explain("ficelle: " + named.size() + " loads begin with '" + text + "':");
            named.forEach(load -> explain("  " + load.number() + "  " + load.id()));
            return ExitCode.USAGE;
        }
        try {
            return entity(history, Resolver.resolve(view, text));
        } catch (Resolver.Unknown unknown) {
            if (output.format() == TabularOptions.Format.json) {
                print(Json.ofUnknown(text, unknown.nearest()));
            }
            explain("ficelle: no load is named '" + text + "'; 'ficelle history' lists them");
            explain("ficelle: " + unknown.told());
            return ExitCode.NONE;
        } catch (Resolver.Ambiguous ambiguous) {
            explain("ficelle: " + ambiguous.told());
            return ExitCode.USAGE;
        }
    }

    private ExitCode loads(History history) {
        List<LoadRecord> loads = shown(history.loads(), "loads");
        if (output.format() == TabularOptions.Format.json) {
            print(Json.ofFields(
                    Map.of("loads", loads.stream().map(HistoryReport::load).toList())));
        } else {
            print(HistoryReport.loads(loads));
        }
        return loads.isEmpty() ? ExitCode.NONE : ExitCode.DONE;
    }

    private ExitCode load(History history, LoadRecord load) {
        List<ElementChange> changes = history.changes(load);
        List<ElementChange> shown = shown(changes, "changes");
        if (output.format() == TabularOptions.Format.json) {
            print(Json.ofFields(HistoryReport.load(load, shown)));
        } else {
            print(HistoryReport.changes(history, shown));
        }
        explain("ficelle: load " + load.number() + " at " + load.at() + ": " + HistoryReport.summary(load));
        HistoryReport.remarks(load).forEach(this::explain);
        return ExitCode.DONE;
    }

    private ExitCode entity(History history, Vertex entity) {
        History.Biography biography = history.about(entity.members());
        List<ElementChange> shown = shown(biography.changes(), "changes");
        if (output.format() == TabularOptions.Format.json) {
            print(Json.ofFields(HistoryReport.biography(history, entity.id(), biography, shown)));
            return ExitCode.DONE;
        }
        if (output.format() == TabularOptions.Format.table
                && !biography.claims().isEmpty()) {
            print(HistoryReport.lives(biography.claims()));
            print("\n");
        }
        print(HistoryReport.changes(history, shown));
        if (biography.claims().isEmpty()) {
            explain("ficelle: no load brought a claim about " + entity.id());
        }
        return biography.claims().isEmpty() ? ExitCode.NONE : ExitCode.DONE;
    }

    private <T> List<T> shown(List<T> all, String what) {
        if (all.size() > limit) {
            explain("ficelle: the first " + limit + " of " + all.size() + " " + what + "; --limit shows more");
        }
        return all.subList(0, Math.min(limit, all.size()));
    }

    private void print(QueryResult rows) {
        print(output.format() == TabularOptions.Format.csv ? Csv.of(rows) : ResultText.of(rows, output.style(context)));
    }

    private void print(String result) {
        context.out().print(result);
        context.out().flush();
    }

    private void explain(String line) {
        context.err().println(line);
    }
}
