package org.ficelle.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/**
 * The graph of a store as CSV files, and the two ways in which somebody with nothing but Neo4j would bring them into a
 * database: a script with LOAD CSV, and the arguments of {@code neo4j-admin database import full}.
 */
final class CsvGraph {

    private static final char ITEMS = '\u001f';
    private static final Set<String> BASE = Set.of("Claim", "Document", "Dossier", "Entity", "Ontology");

    private final Path folder;
    private final SortedMap<String, Sheet> sheets = new TreeMap<>();
    private final List<String> script = new ArrayList<>();

    private CsvGraph(Path folder) {
        this.folder = folder;
    }

    /** One file: nodes of the same labels, or relationships of one type between nodes of the same base labels. */
    private static final class Sheet {

        private final boolean ofNodes;
        private final List<String> labels;
        private final String from;
        private final String to;
        private final SortedMap<String, String> columns = new TreeMap<>();

        Sheet(boolean ofNodes, List<String> labels, String from, String to) {
            this.ofNodes = ofNodes;
            this.labels = labels;
            this.from = from;
            this.to = to;
        }

        String header() {
            String keys = ofNodes ? ":ID" : ":START_ID,:END_ID,:IGNORE,:IGNORE";
            return columns.entrySet().stream()
                    .map(column -> "," + column.getKey() + ":" + column.getValue())
                    .collect(Collectors.joining("", keys, "\n"));
        }

        /** The statement that reads the file. */
        String load(String url) {
            int first = ofNodes ? 1 : 4;
            List<String> values = new ArrayList<>();
            columns.forEach(
                    (name, type) -> values.add(name + ": " + value(type, "row[" + (first + values.size()) + "]")));
            String content = "{" + String.join(", ", values) + "}";
            String work = ofNodes
                    ? "CREATE (n:" + String.join(":", labels) + ") SET n = " + content
                    : "MATCH (a:" + from + " {id: row[2]}), (b:" + to + " {id: row[3]}) CREATE (a)-[r:" + labels.get(0)
                            + "]->(b) SET r = " + content;
            return "LOAD CSV FROM '" + url + "' AS row CALL (row) { " + work + " } IN TRANSACTIONS OF 10000 ROWS";
        }

        private static String value(String type, String cell) {
            return switch (type) {
                case "long" -> "toInteger(" + cell + ")";
                case "double" -> "toFloat(" + cell + ")";
                case "boolean" -> "toBoolean(" + cell + ")";
                case "date" -> "date(" + cell + ")";
                case "datetime" -> "datetime(" + cell + ")";
                case "string[]" -> "split(" + cell + ", '" + ITEMS + "')";
                default -> cell;
            };
        }
    }

