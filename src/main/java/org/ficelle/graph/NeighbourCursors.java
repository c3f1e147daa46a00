package org.ficelle.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ficelle.graph.Neighbourhood.Place;
import org.ficelle.model.Labelled;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.RelationClass;
import org.jspecify.annotations.Nullable;
import org.neo4j.exceptions.KernelException;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.internal.kernel.api.NodeCursor;
import org.neo4j.internal.kernel.api.PropertyCursor;
import org.neo4j.internal.kernel.api.Read;
import org.neo4j.internal.kernel.api.RelationshipTraversalCursor;
import org.neo4j.internal.kernel.api.TokenRead;
import org.neo4j.io.IOUtils;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.storageengine.api.PropertySelection;
import org.neo4j.storageengine.api.RelationshipSelection;
import org.neo4j.values.ElementIdMapper;

/**
 * Reads the neighbours of entities with Neo4j's own cursors, as far as no search before has read them: a search looks at
 * thousands of links, and through objects each costs several times as much.
 */
final class NeighbourCursors implements AutoCloseable {

    private static final String[] LINK = {GraphSchema.FINGERPRINT, "status", "strength"};
    private static final String[] RELATION = {"class", "walkable", "weight"};
    private static final String[] ENTITY = {GraphSchema.ID, "kind", "transit", "degree"};

    /** What no decoding needs. */
    private static final Set<String> UNDECODED = Set.of(GraphSchema.FINGERPRINT, GraphSchema.FOLDED, "dossiers");

    private static final int STATUSES = LinkStatus.values().length;

    /** Of an entity with more links than this not all are gone through to find one. */
    private static final int FEW = 100;

    private final InternalTransaction transaction;
    private final Read read;
    private final TokenRead tokens;
    private final ElementIdMapper elementIds;
    private final NodeCursor node;
    private final RelationshipTraversalCursor link;
    private final PropertyCursor property;
    private final RelationshipSelection linkTypes;
    private final Keys linkKeys;
    private final Keys relationKeys;
    private final Keys entityKeys;
    private final Keys idKeys;
    private final Neighbourhood known;
    private final Neighbours.Packing packing;
    private final Map<Integer, Neighbour.Relation> relations = new HashMap<>();
    private final Map<String, LinkStatus> statuses = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    /** The numbers of sorts of links, one more each, by type, status and direction; 0 before they were met. */
    private int[] sorts = new int[1 << 10];

    /** Properties that are read together. */
    private static final class Keys {
        private final int[] keys;
        private final PropertySelection selection;
        private final @Nullable Object[] values;

        Keys(TokenRead tokens, String... names) {
            keys = Stream.of(names).mapToInt(tokens::propertyKey).toArray();
            selection = PropertySelection.selection(keys);
            values = new Object[names.length];
        }

        /** Reads all but the first {@code unread}, of which it only tells that they are there. */
        @Nullable
        Object[] read(PropertyCursor property, int unread) {
            Arrays.fill(values, null);
            // The rest of what an element has need not be looked at.
            for (int missing = keys.length; missing > 0 && property.next(); missing--) {
                for (int i = 0; i < keys.length; i++) {
                    if (keys[i] == property.propertyKey()) {
                        values[i] = i < unread
                                ? Boolean.TRUE
                                : property.propertyValue().asObject();
                    }
                }
            }
            return values;
        }
    }

    /** @param known of the state of the graph that the transaction shows */
    NeighbourCursors(InternalTransaction transaction, RelationshipType[] types, Neighbourhood known) {
        this.transaction = transaction;
        this.known = known;
        this.packing = new Neighbours.Packing(known.numbering());
        KernelTransaction kernel = transaction.kernelTransaction();
        read = kernel.dataRead();
        tokens = kernel.tokenRead();
        elementIds = transaction.elementIdMapper();
        node = kernel.cursors().allocateNodeCursor(kernel.cursorContext(), kernel.memoryTracker());
        link = kernel.cursors().allocateRelationshipTraversalCursor(kernel.cursorContext(), kernel.memoryTracker());
        property = kernel.cursors().allocatePropertyCursor(kernel.cursorContext(), kernel.memoryTracker());
        linkTypes = RelationshipSelection.selection(
                Stream.of(types)
                        .mapToInt(type -> tokens.relationshipType(type.name()))
                        .toArray(),
                Direction.BOTH);
        linkKeys = new Keys(tokens, LINK);
        relationKeys = new Keys(tokens, RELATION);
        entityKeys = new Keys(tokens, ENTITY);
        idKeys = new Keys(tokens, GraphSchema.ID);
    }

    /** What was read before, and is from now on. */
    Neighbourhood known() {
        return known;
    }

    /** The neighbours of an entity that was met as a neighbour before; absent for others, which have to be looked for. */
    @Nullable
    Neighbours of(String id) {
        Place place = known.named(id);
        return place == null ? null : of(place);
    }

    /** The neighbours of the entity with the number, if it was met before. */
    @Nullable
    Neighbours of(int entity) {
        Neighbours neighbours = known.neighbours(entity);
        Place place = neighbours == null ? known.numbered(entity) : null;
        return place == null ? neighbours : of(place);
    }

    /** The node of an entity that was met before; absent for others, which have to be looked for. */
    @Nullable
    Node node(String id) {
        Place place = known.named(id);
        if (place == null) {
            return null;
        }
        read.singleNode(place.reference(), node);
        return node.next() ? transaction.newNodeEntity(place.reference()) : null;
    }

    /** Meets an entity. */
    void meet(String id, Node entity) {
        known.name(id, place(elementIds.nodeId(entity.getElementId())));
    }

