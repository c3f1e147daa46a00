package org.ficelle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ficelle.model.Problem;
import org.ficelle.model.Severity;
import org.ficelle.render.Json;
import org.ficelle.render.ProblemsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ficelle check}: problems in data files, without touching a store. */
@Command(
        name = "check",
        description = {
            "Checks data files and prints every problem with its place.",
            "Errors would stop a load (exit 3); warnings never do (exit 1)."
        },
        footer = {"", "Examples:", "  ficelle check", "  ficelle check data/olimpiya new.json --format json"})
final class CheckCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files or folders; default: data.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    CheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Problem> problems =
                new Loading(context, DataRoots.of(paths, context)).read().problems();
        context.out()
                .print(output.json() ? Json.ofProblems(problems) : ProblemsText.of(problems, output.style(context)));
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        context.err().println("ficelle: " + errors + " errors, " + (problems.size() - errors) + " warnings");
        if (errors > 0) {
            return ExitCode.REJECTED.code();
        }
        return (problems.isEmpty() ? ExitCode.DONE : ExitCode.NONE).code();
    }
}
