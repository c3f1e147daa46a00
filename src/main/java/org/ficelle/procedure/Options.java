package org.ficelle.procedure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ficelle.graph.View;
import org.ficelle.model.Ontology;
import org.ficelle.names.Nearest;
import org.ficelle.trace.RuleReader;
import org.ficelle.trace.Rules;
import org.ficelle.trace.WrongRule;
import org.jspecify.annotations.Nullable;

/** What a path may use, as a map in a query. A {@link WrongRule} names the first option that cannot be met. */
final class Options {

    private static final List<String> NAMES = List.of(
            "k",
            "maxHops",
            "relation",
            "class",
            "status",
            "strict",
            "through",
            "avoid",
            "hubDegree",
            "minConfidence",
            "asOf",
            "during",
            "without",
            "candidates",
            "context",
            "directed",
            "limit",
            "timeout");

    private static final Pattern LATER_WORD = Pattern.compile("-([a-z])");

    private final Map<String, Object> given;

    Options(Map<String, Object> given) {
        for (String name : given.keySet()) {
            if (!NAMES.contains(name)) {
                throw new WrongRule("there is no option " + name
                        + Nearest.of(name, NAMES)
                                .map(near -> "; " + near + " is the nearest")
                                .orElse("; they are " + String.join(", ", NAMES)));
            }
        }
        this.given = given;
    }

    /** The shell's {@code max-hops} as {@code maxHops}. */
    static String spelled(String option) {
        return LATER_WORD.matcher(option).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    Rules rules(View view, Ontology ontology) {
        RuleReader reader = new RuleReader(view, ontology, Options::spelled);
        Rules.Bounds bounds = Rules.DEFAULT.bounds();
        return new Rules(
                new Rules.Ties(
                        reader.relations(texts("relation")),
                        reader.classes(texts("class")),
                        reader.statuses(texts("status"), flag("strict")),
                        flag("context"),
                        flag("candidates"),
                        flag("directed")),
                new Rules.Passage(reader.through(texts("through")), reader.avoid(texts("avoid")), (int)
                        whole("hubDegree", Rules.DEFAULT.passage().hubDegree(), Integer.MAX_VALUE)),
                new Rules.Evidence(
                        reader.asOf(text("asOf")),
                        reader.during(text("during")),
                        reader.without(texts("without")),
                        (int) whole("minConfidence", 0, Integer.MAX_VALUE)),
                new Rules.Bounds(
                        (int) whole("maxHops", bounds.maxHops(), Integer.MAX_VALUE),
                        (int) whole("k", bounds.k(), Integer.MAX_VALUE),
                        whole("limit", bounds.links(), Long.MAX_VALUE),
                        Duration.ofSeconds(whole("timeout", bounds.timeout().toSeconds(), Integer.MAX_VALUE))));
    }

    private long whole(String name, long otherwise, long most) {
        Object value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        // Browser makes floating-point numbers of its parameters.
        if (value instanceof Number number && number.doubleValue() == number.longValue()) {
            return Math.max(Math.min(number.longValue(), most), -most);
        }
        throw wrong(name, "a whole number");
    }

    private boolean flag(String name) {
        Object value = given.get(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw wrong(name, "true or false");
    }

    private @Nullable String text(String name) {
        Object value = given.get(name);
        if (value == null || value instanceof String || value instanceof LocalDate) {
            return value == null ? null : value.toString();
        }
        throw wrong(name, "a date or a text such as '2023-11-13'");
    }

    private List<String> texts(String name) {
        Object value = given.get(name);
        if (value == null) {
            return List.of();
        }
        Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
        if (!values.stream().allMatch(String.class::isInstance)) {
            throw wrong(name, "a text or a list of texts");
        }
        return values.stream().map(String.class::cast).toList();
    }

    private WrongRule wrong(String name, String right) {
        Object value = given.get(name);
        return new WrongRule(
                name + " takes " + right + ", not " + (value instanceof String ? "'" + value + "'" : value));
    }
}