    /**
     * Writes the store's graph into the folder: the sheets, {@code load.cypher} with one statement a line, and
     * {@code import.args} with one argument a line.
     */
    static void write(Path store, Path folder) throws IOException {
        Files.createDirectories(folder);
        DatabaseManagementService neo4j = open(store);
        try (Transaction transaction =
                neo4j.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME).beginTx()) {
            new CsvGraph(folder).write(transaction);
        } finally {
            neo4j.shutdown();
        }
    }

    static DatabaseManagementService open(Path home) {
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.pagecache_memory, 512L << 20)
                .build();
    }

    private void write(Transaction transaction) throws IOException {
        schema(transaction, "SHOW CONSTRAINTS YIELD createStatement RETURN createStatement");
        schema(
                transaction,
                "SHOW INDEXES YIELD createStatement, type, owningConstraint"
                        + " WHERE owningConstraint IS NULL AND type <> 'LOOKUP' RETURN createStatement");
        scan(transaction, (sheet, entity, keys) -> entity.getAllProperties()
                .forEach((name, value) -> sheet.columns.put(name, type(value))));
        Map<Sheet, BufferedWriter> writers = new HashMap<>();
        List<String> arguments = new ArrayList<>();
        for (Map.Entry<String, Sheet> entry : sheets.entrySet()) {
            Path file = folder.resolve(entry.getKey() + ".csv");
            Path header = folder.resolve(entry.getKey() + ".header.csv");
            Sheet sheet = entry.getValue();
            Files.writeString(header, sheet.header());
            writers.put(sheet, Files.newBufferedWriter(file));
            arguments.add((sheet.ofNodes
                            ? "--nodes=" + String.join(":", sheet.labels)
                            : "--relationships=" + sheet.labels.get(0))
                    + "=" + header + "," + file);
        }
        scan(transaction, (sheet, entity, keys) -> writeRow(writers, sheet, entity, keys));
        for (BufferedWriter writer : writers.values()) {
            writer.close();
        }
        sheets.values().stream().filter(sheet -> sheet.ofNodes).forEach(this::addStatement);
        sheets.values().stream().filter(sheet -> !sheet.ofNodes).forEach(this::addStatement);
        Files.write(folder.resolve("load.cypher"), script);
        Files.write(folder.resolve("import.args"), arguments);
    }

    private void addStatement(Sheet sheet) {
        String name = sheets.entrySet().stream()
                .filter(entry -> entry.getValue() == sheet)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        script.add(sheet.load(folder.resolve(name + ".csv").toUri().toString()));
    }

    private void schema(Transaction transaction, String statement) {
        try (Result result = transaction.execute(statement)) {
            result.<String>columnAs("createStatement").forEachRemaining(script::add);
        }
    }

    private interface Row {
        void of(Sheet sheet, Entity entity, List<String> keys);
    }

    private void scan(Transaction transaction, Row row) {
        try (var nodes = transaction.getAllNodes()) {
            nodes.forEach(node -> {
                List<String> labels = labels(node);
                Sheet sheet = sheets.computeIfAbsent(
                        "n-" + String.join("-", labels), name -> new Sheet(true, labels, "", ""));
                row.of(sheet, node, List.of(number(node)));
            });
        }
        try (var relationships = transaction.getAllRelationships()) {
            relationships.forEach(relationship -> {
                Node from = relationship.getStartNode();
                Node to = relationship.getEndNode();
                row.of(
                        sheet(relationship, base(from), base(to)),
                        relationship,
                        List.of(number(from), number(to), quoted(from), quoted(to)));
            });
        }
    }

    private Sheet sheet(Relationship relationship, String from, String to) {
        String type = relationship.getType().name();
        return sheets.computeIfAbsent(
                "r-" + type + "-" + from + "-" + to, name -> new Sheet(false, List.of(type), from, to));
    }

    private static String number(Node node) {
        String element = node.getElementId();
        return element.substring(element.lastIndexOf(':') + 1);
    }

    private static String quoted(Node node) {
        return cell(node.getProperty("id"));
    }

    private static List<String> labels(Node node) {
        return StreamSupport.stream(node.getLabels().spliterator(), false)
                .map(Label::name)
                .sorted()
                .toList();
    }

    private static String base(Node node) {
        return labels(node).stream().filter(BASE::contains).findFirst().orElseThrow();
    }

    private static void writeRow(Map<Sheet, BufferedWriter> writers, Sheet sheet, Entity entity, List<String> keys) {
        StringBuilder line = new StringBuilder(String.join(",", keys));
        sheet.columns.keySet().forEach(name -> line.append(',').append(cell(entity.getProperty(name, null))));
        try {
            writers.get(sheet).append(line).append('\n');
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof String[] items ? String.join(String.valueOf(ITEMS), items) : value.toString();
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String type(Object value) {
        if (value instanceof Long) {
            return "long";
        } else if (value instanceof Double) {
            return "double";
        } else if (value instanceof Boolean) {
            return "boolean";
        } else if (value instanceof LocalDate) {
            return "date";
        } else if (value instanceof ZonedDateTime) {
            return "datetime";
        }
        return value instanceof String[] ? "string[]" : "string";
    }
}
