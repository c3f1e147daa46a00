package org.ficelle.schedule;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A load of files that others write at the same time: it does not count what it read of them until they are quiet, and
 * does nothing when they are as they were at the last success.
 */
public final class ReloadJob implements Supplier<Outcome> {

    /** Data with an error that was changed so recently may be half written. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /** Why what was read does not count. */
    public static final String BEING_WRITTEN = "the data files are being written";

    private final List<Path> roots;
    private final Work work;
    private final BooleanSupplier mayRest;
    private final Clock clock;
    private @Nullable FileStamps loaded;

    /** The load itself. */
    public interface Work {

        /**
         * Reads and checks the files, asks whether what was read holds, and only then changes the graph.
         *
         * @param holds when false, the load ends as {@link Outcome.Later} without changing anything
         */
        Outcome load(BooleanSupplier holds);
    }

    /** @param mayRest whether a load may be left out while the files are as they were at the last success */
    public ReloadJob(List<Path> roots, Work work, BooleanSupplier mayRest, Clock clock) {
        this.roots = List.copyOf(roots);
        this.work = work;
        this.mayRest = mayRest;
        this.clock = clock;
    }

    @Override
    public Outcome get() {
        Instant begun = clock.instant();
        FileStamps before = FileStamps.of(roots);
        if (loaded != null && before.isOf(loaded) && mayRest.getAsBoolean()) {
            return new Outcome.Loaded("the files are unchanged");
        }
        Outcome outcome = work.load(() -> before.isOf(FileStamps.of(roots)));
        boolean quiet = before.isOf(FileStamps.of(roots));
        if (outcome instanceof Outcome.Loaded) {
            // What changed since it was read is loaded the next time.
            loaded = before;
            return outcome;
        }
        if (outcome instanceof Outcome.Failed failed && !failed.problems().isEmpty()) {
            boolean fresh = before.changedSince(begun.minus(SETTLED));
            return fresh || !quiet ? new Outcome.Later(BEING_WRITTEN) : outcome;
        }
        return outcome;
    }
}
