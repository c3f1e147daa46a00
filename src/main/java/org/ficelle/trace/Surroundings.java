package org.ficelle.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.check.Lineage;
import org.ficelle.graph.Neighbour;
import org.ficelle.graph.Neighbours;
import org.ficelle.graph.Numbering;
import org.ficelle.graph.View;
import org.ficelle.model.Claim;
import org.ficelle.model.Document;
import org.ficelle.model.Link;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/** What was read of the graph for one question. Reads in batches, and nothing twice. */
final class Surroundings {

    private static final int FIRST_BATCH = 4;
    private static final int LARGEST_BATCH = 256;

    private final View view;
    private final Budget budget;
    private final Map<String, Link> whole = new HashMap<>();
    private final Numbering numbering;
    private final Set<Node> looked = new LinkedHashSet<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final SortedMap<String, Document> documents = new TreeMap<>();
    private final Lineage lineage = new Lineage(documents, this::canonical);

    /** By the numbers of their entities; each is in the first place from its own on that was free when it came. */
    private @Nullable Node[] nodes = new Node[1 << 12];

    private int met;
    private int read;
    private int calls;
    private int batch = FIRST_BATCH;

    Surroundings(View view, Budget budget) {
        this.view = view;
        this.numbering = view.numbering();
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    /** What the numbers stand for that packed neighbours go by. */
    Numbering numbering() {
        return numbering;
    }

    Node node(String id) {
        return node(numbering.number(id));
    }

    private Node node(int number) {
        Node node = known(number);
        return node == null ? add(number) : node;
    }

    /** The node of the entity with the number; absent when it was not met. */
    @Nullable
    Node known(int number) {
        for (int at = slot(number); ; at = at + 1 & nodes.length - 1) {
            Node node = nodes[at];
            if (node == null || node.number() == number) {
                return node;
            }
        }
    }

    private Node add(int number) {
        if (2 * met >= nodes.length) {
            @Nullable Node[] fewer = nodes;
            nodes = new Node[2 * fewer.length];
            for (Node node : fewer) {
                if (node != null) {
                    put(node);
                }
            }
        }
        Node node = new Node(met++, number, numbering);
        put(node);
        return node;
    }

    private void put(Node node) {
        int at = slot(node.number());
        while (nodes[at] != null) {
            at = at + 1 & nodes.length - 1;
        }
        nodes[at] = node;
    }

    private int slot(int number) {
        int mixed = number * 0x9e3779b9;
        return (mixed ^ mixed >>> 16) & nodes.length - 1;
    }

    /** The node at the other end of a link. */
    Node node(Neighbours links, int link) {
        Node node = node(links.entity(link));
        if (node.stop() == null) {
            node.met(numbering.stop(links.stop(link)));
        }
        return node;
    }

    Node node(Vertex vertex) {
        Node node = node(vertex.id());
        node.found(vertex);
        looked.add(node);
        return node;
    }

    /** How many nodes to ask for next: few at first, so that a short search stays cheap, then more and more. */
    int batch() {
        if (view.isNear()) {
            return 1;
        }
        int now = batch;
        batch = Math.min(2 * batch, LARGEST_BATCH);
        return now;
    }

    /** Looks up the entities of these nodes. */
    void look(Collection<Node> wanted) {
        List<Node> missing = wanted.stream()
                .filter(node -> !looked.contains(node))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        calls++;
        Map<String, Vertex> found = view.vertices(missing.stream().map(Node::id).toList());
        for (Node node : missing) {
            Vertex vertex = found.get(node.id());
            if (vertex != null) {
                node.found(vertex);
            }
            looked.add(node);
        }
    }

    /** Reads the links of these nodes, each named once. Throws {@link Budget.Spent} when no more may be read. */
    void read(Collection<Node> wanted) {
        boolean asked = false;
        List<Node> unknown = new ArrayList<>();
        for (Node node : wanted) {
            if (!node.isRead()) {
                if (!asked) {
                    asked = true;
                    budget.beforeReading();
                    calls++;
                }
                Neighbours known = view.known(node.number());
                if (known == null) {
                    unknown.add(node);
                } else {
                    read(node, known);
                }
            }
        }
        if (!unknown.isEmpty()) {
            Map<String, List<Neighbour>> found =
                    view.neighbours(unknown.stream().map(Node::id).toList());
            for (Node node : unknown) {
                read(node, Neighbours.of(found.getOrDefault(node.id(), List.of()), numbering));
            }
        }
    }

    private void read(Node node, Neighbours neighbours) {
        node.read(neighbours);
        read++;
        budget.read(neighbours.size());
    }

    /** Reads what these links rest on, to be called before they are looked at one by one. */
    void readWhole(Collection<Link> links) {
        Map<String, Link> missing = new LinkedHashMap<>();
        for (Link link : links) {
            if (link.isBare() && !whole.containsKey(link.id())) {
                missing.put(link.id(), link);
            }
        }
        if (!missing.isEmpty()) {
            calls++;
            whole.putAll(view.whole(missing.values()));
        }
    }

    /** The link with what it rests on. */
    Link whole(Link link) {
        if (!link.isBare()) {
            return link;
        }
        readWhole(List.of(link));
        Link read = whole.get(link.id());
        return read == null ? link : link.with(read.backing());
    }

    /** Those of the claims that are in the graph, in the order of the ids. */
    List<Claim> claims(Collection<String> ids) {
        List<String> missing =
                ids.stream().filter(id -> !claims.containsKey(id)).distinct().toList();
        if (!missing.isEmpty()) {
            calls++;
            claims.putAll(view.claims(missing));
        }
        List<Claim> found = new ArrayList<>();
        for (String id : ids) {
            Claim claim = claims.get(id);
            if (claim != null) {
                found.add(claim);
            }
        }
        return found;
    }

    /** Reads the documents in which these claims stand, with all that these derive from, and who is behind them. */
    void readDocuments(Collection<Claim> cited) {
        readDocumentsNamed(
                cited.stream().map(claim -> claim.source().document()).toList());
        look(cited.stream().map(claim -> node(claim.source().assertedBy())).toList());
    }

    /** Reads the documents with these ids, with all that these derive from, and who is behind them. */
    void readDocumentsNamed(Collection<String> ids) {
        List<String> missing =
                ids.stream().filter(id -> !documents.containsKey(id)).distinct().toList();
        if (missing.isEmpty()) {
            return;
        }
        calls++;
        Map<String, Document> found = view.documents(missing);
        documents.putAll(found);
        look(found.values().stream()
                .flatMap(document -> Cited.entities(document).stream())
                .map(this::node)
                .toList());
    }

    /** The id that stands for the entity, once it was looked up. */
    String canonical(String id) {
        Vertex vertex = node(id).vertex();
        return vertex == null ? id : vertex.id();
    }

    /** The same where each entity goes by the id that stands for it. */
    Rules.Passage canonical(Rules.Passage passage) {
        look(Stream.concat(passage.through().stream(), passage.avoid().stream())
                .map(this::node)
                .toList());
        return new Rules.Passage(canonical(passage.through()), canonical(passage.avoid()), passage.hubDegree());
    }

    private Set<String> canonical(Set<String> ids) {
        return ids.stream().map(this::canonical).collect(Collectors.toSet());
    }

    /** The documents read so far. */
    SortedMap<String, Document> documents() {
        return documents;
    }

    /** The lineage of the documents read so far. */
    Lineage lineage() {
        return lineage;
    }

    /** Claims between the two, and denials that oppose any of these from elsewhere; by id. */
    List<Claim> claimsBetween(Node one, Node other) {
        calls++;
        SortedMap<String, Claim> found = new TreeMap<>();
        view.claimsBetween(one.id(), other.id()).forEach(claim -> found.put(claim.id(), claim));
        if (!found.isEmpty()) {
            calls++;
            List<String> between = List.copyOf(found.keySet());
            view.denialsOf(between).forEach(claim -> found.put(claim.id(), claim));
        }
        return List.copyOf(found.values());
    }

    /** How many entities' links were read. */
    int entitiesRead() {
        return read;
    }

    /** How often the store was asked. */
    int calls() {
        return calls;
    }
}
