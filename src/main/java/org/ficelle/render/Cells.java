package org.ficelle.render;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values of a {@link org.ficelle.model.QueryResult} as text for readers. */
final class Cells {

    private static final MathContext DIGITS = new MathContext(4);

    private Cells() {}

    /** One line; empty for null. */
    static String text(@Nullable Object value) {
        return String.join("", parts(value)).strip();
    }

    /** The text in parts between which a line may be broken: words with their blank, and the steps of a path. */
    static List<String> parts(@Nullable Object value) {
        return value instanceof Map<?, ?> map && isPath(map) ? chain(map) : words(plain(value));
    }

    private static String plain(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof List<?> items) {
            return items.stream().map(Cells::text).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        return value.toString().replaceAll("\\p{Cntrl}+", " ");
    }

    /** Whole numbers in full, others with four significant digits; no exponent. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shown = value == Math.rint(value) ? exact : exact.round(DIGITS);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    private static String map(Map<?, ?> map) {
        if (map.get("labels") instanceof List) {
            return node(map);
        }
        if (map.containsKey("type") && map.containsKey("start") && map.containsKey("end")) {
            return "[" + map.get("type") + "]";
        }
        return map.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static boolean isPath(Map<?, ?> map) {
        return map.size() == 2 && map.get("nodes") instanceof List && map.get("relationships") instanceof List;
    }

    /** {@code (a)-[REL]->(b)}, one part for each step. */
    private static List<String> chain(Map<?, ?> path) {
        List<?> nodes = list(path, "nodes");
        List<?> links = list(path, "relationships");
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < nodes.size(); index++) {
            Map<?, ?> node = (Map<?, ?>) Objects.requireNonNull(nodes.get(index));
            if (index == 0) {
                parts.add(node(node));
                continue;
            }
            Map<?, ?> link = (Map<?, ?>) Objects.requireNonNull(links.get(index - 1));
            boolean forward = Objects.equals(link.get("end"), node.get("id"));
            parts.add((forward ? "-[" : "<-[") + link.get("type") + (forward ? "]->" : "]-") + node(node));
        }
        return parts;
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return map.get(key) instanceof List<?> items ? items : List.of();
    }

    /** The name, or the id of a claim or document. */
    private static String node(Map<?, ?> node) {
        Object name = node.get("name");
        return "(" + plain(name == null ? node.get("id") : name) + ")";
    }

    private static List<String> words(String text) {
        return List.of(text.split("(?<= )(?=[^ ])"));
    }
}
