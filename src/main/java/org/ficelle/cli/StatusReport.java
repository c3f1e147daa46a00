package org.ficelle.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ficelle.schedule.Status;
import org.jspecify.annotations.Nullable;

/** What became of the loads of a graph, in words and fields. */
final class StatusReport {

    private StatusReport() {}

    /** A table of two columns; the first row is the head. */
    static List<List<String>> rows(Status status, Status.Health health, Instant now) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("graph", health.words()));
        Status.Success success = status.lastSuccess();
        rows.add(List.of("last success", success == null ? "none" : ago(success.at(), now) + ": " + success.result()));
        Status.Failure failure = status.lastFailure();
        rows.add(List.of(
                "last failure",
                failure == null
                        ? "none"
                        : ago(failure.at(), now) + (failure.inARow() > 1 ? ", " + failure.inARow() + " in a row" : "")
                                + ": " + failure.sentence()));
        if (failure != null) {
            failure.problems().forEach(problem -> rows.add(List.of("", problem)));
        }
        Status.Plan plan = status.plan();
        rows.add(List.of("schedule", plan == null ? "none" : plan.words() + ", " + life(plan)));
        rows.add(List.of("next", plan == null || !plan.alive() ? "none" : next(plan)));
        Status.Running running = status.running();
        rows.add(List.of("running", running == null ? "none" : running(running)));
        return rows;
    }

    private static String life(Status.Plan plan) {
        if (plan.ended() != null) {
            return "ended " + ScheduledLoads.time(plan.ended());
        }
        return plan.alive()
                ? "process " + plan.owner().pid() + " since "
                        + ScheduledLoads.time(plan.owner().since())
                : "but process " + plan.owner().pid() + " is gone";
    }

    private static String next(Status.Plan plan) {
        return plan.next() == null ? "when a data file changes" : ScheduledLoads.time(plan.next());
    }

    private static String running(Status.Running running) {
        String since = "since " + ScheduledLoads.time(running.owner().since());
        return running.alive()
                ? since + ", process " + running.owner().pid()
                : "none; the load begun " + ScheduledLoads.time(running.owner().since()) + " was cut short";
    }

    private static String ago(Instant at, Instant now) {
        return ScheduledLoads.time(at) + ", " + words(Duration.between(at, now)) + " ago";
    }

    private static String words(Duration time) {
        if (time.compareTo(Duration.ofMinutes(2)) < 0) {
            return Math.max(0, time.toSeconds()) + " s";
        }
        if (time.compareTo(Duration.ofHours(2)) < 0) {
            return time.toMinutes() + " min";
        }
        return time.compareTo(Duration.ofDays(2)) < 0 ? time.toHours() + " h" : time.toDays() + " days";
    }

    /** The same for JSON; what does not apply is null. */
    static Map<String, @Nullable Object> fields(Status status, Status.Health health) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("graph", health.words());
        Status.Success success = status.lastSuccess();
        fields.put("lastSuccess", success == null ? null : fields(success));
        Status.Failure failure = status.lastFailure();
        fields.put("lastFailure", failure == null ? null : fields(failure));
        Status.Plan plan = status.plan();
        fields.put("schedule", plan == null ? null : fields(plan));
        Status.Running running = status.running();
        fields.put("running", running == null ? null : fields(running.owner(), running.alive()));
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Status.Success success) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("at", success.at().toString());
        fields.put("milliseconds", success.took().toMillis());
        fields.put("result", success.result());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Status.Failure failure) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("at", failure.at().toString());
        fields.put("inARow", failure.inARow());
        fields.put("sentence", failure.sentence());
        fields.put("problems", failure.problems());
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Status.Plan plan) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("words", plan.words());
        fields.putAll(fields(plan.owner(), plan.alive()));
        fields.put("next", text(plan.next()));
        fields.put("expectedBy", text(plan.expectedBy()));
        fields.put("ended", text(plan.ended()));
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Status.Owner owner, boolean alive) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("pid", owner.pid());
        fields.put("since", owner.since().toString());
        fields.put("alive", alive);
        return fields;
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
