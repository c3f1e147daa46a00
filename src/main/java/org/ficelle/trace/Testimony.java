package org.ficelle.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ficelle.model.Claim;
import org.ficelle.model.Document;
import org.ficelle.model.Entity;
import org.ficelle.model.Footing;
import org.ficelle.model.Hop;
import org.ficelle.model.Link;
import org.ficelle.model.NoPath;
import org.ficelle.model.Path;
import org.ficelle.model.Path.Break;
import org.ficelle.model.PathAnswer;
import org.ficelle.model.Stance;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/** Puts the claims and documents behind chains into an answer. */
final class Testimony {

    private final Surroundings surroundings;

    Testimony(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The chains as paths, with everything that speaks for and against each hop. */
    List<Path> paths(Ground ground, List<Label> chains) {
        List<List<List<Link>>> bare =
                chains.stream().map(chain -> links(ground, chain.nodes())).toList();
        surroundings.readWhole(
                bare.stream().flatMap(List::stream).flatMap(List::stream).toList());
        List<List<List<Link>>> walked = bare.stream()
                .map(hops -> hops.stream().map(this::whole).toList())
                .toList();
        List<Claim> claims = surroundings.claims(walked.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .flatMap(link -> Stream.concat(link.backing().claims().stream(), link.backing().against().stream()))
                .distinct()
                .toList());
        surroundings.readDocuments(claims);
        Comparator<Claim> order = Profiles.timeOrder(surroundings.documents());
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < chains.size(); i++) {
            paths.add(path(chains.get(i), walked.get(i), order));
        }
        return paths;
    }

    private List<Link> whole(List<Link> links) {
        return links.stream().map(surroundings::whole).toList();
    }

    /** For each hop the links between its ends, the strongest first. */
    private static List<List<Link>> links(Ground ground, List<Node> nodes) {
        List<List<Link>> links = new ArrayList<>();
        for (int i = 0; i + 1 < nodes.size(); i++) {
            links.add(ground.between(nodes.get(i), nodes.get(i + 1)));
        }
        return links;
    }

    private Path path(Label chain, List<List<Link>> walked, Comparator<Claim> order) {
        List<Node> nodes = chain.nodes();
        List<Hop> hops = new ArrayList<>();
        SortedSet<String> documents = new TreeSet<>();
        SortedSet<String> origins = new TreeSet<>();
        SortedMap<String, Break> breaks = new TreeMap<>();
        int weakest = 0;
        for (int i = 0; i < walked.size(); i++) {
            List<Link> links = walked.get(i);
            Link link = links.get(0);
            hops.add(new Hop(
                    nodes.get(i).id(),
                    nodes.get(i + 1).id(),
                    link,
                    sorted(surroundings.claims(link.backing().claims()), order),
                    sorted(surroundings.claims(link.backing().against()), order),
                    links.subList(1, links.size())));
            links.forEach(one -> documents.addAll(one.backing().documents()));
            links.forEach(one -> origins.addAll(one.backing().origins()));
            breaks(links).forEach(found -> breaks.merge(found.id(), found, (one, other) -> one.origin() ? one : other));
            if (link.strength() < hops.get(weakest).link().strength()) {
                weakest = i;
            }
        }
        return new Path(
                chain.rank().strength().exact().doubleValue(),
                hops,
                weakest,
                List.copyOf(documents),
                List.copyOf(origins),
                List.copyOf(breaks.values()));
    }

    /** The documents without which every assertion of every one of these links falls. */
    private List<Break> breaks(List<Link> links) {
        List<Claim> asserting = surroundings.claims(
                links.stream().flatMap(link -> link.backing().claims().stream()).toList());
        Set<String> pillars = null;
        Set<String> origins = new HashSet<>();
        for (Claim claim : asserting) {
            SortedSet<String> own = surroundings.lineage().pillars(claim);
            if (pillars == null) {
                pillars = new TreeSet<>(own);
            } else {
                pillars.retainAll(own);
            }
            origins.addAll(surroundings.lineage().origins(claim));
        }
        return pillars == null
                ? List.of()
                : pillars.stream()
                        .map(id -> new Break(id, origins.contains(id)))
                        .toList();
    }

