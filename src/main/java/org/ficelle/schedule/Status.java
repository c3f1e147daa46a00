package org.ficelle.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the loads of one graph.
 *
 * @param plan absent when loads were never scheduled
 * @param running the load that has begun and was not seen to end
 */
public record Status(
        @Nullable Plan plan,
        @Nullable Running running,
        @Nullable Success lastSuccess,
        @Nullable Failure lastFailure) {

    /** Nothing is known of any load. */
    public static final Status NONE = new Status(null, null, null, null);

    /**
     * A schedule.
     *
     * @param words such as {@code every 15m}
     * @param next when a load is due next; absent when files have to change first
     * @param expectedBy when there must have been another success at the latest; absent where time makes no load due
     * @param ended when it was told to end; absent while it goes on, or was cut short
     */
    public record Plan(
            String words,
            Owner owner,
            @Nullable Instant next,
            @Nullable Instant expectedBy,
            @Nullable Instant ended) {

        /** Whether a process goes by it now. */
        public boolean alive() {
            return ended == null && owner.alive();
        }
    }

    /**
     * The process that loads.
     *
     * @param since when the schedule or the load began
     */
    public record Owner(long pid, Instant since) {

        /** Starting times come in seconds, and clocks may be set back a little. */
        private static final Duration SLACK = Duration.ofSeconds(2);

        /** This process. */
        public static Owner here(Instant since) {
            return new Owner(ProcessHandle.current().pid(), since);
        }

        /** Whether the process is still there, and not another one with its number. */
        boolean alive() {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().startInstant())
                    .map(start -> !start.isAfter(since.plus(SLACK)))
                    .orElse(false);
        }
    }

    /** A load that has begun. */
    public record Running(Owner owner) {

        /** Whether it goes on. */
        public boolean alive() {
            return owner.alive();
        }
    }

    /**
     * The last load after which the graph said what the files said.
     *
     * @param at when it ended
     */
    public record Success(Instant at, Duration took, String result) {}

    /**
     * The last load that failed.
     *
     * @param problems the first problems of the data, each with its place
     * @param inARow how many failed without a success between them
     */
    public record Failure(Instant at, String sentence, List<String> problems, int inARow) {
        public Failure {
            problems = List.copyOf(problems);
        }
    }

    /** How the graph stands. */
    public enum Health {
        FRESH("fresh"),
        STALE("stale"),
        FAILING("failing"),
        NEVER("never loaded");

        private final String words;

        Health(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * How the graph stands now.
     *
     * @param maxAge how long ago the last success may be; when absent, the schedule may not have been missed twice
     */
    public Health health(Instant now, @Nullable Duration maxAge) {
        if (isFailing()) {
            return Health.FAILING;
        }
        if (lastSuccess == null) {
            return Health.NEVER;
        }
        boolean old = maxAge == null
                ? isMissed(lastSuccess, now)
                : lastSuccess.at().plus(maxAge).isBefore(now);
        return old ? Health.STALE : Health.FRESH;
    }

    private boolean isFailing() {
        return lastFailure != null && (lastSuccess == null || lastFailure.at().isAfter(lastSuccess.at()));
    }

    private boolean isMissed(Success success, Instant now) {
        if (plan == null) {
            return false;
        }
        if (plan.expectedBy() != null) {
            return plan.expectedBy().isBefore(now) && success.at().isBefore(plan.expectedBy());
        }
        // A load by hand makes good for files that nobody watches any more.
        return !plan.alive() && (plan.ended() == null || success.at().isBefore(plan.ended()));
    }

    /** With a schedule that begins. */
    public Status planned(Plan schedule) {
        return new Status(schedule, null, lastSuccess, lastFailure);
    }

    /** With the schedule told to end. */
    public Status ended(Instant at) {
        return plan == null
                ? this
                : new Status(
                        new Plan(plan.words(), plan.owner(), null, plan.expectedBy(), at),
                        null,
                        lastSuccess,
                        lastFailure);
    }

    /** With the next load of the schedule due at this time; without a time by which to expect it, that stays. */
    public Status due(@Nullable Instant next, @Nullable Instant expectedBy) {
        return plan == null
                ? this
                : new Status(
                        new Plan(
                                plan.words(),
                                plan.owner(),
                                next,
                                expectedBy == null ? plan.expectedBy() : expectedBy,
                                plan.ended()),
                        running,
                        lastSuccess,
                        lastFailure);
    }

    /** With what the graph itself tells of the last load. */
    public Status loadedBy(@Nullable Instant at) {
        return at == null || lastSuccess != null && !lastSuccess.at().isBefore(at)
                ? this
                : new Status(
                        plan,
                        running,
                        new Success(at, Duration.ZERO, "the last load that changed the graph"),
                        lastFailure);
    }

    /** With a load that begins. */
    public Status begins(Instant at) {
        return new Status(plan, new Running(Owner.here(at)), lastSuccess, lastFailure);
    }

    /** With the load that was running over. */
    public Status ends(Instant begun, Instant ended, Outcome outcome) {
        if (outcome instanceof Outcome.Loaded loaded) {
            return new Status(
                    plan, null, new Success(ended, Duration.between(begun, ended), loaded.result()), lastFailure);
        }
        if (outcome instanceof Outcome.Failed failed) {
            int before = lastFailure == null || !isFailing() ? 0 : lastFailure.inARow();
            return new Status(
                    plan, null, lastSuccess, new Failure(ended, failed.sentence(), failed.problems(), before + 1));
        }
        return new Status(plan, null, lastSuccess, lastFailure);
    }
}
