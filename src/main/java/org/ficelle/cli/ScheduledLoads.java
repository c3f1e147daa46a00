package org.ficelle.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ficelle.graph.Store;
import org.ficelle.graph.StoreBusy;
import org.ficelle.graph.StoreException;
import org.ficelle.graph.StoreFolder;
import org.ficelle.load.LoadPlan;
import org.ficelle.schedule.Alarm;
import org.ficelle.schedule.FolderWatch;
import org.ficelle.schedule.Outcome;
import org.ficelle.schedule.ReloadJob;
import org.ficelle.schedule.Schedule;
import org.ficelle.schedule.Status;
import org.ficelle.schedule.Timetable;
import org.jspecify.annotations.Nullable;

/** Loads that a timetable makes due, each told in one line on standard error and noted for {@code ficelle status}. */
final class ScheduledLoads implements Schedule.Listener {

    /** How long a load may go on once the process was told to end. */
    private static final Duration LONGEST_END = Duration.ofMillis(4_500);

    private final Context context;
    private final DataRoots files;
    private final Timetable timetable;
    private final LoadNotes notes;
    private final Supplier<Store> stores;
    private final boolean allowRemoval;
    private final boolean ownsStore;
    private final ReloadJob job;
    private final Alarm alarm;
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean loaded;
    private boolean delayed;
    private @Nullable Instant noted;

    /**
     * @param ownsStore whether the store is closed after each load
     * @param mayRest whether a load is left out when neither the files nor the graph have changed since the last
     */
    private ScheduledLoads(
            Context context,
            DataRoots files,
            Timetable timetable,
            LoadNotes notes,
            Supplier<Store> stores,
            boolean allowRemoval,
            boolean ownsStore,
            boolean mayRest) {
        this.context = context;
        this.files = files;
        this.timetable = timetable;
        this.notes = notes;
        this.stores = stores;
        this.allowRemoval = allowRemoval;
        this.ownsStore = ownsStore;
        this.job = new ReloadJob(files.roots(), this::load, () -> mayRest && isLastToLoad(), context.clock());
        this.alarm = Alarm.of(context.clock());
    }

    /** In a process of their own: the store is opened for each load and closed after it, so that others can use it. */
    static ScheduledLoads alone(
            Context context, DataRoots files, GraphOptions graph, Timetable timetable, boolean allowRemoval) {
        StoreFolder.prepare(graph.folder().folder(context));
        return new ScheduledLoads(
                context,
                files,
                timetable,
                LoadNotes.of(context, graph),
                () -> graph.open(context),
                allowRemoval,
                true,
                graph.server(context) == null);
    }

    /** Beside a server in this process, on the store that it holds. */
    static ScheduledLoads beside(Context context, DataRoots files, Path folder, Store store, Timetable timetable) {
        return new ScheduledLoads(
                context, files, timetable, LoadNotes.in(context, folder), () -> store, false, false, false);
    }

    /** Goes on until the process is told to end. */
    ExitCode run() {
        Thread hook = App.whenToldToEnd(() -> end(LONGEST_END) ? Optional.of(ExitCode.DONE) : Optional.empty());
        try {
            go();
            return ExitCode.DONE;
        } finally {
            over.countDown();
            forget(hook);
        }
    }

    /** Goes on in a thread of its own until it is told to {@link #end}. */
    void start() {
        Thread thread = new Thread(
                () -> {
                    try {
                        go();
                    } catch (Fault fault) {
                        context.err().println("ficelle: " + fault.getMessage());
                    } finally {
                        over.countDown();
                    }
                },
                "scheduled-loads");
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins no further load, and waits so long for the one that goes on; whether it came to its end. */
    boolean end(Duration patience) {
        alarm.stop();
        try {
            return over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It is what ends the process now.
            return;
        }
    }

    private void go() {
        Instant begun = context.clock().instant();
        context.err().println(time(begun) + " loading " + files.description() + ": " + timetable.words());
        Status.Owner owner = Status.Owner.here(begun);
        notes.note(status -> status.planned(new Status.Plan(
                timetable.words(), owner, begun, timetable.secondAfter(begun).orElse(null), null)));
        try {
            if (timetable instanceof Timetable.Watch) {
                watchAndLoad();
            } else {
                load();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            Instant ended = context.clock().instant();
            notes.note(status -> status.ended(ended));
            context.err().println(time(ended) + " ended");
        }
    }

    private void load() throws InterruptedException {
        new Schedule(timetable, job, alarm, context.clock(), this).run();
    }

    private void watchAndLoad() throws InterruptedException {
        FolderWatch watch;
        try {
            watch = FolderWatch.of(files.roots(), alarm::ring);
        } catch (IOException exhausted) {
            throw new Fault(
                    ExitCode.INTERNAL,
                    "the files cannot be watched, because the system has no watches left; give --every instead");
        }
        try {
            load();
        } finally {
            watch.close();
        }
    }

    /** Whether nobody else has loaded since this did, so that the store need not be opened to see. */
    private boolean isLastToLoad() {
        try {
            Status.Success success = notes.read().lastSuccess();
            return success != null && success.at().equals(noted);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Outcome load(BooleanSupplier holds) {
        Loading loading = new Loading(context.silent(), files);
        try {
            Store store = stores.get();
            try {
                LoadPlan plan = loading.load(new SettledStore(store, holds), null, false, allowRemoval)
                        .plan();
                loaded = true;
                return new Outcome.Loaded(LoadReport.summary(plan.total(), false));
            } finally {
                if (ownsStore) {
                    store.close();
                }
            }
        } catch (SettledStore.Unsettled changing) {
            return new Outcome.Later(ReloadJob.BEING_WRITTEN);
        } catch (Fault fault) {
            if (fault.exit() == ExitCode.USAGE && !loaded) {
                throw fault;
            }
            return LoadNotes.failed(fault);
        } catch (StoreBusy busy) {
            return new Outcome.Later(String.valueOf(busy.getMessage()));
        } catch (StoreException refused) {
            return new Outcome.Failed(String.valueOf(refused.getMessage()), List.of());
        } catch (RuntimeException bug) {
            return new Outcome.Failed(
                    "internal error: " + bug.getClass().getSimpleName()
                            + "; run 'ficelle load --stacktrace' and report what it prints",
                    List.of());
        }
    }

    @Override
    public void begins(Instant at) {
        notes.note(status -> status.begins(at));
    }

    @Override
    public void ends(Schedule.Run run) {
        boolean success = run.outcome() instanceof Outcome.Loaded;
        noted = success ? run.ended() : noted;
        notes.note(status -> status.ends(run.begun(), run.ended(), run.outcome())
                .due(run.next(), success ? timetable.secondAfter(run.begun()).orElse(null) : null));
        boolean again = delayed && run.outcome() instanceof Outcome.Later;
        delayed = run.outcome() instanceof Outcome.Later;
        if (!again) {
            context.err().println(time(run.ended()) + " " + sentence(run));
        }
    }

    private static String sentence(Schedule.Run run) {
        String next = run.next() == null ? "" : "; next at " + time(run.next());
        if (run.outcome() instanceof Outcome.Loaded done) {
            return done.result() + next;
        }
        if (run.outcome() instanceof Outcome.Failed failed) {
            String first =
                    failed.problems().isEmpty() ? "" : " (" + failed.problems().get(0) + ")";
            return "not loaded, the graph is as before: " + failed.sentence() + first + next;
        }
        return "waiting: " + ((Outcome.Later) run.outcome()).sentence();
    }

    /** In the time of this machine, to the second. */
    static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
    }
}