    /** The node with what decoding needs: its properties. */
    Element.Node bare(String type, Node stored) {
        read.singleNode(elementIds.nodeId(stored.getElementId()), node);
        if (!node.next()) {
            throw changed(null);
        }
        node.properties(property, PropertySelection.ALL_PROPERTIES);
        SortedMap<String, Object> values = values();
        String id = new PropertyValues(values).text(GraphSchema.ID);
        return new Element.Node(new ElementKey(type, id), List.of(), PropertyValues.withoutKey(values), List.of());
    }

    private SortedMap<String, Object> values() {
        SortedMap<String, Object> values = new TreeMap<>();
        while (property.next()) {
            String name = names.computeIfAbsent(property.propertyKey(), this::property);
            if (!UNDECODED.contains(name)) {
                values.put(
                        name, PropertyValues.fromNeo4j(property.propertyValue().asObject()));
            }
        }
        return values;
    }

    private String property(int key) {
        try {
            return tokens.propertyKeyName(key);
        } catch (KernelException gone) {
            throw changed(gone);
        }
    }

    /** The whole link, looked for at one of its ends; absent when that was not met or has very many. */
    Element.@Nullable Tie link(Link bare) {
        Place subject = known.named(bare.subject());
        Place object = known.named(bare.object());
        if (subject == null || object == null) {
            return null;
        }
        boolean outward = degree(subject) <= degree(object);
        Place near = outward ? subject : object;
        Place far = outward ? object : subject;
        if (degree(near) > FEW) {
            return null;
        }
        read.singleNode(near.reference(), node);
        if (node.next()) {
            int type = tokens.relationshipType(GraphSchema.token(bare.relation()));
            node.relationships(
                    link,
                    RelationshipSelection.selection(
                            new int[] {type}, outward ? Direction.OUTGOING : Direction.INCOMING));
            while (link.next()) {
                if (link.otherNodeReference() == far.reference()) {
                    link.properties(property, idKeys.selection);
                    if (bare.id().equals(idKeys.read(property, 0)[0])) {
                        link.properties(property, PropertySelection.ALL_PROPERTIES);
                        return new Element.Tie(
                                new ElementKey(bare.relation(), bare.id()),
                                bare.subject(),
                                bare.object(),
                                PropertyValues.withoutKey(values()));
                    }
                }
            }
        }
        return null;
    }

    private int degree(Place place) {
        return known.numbering().stop(place.stop()).degree();
    }

    private Neighbours of(Place place) {
        Neighbours neighbours = known.neighbours(place.number());
        return neighbours == null ? known.keep(place, read(place)) : neighbours;
    }

    private Neighbours read(Place place) {
        read.singleNode(place.reference(), node);
        if (!node.next()) {
            return packing.pack();
        }
        node.relationships(link, linkTypes);
        while (link.next()) {
            link.properties(property, linkKeys.selection);
            @Nullable Object[] values = linkKeys.read(property, 1);
            if (values[0] == null) {
                continue;
            }
            LinkStatus status =
                    statuses.computeIfAbsent(text(values[1], "status"), label -> Labelled.of(LinkStatus.class, label));
            double strength = number(values[2], "strength");
            boolean outward = link.sourceNodeReference() == place.reference();
            int sort = sort(outward, status);
            Place other = place(outward ? link.targetNodeReference() : link.sourceNodeReference());
            packing.add(sort, strength, other.number(), other.stop());
        }
        return packing.pack();
    }

    /** The number of the link's sort. */
    private int sort(boolean outward, LinkStatus status) {
        int slot = (link.type() * STATUSES + status.ordinal()) * 2 + (outward ? 1 : 0);
        if (slot >= sorts.length) {
            sorts = Arrays.copyOf(sorts, 2 * slot);
        }
        if (sorts[slot] == 0) {
            sorts[slot] = 1 + known.numbering().number(new Neighbour.Sort(relation(), outward, status));
        }
        return sorts[slot] - 1;
    }

    private Neighbour.Relation relation() {
        Neighbour.Relation relation = relations.get(link.type());
        if (relation == null) {
            link.properties(property, relationKeys.selection);
            @Nullable Object[] values = relationKeys.read(property, 0);
            relation = new Neighbour.Relation(
                    name(link.type()),
                    Labelled.of(RelationClass.class, text(values[0], "class")),
                    Boolean.TRUE.equals(values[1]),
                    number(values[2], "weight"));
            relations.put(link.type(), relation);
        }
        return relation;
    }

    private String name(int type) {
        try {
            return tokens.relationshipTypeName(type);
        } catch (KernelException gone) {
            throw changed(gone);
        }
    }

    private Place place(long reference) {
        Place place = known.at(reference);
        if (place == null) {
            read.singleNode(reference, node);
            if (!node.next()) {
                throw changed(null);
            }
            node.properties(property, entityKeys.selection);
            @Nullable Object[] values = entityKeys.read(property, 0);
            Neighbour.Stop stop = new Neighbour.Stop(
                    text(values[1], "kind"),
                    Boolean.TRUE.equals(values[2]),
                    values[3] instanceof Long degree ? Math.toIntExact(degree) : 0);
            place = known.keep(reference, text(values[0], GraphSchema.ID), stop);
        }
        return place;
    }

    private static String text(@Nullable Object value, String name) {
        if (value instanceof String text) {
            return text;
        }
        throw unexpected(name);
    }

    private static double number(@Nullable Object value, String name) {
        if (value instanceof Double number) {
            return number;
        }
        throw unexpected(name);
    }

    private static StoreException unexpected(String name) {
        return new StoreException("the graph holds an element without '" + name + "'; load the data again", null);
    }

    @Override
    public void close() {
        IOUtils.closeAllUnchecked(property, link, node);
    }

    private static StoreException changed(@Nullable Throwable cause) {
        return new StoreException("the graph changed while it was read; run the command again", cause);
    }
}
