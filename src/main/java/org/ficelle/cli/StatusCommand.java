package org.ficelle.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ficelle.graph.Store;
import org.ficelle.model.QueryResult;
import org.ficelle.render.Json;
import org.ficelle.render.TableText;
import org.ficelle.schedule.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ficelle status}: whether the graph is kept up to date. */
@Command(
        name = "status",
        description = {
            "Says when the graph was last loaded, what failed last and why, what is running and what comes next.",
            "Ends with 0 when the graph is fresh, and with 1 when it is stale, failing or was never loaded.",
            "Stale is a graph whose schedule was missed twice, or which is older than --max-age."
        },
        footer = {"", "Examples:", "  ficelle status", "  ficelle status --max-age 1h --format json"})
final class StatusCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LAST_LOAD = "MATCH (load:Load) RETURN toString(max(load.at)) AS at";

    private final Context context;

    @Option(
            names = "--max-age",
            paramLabel = "TIME",
            description = "Stale when the last success is longer ago, such as 30m, 2h or 1d.")
    private @Nullable String maxAge;

    @Mixin
    private final GraphOptions graphOptions = new GraphOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    StatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Duration age = maxAge == null ? null : DurationOption.parse("--max-age", maxAge);
        Status status = status();
        Status.Health health = status.health(context.clock().instant(), age);
        context.out()
                .print(
                        output.json()
                                ? Json.ofFields(StatusReport.fields(status, health))
                                : TableText.of(
                                        StatusReport.rows(
                                                status, health, context.clock().instant()),
                                        output.style(context)));
        return (health == Status.Health.FRESH ? ExitCode.DONE : ExitCode.NONE).code();
    }

    private Status status() {
        Status noted;
        try {
            noted = LoadNotes.of(context, graphOptions).read();
        } catch (IOException unreadable) {
            throw new Fault(ExitCode.DATABASE, graphOptions.status(context) + " cannot be read; check its permissions");
        }
        return graphOptions.server(context) == null ? noted : noted.loadedBy(lastOnServer());
    }

    /** When a server's graph was last changed by a load, by whomever; null when it never was. */
    private @Nullable Instant lastOnServer() {
        try (Store store = graphOptions.open(context)) {
            QueryResult result = store.read(view -> view.query(LAST_LOAD, Map.of(), PATIENCE));
            Object at = result.rows().get(0).get(0);
            return at == null ? null : ZonedDateTime.parse(at.toString()).toInstant();
        }
    }
}
