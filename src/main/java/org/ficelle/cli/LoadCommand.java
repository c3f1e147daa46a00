package org.ficelle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ficelle.graph.Store;
import org.ficelle.load.LoadPlan;
import org.ficelle.render.Json;
import org.ficelle.render.TableText;
import org.ficelle.schedule.Timetable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ficelle load}: brings the graph to what the data files say. */
@Command(
        name = "load",
        description = {
            "Makes the graph say what the data files say, all of it or, when anything is wrong, none.",
            "Files that are as they were at the last load are not read again.",
            "What the files no longer say is removed, unless that is more than a fifth of the graph's claims."
        },
        footer = {
            "",
            "Examples:",
            "  ficelle load",
            "  ficelle load data --dry-run",
            "  ficelle load --allow-removal",
            "  ficelle load --store /srv/case-7",
            "  ficelle load --every 15m",
            "  ficelle load --cron \"*/10 6-22 * * 1-5\"",
            "  ficelle load --watch",
            "  ficelle load --uri neo4j+s://graph.example --username ann --password"
        })
final class LoadCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files or folders; default: data.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--dry-run", description = "Print what would change and change nothing.")
    private boolean dryRun;

    @Option(names = "--all", description = "Read all files, also those that are as they were at the last load.")
    private boolean whole;

    @Option(
            names = "--allow-removal",
            description =
                    "Remove what the files no longer say even if that is more than a fifth of the graph's claims.")
    private boolean allowRemoval;

    @Mixin
    private final GraphOptions graphOptions = new GraphOptions();

    @ArgGroup(heading = "Keep running and load again:%n")
    private ScheduleOptions scheduleOptions = new ScheduleOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    LoadCommand(Context context) {
        this.context = context;
    }

    private static String reading(@Nullable Integer read) {
        if (read == null) {
            return "";
        }
        return read == 0
                ? "; no file had to be read"
                : "; only " + read + (read == 1 ? " file was" : " files were") + " read";
    }

    @Override
    public Integer call() {
        DataRoots files = DataRoots.of(paths, context);
        Optional<Timetable> timetable = scheduleOptions.timetable();
        if (timetable.isPresent()) {
            if (dryRun) {
                throw new Fault(ExitCode.USAGE, "--dry-run loads nothing, now or later; give it without a schedule");
            }
            return ScheduledLoads.alone(context, files, graphOptions, timetable.get(), allowRemoval)
                    .run()
                    .code();
        }
        if (dryRun) {
            load(files);
        } else {
            LoadNotes.of(context, graphOptions).around(() -> load(files));
        }
        return ExitCode.DONE.code();
    }

    private LoadPlan load(DataRoots files) {
        Loading loading = new Loading(context, files);
        // Faulty files are to leave no store behind where there was none.
        Loading.Sound ready = whole || graphOptions.isNew(context) ? loading.sound() : null;
        if (ready == null) {
            loading.lookAhead();
        }
        try (Store store = graphOptions.open(context)) {
            Loading.Done done = loading.load(store, ready, dryRun, allowRemoval);
            LoadPlan plan = done.plan();
            context.out()
                    .print(
                            output.json()
                                    ? Json.ofFields(LoadReport.fields(done, dryRun))
                                    : TableText.of(LoadReport.rows(plan), output.style(context)));
            context.out().flush();
            context.err().println("ficelle: " + LoadReport.summary(plan.total(), dryRun) + reading(done.read()));
            if (dryRun && !allowRemoval) {
                plan.objection().ifPresent(removal -> {
                    throw new Fault(ExitCode.REJECTED, Loading.refusal(removal));
                });
            }
            return plan;
        }
    }
}
