package org.ficelle.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ficelle.model.Claim;
import org.ficelle.model.Document;
import org.ficelle.model.Effort;
import org.ficelle.model.Entity;
import org.ficelle.model.Footing;
import org.ficelle.model.Hop;
import org.ficelle.model.Labelled;
import org.ficelle.model.NameMatch;
import org.ficelle.model.NoPath;
import org.ficelle.model.Path;
import org.ficelle.model.PathAnswer;
import org.ficelle.model.Problem;
import org.ficelle.model.Profile;
import org.ficelle.model.Proposition;
import org.ficelle.model.Publication;
import org.ficelle.model.QueryResult;
import org.ficelle.model.Value;
import org.ficelle.model.Vertex;
import org.ficelle.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Answers as one JSON document each. The shapes are described in {@code src/site/markdown/json.md} and stay stable:
 * fields may be added, none renamed or removed.
 */
public final class Json {

    private static final ObjectWriter WRITER = new ObjectMapper().writerWithDefaultPrettyPrinter();

    private Json() {}

    /** The answer to {@code path} with one target. */
    public static String of(PathReport report) {
        return write(report(report));
    }

    /** The answers to {@code path} with several targets. */
    public static String of(Entity from, List<PathReport> reports) {
        return write(ordered(
                "from", end(from), "answers", reports.stream().map(Json::report).toList()));
    }

    private static Map<String, @Nullable Object> report(PathReport report) {
        PathAnswer answer = report.answer();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("from", end(answer.from().entity()));
        json.put("to", end(answer.to().entity()));
        json.put(
                "paths", answer.paths().stream().map(path -> path(path, answer)).toList());
        json.put("complete", report.complete());
        NoPath none = answer.none();
        json.put("none", none == null ? null : none(none));
        Footing footing = answer.footing();
        json.put("hangsOn", footing == null ? null : footing(footing));
        json.put("findings", claims(answer.findings(), answer.documents()));
        Effort effort = report.effort();
        if (effort != null) {
            json.put(
                    "search",
                    ordered(
                            "entities",
                            effort.entities(),
                            "links",
                            effort.links(),
                            "calls",
                            effort.calls(),
                            "leftOut",
                            effort.leftOut(),
                            "milliseconds",
                            effort.time().toMillis()));
        }
        glossary(json, answer.entities(), answer.documents());
        return json;
    }

    private static Map<String, @Nullable Object> footing(Footing footing) {
        return ordered(
                "unexamined",
                footing.unexamined(),
                "without",
                footing.withdrawals().stream()
                        .map(withdrawal -> {
                            Map<String, @Nullable Object> json = new LinkedHashMap<>();
                            json.put("type", withdrawal.support().label());
                            json.put("id", withdrawal.id());
                            Footing.Route next = withdrawal.next();
                            json.put(
                                    "next",
                                    next == null
                                            ? null
                                            : ordered(
                                                    "strength",
                                                    next.strength(),
                                                    "hops",
                                                    next.hops(),
                                                    "entities",
                                                    next.entities()));
                            return json;
                        })
                        .toList());
    }

