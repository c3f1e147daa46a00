package org.ficelle.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.neo4j.batchimport.api.BatchImporter;
import org.neo4j.batchimport.api.Configuration;
import org.neo4j.batchimport.api.IndexConfig;
import org.neo4j.batchimport.api.InputIterator;
import org.neo4j.batchimport.api.Monitor;
import org.neo4j.batchimport.api.input.Collector;
import org.neo4j.batchimport.api.input.IdType;
import org.neo4j.batchimport.api.input.Input;
import org.neo4j.batchimport.api.input.InputChunk;
import org.neo4j.batchimport.api.input.InputEntityVisitor;
import org.neo4j.batchimport.api.input.ReadableGroups;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.internal.batchimport.DefaultAdditionalIds;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.layout.DatabaseLayout;
import org.neo4j.io.layout.Neo4jLayout;
import org.neo4j.io.pagecache.context.CursorContextFactory;
import org.neo4j.io.pagecache.tracing.PageCacheTracer;
import org.neo4j.kernel.impl.index.schema.IndexImporterFactoryImpl;
import org.neo4j.kernel.impl.scheduler.JobSchedulerFactory;
import org.neo4j.kernel.impl.transaction.log.files.TransactionLogInitializer;
import org.neo4j.kernel.lifecycle.Lifespan;
import org.neo4j.logging.internal.NullLogService;
import org.neo4j.memory.EmptyMemoryTracker;
import org.neo4j.scheduler.JobScheduler;
import org.neo4j.storageengine.api.StorageEngineFactory;

/**
 * Writes a whole graph into an empty folder with Neo4j's own importer, which builds the files of a database without
 * transactions. It asks for elements in several threads, and for those with relationships twice.
 */
final class BulkImport {

    /** How many elements a thread takes at a time. */
    private static final int PORTION = 500;

    private static final long OFF_HEAP = ByteUnit.mebiBytes(512);

    /** What an element takes on disk, roughly; the importer chooses its buffers by it. */
    private static final long NODE_BYTES = 600;

    private static final long TIE_BYTES = 400;
    private static final int PROPERTIES = 15;
    private static final int EDGES = 4;

    private final List<? extends Change> creations;
    private final String load;
    private final Runnable spent;
    private final AtomicInteger relationshipsTold = new AtomicInteger();

    /**
     * The number in the new database of each node that others lead to, plus one, near the place that its key's hash says.
     * There are as many as there is data, and this is what a map holds least with.
     */
    private final int[] numbers;

    private final int nodes;

    /**
     * @param creations nothing else
     * @param load what the new graph shows, see {@link Revision}
     * @param spent run when no element is wanted any more
     */
    BulkImport(List<? extends Change> creations, String load, Runnable spent) {
        this.creations = creations;
        this.load = load;
        this.spent = spent;
        int found = 0;
        for (Change change : creations) {
            if (!(change instanceof Change.Create)) {
                throw StoreException.vanished(change.key().id());
            }
            found += GraphSchema.isNode(change.key().type()) ? 1 : 0;
        }
        nodes = found;
        numbers = new int[Integer.highestOneBit(Math.max(nodes, 1)) << 2];
        for (int number = 0; number < creations.size(); number++) {
            ElementKey key = key(number);
            if (GraphSchema.isNode(key.type())) {
                int slot = slot(key);
                if (numbers[slot] != 0) {
                    throw StoreException.taken(null);
                }
                numbers[slot] = number + 1;
            }
        }
    }

    private ElementKey key(int number) {
        return creations.get(number).key();
    }

    private Element element(int number) {
        return ((Change.Create) creations.get(number)).element();
    }

    /** Where the number of the node with this key stands, or is to stand. */
    private int slot(ElementKey key) {
        int hash = key.hashCode();
        int slot = (hash ^ hash >>> 16) & numbers.length - 1;
        while (numbers[slot] != 0 && !key(numbers[slot] - 1).equals(key)) {
            slot = slot + 1 & numbers.length - 1;
        }
        return slot;
    }

