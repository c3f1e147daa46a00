package org.ficelle.graph;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The changes of a load that is too large for one transaction, in a file of the store's folder, so that a load that is cut
 * short can be finished without the data files. A file under its final name is whole and on disk.
 */
final class Journal {

    private static final String NAME = "journal";
    private static final int VERSION = 1;

    private final Path file;
    private final String load;
    private final int size;

    private Journal(Path file, String load, int size) {
        this.file = file;
        this.load = load;
        this.size = size;
    }

    /** The journal in the store's folder, if there is a whole one. */
    static Optional<Journal> in(Path store) throws IOException {
        Files.deleteIfExists(part(store));
        Path file = store.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = open(file)) {
            return Optional.of(begin(file, in));
        }
    }

    private static Path part(Path store) {
        return store.resolve(NAME + ".part");
    }

    /** Writes the changes down. */
    static Journal write(Path store, String load, Collection<Change> changes) throws IOException {
        Path part = part(store);
        Path file = store.resolve(NAME);
        try (FileOutputStream stream = new FileOutputStream(part.toFile());
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16))) {
            out.writeInt(VERSION);
            write(out, load);
            out.writeInt(changes.size());
            for (Change change : changes) {
                write(out, change);
            }
            out.flush();
            stream.getFD().sync();
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return new Journal(file, load, changes.size());
    }

    String load() {
        return load;
    }

    /** How many changes there are. */
    int size() {
        return size;
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Reads the changes in their order. */
    Reader read() throws IOException {
        DataInputStream in = open(file);
        begin(file, in);
        return new Reader(in);
    }

    static final class Reader implements AutoCloseable {

        private final DataInputStream in;

        private Reader(DataInputStream in) {
            this.in = in;
        }

        /** The next change; there are as many as the journal says. */
        Change next() throws IOException {
            return change(in);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    private static Journal begin(Path file, DataInputStream in) throws IOException {
        if (in.readInt() != VERSION) {
            throw new IOException("the journal " + file + " was written by another Ficelle");
        }
        return new Journal(file, text(in), in.readInt());
    }

    private static void write(DataOutputStream out, Change change) throws IOException {
        Element element = ChangeWriter.element(change);
        out.writeByte(change instanceof Change.Create ? 'c' : element == null ? 'r' : 'u');
        write(out, change.key());
        if (element instanceof Element.Node node) {
            out.writeInt(node.labels().size());
            for (String label : node.labels()) {
                write(out, label);
            }
            write(out, node.properties());
            out.writeInt(node.edges().size());
            for (Element.Edge edge : node.edges()) {
                write(out, edge.type());
                write(out, edge.to());
                write(out, edge.properties());
            }
        } else if (element instanceof Element.Tie tie) {
            write(out, tie.from());
            write(out, tie.to());
            write(out, tie.properties());
        }
    }

    private static Change change(DataInputStream in) throws IOException {
        int sort = in.readByte();
        ElementKey key = key(in);
        if (sort == 'r') {
            return new Change.Remove(key);
        }
        Element element = GraphSchema.isNode(key.type())
                ? new Element.Node(key, texts(in), properties(in), edges(in))
                : new Element.Tie(key, text(in), text(in), properties(in));
        return sort == 'c' ? new Change.Create(element) : new Change.Update(element);
    }

    private static List<Element.Edge> edges(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<Element.Edge> edges = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            edges.add(new Element.Edge(text(in), key(in), properties(in)));
        }
        return edges;
    }

    private static void write(DataOutputStream out, ElementKey key) throws IOException {
        write(out, key.type());
        write(out, key.id());
    }

    private static ElementKey key(DataInputStream in) throws IOException {
        return new ElementKey(text(in), text(in));
    }

    private static void write(DataOutputStream out, Map<String, Object> properties) throws IOException {
        out.writeInt(properties.size());
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            write(out, property.getKey());
            writeValue(out, property.getValue());
        }
    }

    private static SortedMap<String, Object> properties(DataInputStream in) throws IOException {
        SortedMap<String, Object> properties = new TreeMap<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            properties.put(text(in), value(in));
        }
        return properties;
    }

    private static void writeValue(DataOutputStream out, Object value) throws IOException {
        if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (value instanceof Boolean flag) {
            out.writeByte('b');
            out.writeBoolean(flag);
        } else if (value instanceof List<?> items) {
            out.writeByte('i');
            out.writeInt(items.size());
            for (Object item : items) {
                write(out, (String) item);
            }
        } else {
            out.writeByte(value instanceof LocalDate ? 'y' : value instanceof ZonedDateTime ? 't' : 's');
            write(out, value.toString());
        }
    }

    private static Object value(DataInputStream in) throws IOException {
        int sort = in.readByte();
        return switch (sort) {
            case 'l' -> in.readLong();
            case 'd' -> in.readDouble();
            case 'b' -> in.readBoolean();
            case 'i' -> texts(in);
            case 'y' -> LocalDate.parse(text(in));
            case 't' -> ZonedDateTime.parse(text(in));
            case 's' -> text(in);
            default -> throw new IOException("the journal holds a value of the unknown sort " + sort);
        };
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text(in));
        }
        return List.copyOf(texts);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