    /**
     * The answer to {@code path} when an end is not in the graph.
     *
     * @param several whether there is more than one target
     */
    public static String ofUnknownEnd(String text, List<NameMatch> nearest, boolean several) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("from", null);
        if (several) {
            json.put("answers", List.of());
        } else {
            json.put("to", null);
            json.put("paths", List.of());
            json.put("complete", true);
        }
        json.put("none", unknown(text, nearest));
        if (!several) {
            json.put("hangsOn", null);
            json.put("findings", List.of());
        }
        return write(json);
    }

    /** The answer to {@code show} when the entity is not in the graph. */
    public static String ofUnknown(String text, List<NameMatch> nearest) {
        return write(Map.of("none", unknown(text, nearest)));
    }

    private static Map<String, @Nullable Object> unknown(String text, List<NameMatch> nearest) {
        return ordered(
                "reason",
                NoPath.Reason.UNKNOWN_ENTITY.label(),
                "unknown",
                text,
                "nearest",
                nearest.stream().map(match -> end(match.vertex().entity())).toList(),
                "blocked",
                List.of(),
                "leftOut",
                List.of());
    }

    /** The answer to {@code show}. */
    public static String of(Profile profile) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(vertex(profile.vertex()));
        json.put("members", profile.vertex().members());
        json.put("description", profile.vertex().entity().description());
        json.put("placeholder", profile.vertex().entity().placeholder());
        json.put(
                "topics",
                profile.topics().stream().map(topic -> topic(topic, profile)).toList());
        json.put("said", claims(profile.said(), profile.documents()));
        glossary(json, profile.entities(), profile.documents());
        return write(json);
    }

    /** The answer to {@code search}. */
    public static String ofMatches(List<NameMatch> matches) {
        return write(Map.of(
                "matches",
                matches.stream()
                        .map(match -> {
                            Map<String, @Nullable Object> json = new LinkedHashMap<>(vertex(match.vertex()));
                            json.put("matched", match.matched());
                            json.put("exact", match.closeness() != NameMatch.Closeness.NEAR);
                            return json;
                        })
                        .toList()));
    }

    /** The answer to {@code check}. */
    public static String ofProblems(List<Problem> problems) {
        return write(Map.of("problems", problems.stream().map(Json::problem).toList()));
    }

    /** The answer to {@code query}: the rows as objects by column. */
    public static String of(String query, Map<String, ?> parameters, QueryResult result) {
        Map<String, Object> spelled = new LinkedHashMap<>();
        parameters.forEach((name, value) -> spelled.put(name, value instanceof LocalDate day ? day.toString() : value));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> values : result.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int column = 0; column < values.size(); column++) {
                row.put(result.columns().get(column), values.get(column));
            }
            rows.add(row);
        }
        return write(ordered("query", query, "parameters", spelled, "columns", result.columns(), "rows", rows));
    }

    /** Any answer that is numbers and words by name, in the map's order. */
    public static String ofFields(Map<String, ?> fields) {
        return write(fields);
    }

    private static Map<String, @Nullable Object> path(Path path, PathAnswer answer) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("strength", path.strength());
        json.put("hops", path.hops().stream().map(hop -> hop(hop, answer)).toList());
        json.put("weakest", path.weakest());
        json.put("documents", path.documents());
        json.put("origins", path.origins());
        json.put(
                "breaks",
                path.breaks().stream()
                        .map(fall -> ordered("type", fall.origin() ? "origin" : "document", "id", fall.id()))
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> hop(Hop hop, PathAnswer answer) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("from", hop.from());
        json.put("to", hop.to());
        json.put("relation", hop.link().relation());
        json.put("forward", hop.forward());
        json.put("status", hop.link().status().label());
        json.put("strength", hop.link().strength());
        List<Claim> claims = new ArrayList<>(hop.claims());
        claims.addAll(hop.against());
        json.put("claims", claims(claims, answer.documents()));
        json.put("parallel", hop.parallel().stream().map(link -> link.id()).toList());
        return json;
    }

    private static Map<String, @Nullable Object> none(NoPath none) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("reason", none.reason().label());
        json.put(
                "blocked",
                none.blocked().stream()
                        .map(blocked -> {
                            Map<String, @Nullable Object> entry =
                                    end(blocked.vertex().entity());
                            entry.put("why", blocked.hub() ? "hub" : blocked.avoided() ? "avoid" : "kind");
                            entry.put("degree", blocked.vertex().degree());
                            return entry;
                        })
                        .toList());
        json.put(
                "leftOut",
                none.leftOut().stream()
                        .map(out -> ordered("option", out.option(), "why", out.why(), "links", out.links()))
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> topic(Profile.Topic topic, Profile profile) {
        Map<String, @Nullable Object> json = proposition(topic.proposition());
        json.put("status", topic.status().map(Labelled::label).orElse(null));
        json.put("claims", claims(topic.claims(), profile.documents()));
        json.put("documents", List.copyOf(topic.documents()));
        json.put("origins", List.copyOf(topic.origins()));
        return json;
    }

    private static List<Map<String, @Nullable Object>> claims(List<Claim> claims, Map<String, Document> documents) {
        return claims.stream().map(claim -> claim(claim, documents)).toList();
    }

    private static Map<String, @Nullable Object> claim(Claim claim, Map<String, Document> documents) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", claim.id());
        json.putAll(proposition(claim.proposition()));
        json.put("stance", claim.stance().label());
        json.put("modality", claim.modality() == null ? null : claim.modality().label());
        json.put("assertedBy", claim.source().assertedBy());
        json.put("document", claim.source().document());
        json.put("locator", claim.source().locator());
        json.put("statement", claim.wording().statement());
        Document document = documents.get(claim.source().document());
        json.put(
                "published",
                document == null ? null : when(document.publication().published()));
        json.put("hedge", claim.appraisal().hedge());
        json.put("note", claim.wording().note());
        json.put("from", when(claim.scope().period().from()));
        json.put("until", when(claim.scope().period().until()));
        json.put("targets", claim.scope().denial().targets());
        return json;
    }

    private static Map<String, @Nullable Object> proposition(Proposition proposition) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("subject", proposition.subject());
        json.put("relation", proposition.relation());
        json.put("object", proposition.object());
        Value value = proposition.value();
        json.put("value", value == null ? null : value.spoken());
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> when(@Nullable When when) {
        if (when == null) {
            return null;
        }
        When.Range range = when.range();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("raw", when.raw());
        json.put("date", range == null ? null : range.toString());
        json.put("precision", range == null ? null : range.precision().label());
        json.put("inferred", when.inferred());
        return json;
    }

    private static Map<String, @Nullable Object> problem(Problem problem) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", problem.at().file());
        json.put("line", problem.at().line());
        json.put("column", problem.at().column());
        json.put("severity", problem.severity().label());
        json.put("rule", problem.rule());
        json.put("wrong", problem.wrong());
        json.put("right", problem.right());
        return json;
    }

    private static void glossary(
            Map<String, @Nullable Object> json, Map<String, Entity> entities, Map<String, Document> documents) {
        Map<String, Object> named = new LinkedHashMap<>();
        entities.forEach((id, entity) -> named.put(id, ordered("kind", entity.kind(), "name", entity.name())));
        json.put("entities", named);
        Map<String, Object> cited = new LinkedHashMap<>();
        documents.forEach((id, document) -> {
            Publication publication = document.publication();
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("type", document.type().label());
            entry.put("title", document.title());
            entry.put("publisher", publication.publisher());
            entry.put("published", when(publication.published()));
            entry.put("url", publication.url());
            entry.put("derivesFrom", document.derivesFrom());
            entry.put(
                    "reliability",
                    document.reliability() == null
                            ? null
                            : document.reliability().label());
            entry.put("interests", document.interests());
            cited.put(id, entry);
        });
        json.put("documents", cited);
    }

    private static Map<String, @Nullable Object> end(Entity entity) {
        return ordered("id", entity.id(), "kind", entity.kind(), "name", entity.name());
    }

    private static Map<String, @Nullable Object> vertex(Vertex vertex) {
        Map<String, @Nullable Object> json = end(vertex.entity());
        json.put("aliases", vertex.entity().aliases());
        json.put("degree", vertex.degree());
        return json;
    }

    private static Map<String, @Nullable Object> ordered(Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            map.put((String) namesAndValues[index], Objects.requireNonNull(namesAndValues[index + 1]));
        }
        return map;
    }

    private static String write(Object json) {
        try {
            return WRITER.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps, lists, words and numbers are always JSON", impossible);
        }
    }
}
