package org.ficelle.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.ficelle.graph.View;
import org.ficelle.model.NameMatch;
import org.ficelle.model.Ontology;
import org.ficelle.render.Json;
import org.ficelle.trace.Resolver;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** A command that answers about entities of the graph. */
abstract class GraphCommand implements Callable<Integer> {

    private final Context context;

    @Mixin
    private final GraphOptions graphOptions = new GraphOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    GraphCommand(Context context) {
        this.context = context;
    }

    @Override
    public final Integer call() {
        check();
        return LoadedGraph.read(context, graphOptions, this::answer);
    }

    private ExitCode answer(View view, Ontology ontology) {
        try {
            return run(view, ontology);
        } catch (Resolver.Unknown unknown) {
            return unknown(unknown);
        } catch (Resolver.Ambiguous ambiguous) {
            return ambiguous(ambiguous);
        }
    }

    private ExitCode unknown(Resolver.Unknown unknown) {
        if (output.json()) {
            print(unknownJson(unknown.text(), unknown.nearest()));
        }
        explain("ficelle: " + unknown.told());
        return ExitCode.NONE;
    }

    private ExitCode ambiguous(Resolver.Ambiguous ambiguous) {
        explain("ficelle: " + ambiguous.told());
        return ExitCode.USAGE;
    }

    /** The JSON answer when a name is not in the graph. */
    String unknownJson(String text, List<NameMatch> nearest) {
        return Json.ofUnknown(text, nearest);
    }

    /** Whether the arguments can be right, before the graph is opened; a {@link ParameterException} when not. */
    void check() {}

    /** Answers from the view; prints results only. */
    abstract ExitCode run(View view, Ontology ontology);

    Context context() {
        return context;
    }

    OutputOptions output() {
        return output;
    }

    void print(String result) {
        context.out().print(result);
    }

    /** A line for standard error. */
    void explain(String line) {
        context.err().println(line);
    }
}
