package org.ficelle.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A {@link Status} in a small file, which every reader finds whole. */
public final class StatusFile {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    public StatusFile(Path file) {
        this.file = file;
    }

    /** The status; {@link Status#NONE} when there is no file, or one that another program wrote. */
    public Status read() throws IOException {
        try {
            return status(JSON.readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException none) {
            return Status.NONE;
        } catch (JsonProcessingException | DateTimeParseException foreign) {
            return Status.NONE;
        }
    }

    /** Puts a changed status in the place of the one that is there. */
    public synchronized void update(UnaryOperator<Status> change) throws IOException {
        Path next = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        Files.write(next, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(change.apply(read()))));
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static ObjectNode json(Status status) {
        ObjectNode json = JSON.createObjectNode();
        Status.Plan plan = status.plan();
        if (plan != null) {
            ObjectNode node = json.putObject("schedule");
            node.put("words", plan.words());
            put(node, plan.owner());
            put(node, "next", plan.next());
            put(node, "expectedBy", plan.expectedBy());
            put(node, "ended", plan.ended());
        }
        if (status.running() != null) {
            put(json.putObject("running"), status.running().owner());
        }
        Status.Success success = status.lastSuccess();
        if (success != null) {
            ObjectNode node = json.putObject("lastSuccess");
            put(node, "at", success.at());
            node.put("milliseconds", success.took().toMillis());
            node.put("result", success.result());
        }
        Status.Failure failure = status.lastFailure();
        if (failure != null) {
            ObjectNode node = json.putObject("lastFailure");
            put(node, "at", failure.at());
            node.put("sentence", failure.sentence());
            ArrayNode problems = node.putArray("problems");
            failure.problems().forEach(problems::add);
            node.put("inARow", failure.inARow());
        }
        return json;
    }

    private static void put(ObjectNode node, Status.Owner owner) {
        node.put("pid", owner.pid());
        put(node, "since", owner.since());
    }

    private static void put(ObjectNode node, String name, @Nullable Instant time) {
        if (time != null) {
            node.put(name, time.toString());
        }
    }

    private static Status status(JsonNode json) {
        JsonNode plan = json.path("schedule");
        JsonNode running = json.path("running");
        JsonNode success = json.path("lastSuccess");
        JsonNode failure = json.path("lastFailure");
        return new Status(
                plan.isMissingNode()
                        ? null
                        : new Status.Plan(
                                plan.path("words").asText(),
                                owner(plan),
                                time(plan, "next"),
                                time(plan, "expectedBy"),
                                time(plan, "ended")),
                running.isMissingNode() ? null : new Status.Running(owner(running)),
                success.isMissingNode()
                        ? null
                        : new Status.Success(
                                Instant.parse(success.path("at").asText()),
                                Duration.ofMillis(success.path("milliseconds").asLong()),
                                success.path("result").asText()),
                failure.isMissingNode()
                        ? null
                        : new Status.Failure(
                                Instant.parse(failure.path("at").asText()),
                                failure.path("sentence").asText(),
                                texts(failure.path("problems")),
                                failure.path("inARow").asInt()));
    }

    private static Status.Owner owner(JsonNode node) {
        return new Status.Owner(
                node.path("pid").asLong(), Instant.parse(node.path("since").asText()));
    }

    private static @Nullable Instant time(JsonNode node, String name) {
        return node.has(name) ? Instant.parse(node.path(name).asText()) : null;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
