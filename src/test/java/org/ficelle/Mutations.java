package org.ficelle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages data files as a bad disk, a bad program and a bad hand do: by bytes, by tokens and by structure. */
public final class Mutations {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|[-+.\\w]+|[\\[\\]{}:,]|\\s+", Pattern.DOTALL);

    /** What stands in the place of a value, most of it no JSON, and all of it no field of a dossier. */
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-0",
            "0.1e1",
            "1e999999999",
            "-1e-999999999",
            "1E400",
            "99999999999999999999999999",
            "9".repeat(2_000),
            "0." + "3".repeat(90),
            "01",
            "+1",
            ".5",
            "NaN",
            "-Infinity",
            "0x1F",
            "undefined",
            "''",
            "// no comment",
            "/* none",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\uD83D\\uDE00\"",
            "\"\u202etxet\u202c\"",
            "\"\u200b\"",
            "\"e\u0301\u0323\"",
            "\"\ufdfa\ufdfa\"",
            "\"\\x\"",
            "\"open",
            "\"\ufffe\"",
            "\"2023-02-30\"",
            "\"9999-99-99/0000-00-00\"",
            "\"domain:xn--\"",
            "\"domain:.\"",
            "\"ip:999.1.1.1\"",
            "\"https://\"",
            "\"asserts\"",
            "\"denies\"",
            "[]",
            "{}",
            "[[[[]]]]",
            "[".repeat(5_000),
            "{\"a\":".repeat(5_000),
            "[".repeat(40) + "]".repeat(40),
            "{\"raw\":\"x\",\"raw\":\"y\"}",
            "\"" + "ab".repeat(3_000) + "\"");

    private static final List<byte[]> ODD_BYTES = List.of(
            new byte[] {0},
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            new byte[] {(byte) 0xFE, (byte) 0xFF},
            new byte[] {(byte) 0xFF, (byte) 0xFE},
            new byte[] {(byte) 0xC3},
            new byte[] {(byte) 0xC0, (byte) 0xAF},
            new byte[] {(byte) 0xE2, (byte) 0x82},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xF8},
            "\u2028".getBytes(StandardCharsets.UTF_8),
            "\r".getBytes(StandardCharsets.UTF_8),
            "\t\u000b\u001b[2J".getBytes(StandardCharsets.UTF_8));

    /** Among how many characters tokens are exchanged. */
    private static final int WINDOW = 2_000;

    private final List<JsonNode> values = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** @param texts files from which values and names are taken to stand elsewhere */
    public Mutations(List<String> texts) {
        texts.forEach(text -> gather(parse(text)));
    }

    private void gather(JsonNode node) {
        values.add(node);
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(this::gather);
    }

    /** The file with one to four faults. */
    public byte[] of(String text, Random random) {
        int structural = random.nextInt(3);
        String damaged = text;
        if (structural > 0) {
            JsonNode root = parse(text);
            for (int i = 0; i < structural; i++) {
                damage(root, random);
            }
            damaged = root.toString();
        }
        for (int i = structural == 0 ? 0 : random.nextInt(4) - 2; i < random.nextInt(3); i++) {
            damaged = damageTokens(damaged, random);
        }
        byte[] bytes = damaged.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i > 1; i--) {
            bytes = damageBytes(bytes, random);
        }
        return bytes;
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private void damage(JsonNode root, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        containers(root, containers);
        JsonNode container = one(containers, random);
        if (container instanceof ObjectNode object) {
            damage(object, random);
        } else if (container instanceof ArrayNode list) {
            damage(list, random);
        }
    }

    private static void containers(JsonNode node, List<JsonNode> found) {
        if (node.isContainerNode() && !node.isEmpty()) {
            found.add(node);
        }
        node.forEach(child -> containers(child, found));
    }

    private void damage(ObjectNode object, Random random) {
        List<String> members = new ArrayList<>();
        object.fieldNames().forEachRemaining(members::add);
        String name = one(members, random);
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, one(values, random).deepCopy());
            case 2 -> object.set(one(names, random), object.remove(name));
            case 3 -> object.set(one(names, random), one(values, random).deepCopy());
            default -> {
                String other = one(members, random);
                JsonNode value = object.get(name);
                object.set(name, object.get(other));
                object.set(other, value);
            }
        }
    }

    private void damage(ArrayNode list, Random random) {
        int at = random.nextInt(list.size());
        switch (random.nextInt(5)) {
            case 0 -> list.remove(at);
            case 1 -> list.set(at, one(values, random).deepCopy());
            case 2 -> list.insert(random.nextInt(list.size() + 1), list.get(at).deepCopy());
            case 3 -> list.insert(at, one(values, random).deepCopy());
            default -> list.set(at, TextNode.valueOf(list.get(at).toString()));
        }
    }

    private static String damageTokens(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + WINDOW);
        return text.substring(0, from) + damaged(text.substring(from, to), random) + text.substring(to);
    }

    private static String damaged(String text, Random random) {
        List<String> tokens = new ArrayList<>(
                TOKEN.matcher(text).results().map(MatchResult::group).toList());
        if (tokens.isEmpty()) {
            return one(ODD, random);
        }
        int at = random.nextInt(tokens.size());
        int other = random.nextInt(tokens.size());
        switch (random.nextInt(8)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(other, tokens.get(at));
            case 2 -> Collections.swap(tokens, at, other);
            case 3 -> tokens.set(at, one(ODD, random));
            case 4 -> tokens.add(at, one(ODD, random));
            case 5 -> tokens.set(at, tokens.get(other));
            case 6 ->
                tokens.subList(Math.min(at, other), Math.min(tokens.size(), Math.min(at, other) + 40))
                        .clear();
            default ->
                tokens.set(
                        at,
                        random.nextInt(40) == 0
                                ? "\"" + "y".repeat(1_100_000) + "\""
                                : mangled(tokens.get(at), random));
        }
        return String.join("", tokens);
    }

    private static String mangled(String token, Random random) {
        int at = random.nextInt(token.length() + 1);
        String mark = one(List.of("\\", "\u0301", "\u0000", "\ufeff", "\n", "\"", "\u00a0", "-", ":", "/"), random);
        return token.substring(0, at) + mark + token.substring(at);
    }

    private static byte[] damageBytes(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return one(ODD_BYTES, random);
        }
        int at = random.nextInt(bytes.length);
        int other = random.nextInt(bytes.length);
        int low = Math.min(at, other);
        int high = Math.min(Math.max(at, other), low + random.nextInt(300));
        byte[] piece = Arrays.copyOfRange(bytes, low, high);
        switch (random.nextInt(6)) {
            case 0 -> {
                bytes[at] = (byte) random.nextInt(256);
                return bytes;
            }
            case 1 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 2 -> {
                return joined(Arrays.copyOf(bytes, at), one(ODD_BYTES, random), rest(bytes, at));
            }
            case 3 -> {
                return joined(Arrays.copyOf(bytes, low), rest(bytes, high));
            }
            case 4 -> {
                return joined(one(ODD_BYTES, random), bytes);
            }
            default -> {
                return joined(Arrays.copyOf(bytes, at), piece, rest(bytes, at));
            }
        }
    }

    private static byte[] rest(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