    /** Claims that deny a proposition between the two or could not establish it. */
    List<Claim> findings(Node from, Node to) {
        List<Claim> findings = surroundings.claimsBetween(from, to).stream()
                .filter(claim -> claim.stance() == Stance.DENIES || claim.stance() == Stance.NOT_ESTABLISHED)
                .toList();
        surroundings.readDocuments(findings);
        return sorted(findings, Profiles.timeOrder(surroundings.documents()));
    }

    private static List<Claim> sorted(Collection<Claim> claims, Comparator<Claim> order) {
        return claims.stream().sorted(order).toList();
    }

    /** The answer, with the entities and documents that it names. */
    PathAnswer answer(
            Vertex from,
            Vertex to,
            List<Path> paths,
            @Nullable NoPath none,
            @Nullable Footing footing,
            List<Claim> findings) {
        List<Claim> cited = new ArrayList<>(findings);
        Set<String> ids = new TreeSet<>();
        for (Path path : paths) {
            for (Hop hop : path.hops()) {
                ids.add(hop.from());
                ids.add(hop.to());
                cited.addAll(hop.claims());
                cited.addAll(hop.against());
            }
        }
        if (none != null) {
            none.blocked().forEach(blocked -> ids.add(blocked.vertex().id()));
            none.leftOut().forEach(left -> left.links().forEach(link -> addEnds(link, ids)));
        }
        if (footing != null) {
            addNamed(footing, ids);
        }
        SortedMap<String, Document> documents = documents(cited, paths);
        cited.forEach(claim -> ids.addAll(Cited.entities(claim)));
        documents.values().forEach(document -> ids.addAll(Cited.entities(document)));
        return new PathAnswer(
                from,
                to,
                paths,
                none,
                footing,
                findings,
                List.copyOf(surroundings.lineage().independentOrigins(findings)),
                entities(from, to, ids),
                documents);
    }

    private static void addNamed(Footing footing, Set<String> ids) {
        for (Footing.Withdrawal withdrawal : footing.withdrawals()) {
            Footing.Route next = withdrawal.next();
            if (next != null) {
                ids.addAll(next.entities());
            }
        }
    }

    private static void addEnds(String link, Set<String> ids) {
        String[] words = link.split(" ", 3);
        ids.add(words[0]);
        ids.add(words[2]);
    }

    /** The documents in which the claims stand and those behind the paths, with all that they derive from. */
    private SortedMap<String, Document> documents(Collection<Claim> cited, Collection<Path> paths) {
        Set<String> wanted = new TreeSet<>();
        cited.forEach(claim -> wanted.add(claim.source().document()));
        paths.forEach(path -> wanted.addAll(path.documents()));
        Set<String> upstream = new TreeSet<>(wanted);
        wanted.forEach(id -> upstream.addAll(surroundings.lineage().ancestors(id)));
        SortedMap<String, Document> documents = new TreeMap<>();
        for (Map.Entry<String, Document> read : surroundings.documents().entrySet()) {
            if (upstream.contains(read.getKey())) {
                documents.put(read.getKey(), read.getValue());
            }
        }
        return documents;
    }

    private SortedMap<String, Entity> entities(Vertex from, Vertex to, Set<String> ids) {
        List<Node> nodes = ids.stream().map(surroundings::node).toList();
        surroundings.look(nodes);
        SortedMap<String, Entity> entities = new TreeMap<>();
        for (Node node : nodes) {
            Vertex vertex = node.vertex();
            if (vertex != null) {
                entities.put(node.id(), vertex.entity());
            }
        }
        entities.put(from.id(), from.entity());
        entities.put(to.id(), to.entity());
        return entities;
    }
}