    /**
     * Makes the database, as that of a Neo4j with the given home.
     *
     * @throws IOException when the disk is full or refuses
     */
    void write(Path home) throws IOException {
        Config config = Config.newBuilder()
                .set(GraphDatabaseSettings.neo4j_home, home)
                .set(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(64))
                .build();
        StorageEngineFactory engine = StorageEngineFactory.selectStorageEngine(config);
        DatabaseLayout layout =
                engine.databaseLayout(Neo4jLayout.of(home), GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
        try (var files = new DefaultFileSystemAbstraction();
                var silent = new PrintStream(OutputStream.nullOutputStream());
                var life = new Lifespan()) {
            JobScheduler scheduler = life.add(JobSchedulerFactory.createInitialisedScheduler());
            BatchImporter importer = engine.batchImporter(
                    layout,
                    files,
                    PageCacheTracer.NULL,
                    new Sizes(),
                    NullLogService.getInstance(),
                    silent,
                    false,
                    DefaultAdditionalIds.EMPTY,
                    config,
                    Monitor.NO_MONITOR,
                    scheduler,
                    Collector.STRICT,
                    TransactionLogInitializer.getLogFilesInitializer(),
                    new IndexImporterFactoryImpl(),
                    EmptyMemoryTracker.INSTANCE,
                    CursorContextFactory.NULL_CONTEXT_FACTORY);
            importer.doImport(input());
        } catch (IOException | RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof StoreException known) {
                    throw known;
                }
            }
            throw failure;
        }
    }

    private Input input() {
        int ties = creations.size() - nodes;
        return Input.input(
                () -> new Portions(creations.size() + 1, this::node),
                () -> new Portions(creations.size(), this::relationships),
                IdType.ACTUAL,
                Input.knownEstimates(
                        nodes,
                        (long) ties + (long) nodes * EDGES,
                        (long) nodes * PROPERTIES,
                        (long) ties * PROPERTIES,
                        nodes * NODE_BYTES,
                        ties * TIE_BYTES,
                        nodes),
                ReadableGroups.EMPTY);
    }

    private void node(int number, InputEntityVisitor visitor) throws IOException {
        if (number == creations.size()) {
            node(number, List.of(Revision.LABEL), Map.of(GraphSchema.ID, Revision.NODE, Revision.SHOWN, load), visitor);
        } else if (isNode(number) && element(number) instanceof Element.Node node) {
            node(number, labels(node), PropertyValues.stored(node), visitor);
        }
    }

    private static List<String> labels(Element.Node node) {
        List<String> labels = new ArrayList<>(node.labels());
        labels.add(node.key().type());
        return labels;
    }

    private boolean isNode(int number) {
        return GraphSchema.isNode(key(number).type());
    }

    private static void node(
            int number, List<String> labels, Map<String, Object> properties, InputEntityVisitor visitor)
            throws IOException {
        visitor.id(number);
        visitor.labels(labels.toArray(String[]::new));
        properties(properties, visitor);
        visitor.endOfEntity();
    }

    private void relationships(int number, InputEntityVisitor visitor) throws IOException {
        Element element = element(number);
        if (element instanceof Element.Node node) {
            for (Element.Edge edge : node.edges()) {
                relationship(number, edge.type(), number(edge.to()), edge.properties(), visitor);
            }
        } else if (element instanceof Element.Tie tie) {
            relationship(
                    number(VertexCodec.key(tie.from())),
                    tie.key().type(),
                    number(VertexCodec.key(tie.to())),
                    PropertyValues.stored(tie),
                    visitor);
        }
        // The importer asks for them once. Half of its work and most of the memory that it needs come after.
        if (relationshipsTold.incrementAndGet() == creations.size()) {
            spent.run();
        }
    }

    private static void relationship(
            int from, String type, int to, SortedMap<String, Object> properties, InputEntityVisitor visitor)
            throws IOException {
        visitor.startId(from);
        visitor.endId(to);
        visitor.type(GraphSchema.token(type));
        properties(properties, visitor);
        visitor.endOfEntity();
    }

    private static void properties(Map<String, Object> properties, InputEntityVisitor visitor) {
        properties.forEach((name, value) -> visitor.property(name, PropertyValues.toNeo4j(value)));
    }

    private int number(ElementKey key) {
        int number = numbers[slot(key)];
        if (number == 0) {
            throw StoreException.vanished(key.id());
        }
        return number - 1;
    }

    /** Tells the importer of what has a number. */
    private interface Teller {
        void tell(int number, InputEntityVisitor visitor) throws IOException;
    }

    /** Hands out numbers from 0, some at a time, to any number of threads. */
    private static final class Portions implements InputIterator {

        private final int end;
        private final Teller teller;
        private final AtomicInteger next = new AtomicInteger();

        Portions(int end, Teller teller) {
            this.end = end;
            this.teller = teller;
        }

        @Override
        public InputChunk newChunk() {
            return new Portion(teller);
        }

        @Override
        public boolean next(InputChunk chunk) {
            int start = next.getAndAdd(PORTION);
            if (start < 0 || start >= end) {
                return false;
            }
            ((Portion) chunk).take(start, Math.min(start + PORTION, end));
            return true;
        }

        @Override
        public void close() {}
    }

    private static final class Portion implements InputChunk {

        private final Teller teller;
        private int at;
        private int end;

        Portion(Teller teller) {
            this.teller = teller;
        }

        void take(int start, int end) {
            this.at = start;
            this.end = end;
        }

        @Override
        public boolean next(InputEntityVisitor visitor) throws IOException {
            if (at == end) {
                return false;
            }
            teller.tell(at++, visitor);
            return true;
        }

        @Override
        public void close() {}
    }

    /** How much of the machine the importer takes. */
    private static final class Sizes implements Configuration {

        private static final int QUEUE = 1;

        @Override
        public long maxOffHeapMemory() {
            return OFF_HEAP;
        }

        /** As many lots of records as may wait, of 12 MB each when relationships are tied together; the standard is 100. */
        @Override
        public int maxQueueSize() {
            return QUEUE;
        }

        @Override
        public IndexConfig indexConfig() {
            return IndexConfig.create().withLabelIndex().withRelationshipTypeIndex();
        }
    }
}
