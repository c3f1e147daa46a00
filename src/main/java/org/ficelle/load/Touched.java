package org.ficelle.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.check.Checker;
import org.ficelle.check.Ids;
import org.ficelle.graph.Change;
import org.ficelle.graph.ClaimCodec;
import org.ficelle.graph.DocumentCodec;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.View;
import org.ficelle.model.Annotations;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Denial;
import org.ficelle.model.Document;
import org.ficelle.model.Dossier;
import org.ficelle.model.Entity;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.ficelle.model.Ontology;
import org.ficelle.model.Proposition;
import org.ficelle.model.Relation;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Scope;
import org.ficelle.model.Stance;
import org.ficelle.model.Value;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/**
 * What the change of some dossiers bears on: the elements that they declare otherwise, the links of these claims'
 * propositions, denials on the same propositions, and the degrees of the ends.
 *
 * <p>The rest of the data, as far as these hang on it, is taken from the graph as if one more dossier declared it.
 */
final class Touched {

    /** No dossier can have it: a blank is no part of a dossier's name. */
    private static final String CONTEXT = " ";

    private static final Location NOWHERE = new Location(CONTEXT, 1, 1);

    private final View view;
    private final Ontology ontology;
    private final Ids ids;
    private final SortedMap<String, Element.Node> known;
    private final Function<String, Optional<Dossier>> reader;

    /** The dossiers that are read, as they are now; those that did not change are there for what they share. */
    private final SortedMap<String, Dossier> now = new TreeMap<>();

    /** The same as nodes. */
    private final Map<String, Element.Node> nodes = new HashMap<>();

    private final Set<String> gone = new HashSet<>();

    /** For every element that one of these dossiers declares or declared, by dossier, the digest of its declaration. */
    private final SortedMap<ElementKey, SortedMap<String, String>> before = new TreeMap<>();

    private final SortedMap<ElementKey, SortedMap<String, String>> after = new TreeMap<>();

    /** What is declared otherwise than before. */
    private final SortedSet<ElementKey> delta = new TreeSet<>();

    /** Claims that are put otherwise, by id, as they are to be: nothing else hangs on the difference. */
    private final Map<String, Element.Node> reworded = new HashMap<>();

    /** Ids of the claims that are declared otherwise, and so that others may hang on them. */
    private final Set<String> recast = new HashSet<>();

    /** Ids of the denials on what changed: what they deny is worked out anew. */
    private final Set<String> denials = new HashSet<>();

    private final Map<String, Vertex> vertices = new HashMap<>();

    /** Ids of entities that were looked for, be they in the graph or not. */
    private final Set<String> looked = new HashSet<>();

    /** What was read of the graph, and the keys that were asked for. */
    private final Map<ElementKey, Element> stored = new HashMap<>();

    private final Set<ElementKey> sought = new HashSet<>();

    private final SortedMap<ElementKey, Element> elements = new TreeMap<>();
    private LoadPlan plan = LoadPlan.of(List.of(), new TreeMap<>());

    Touched(
            View view,
            Ontology ontology,
            Ids ids,
            SortedMap<String, Element.Node> known,
            Function<String, Optional<Dossier>> reader) {
        this.view = view;
        this.ontology = ontology;
        this.ids = ids;
        this.known = known;
        this.reader = reader;
    }

    /** The change could bear on more than is worked out here, or the data is faulty: the load goes the full way. */
    private static final class FullWay extends Exception {

        private static final long serialVersionUID = 1L;

        FullWay() {
            super(null, null, false, false);
        }
    }

    private static void fullWayIf(boolean doubt) throws FullWay {
        if (doubt) {
            throw new FullWay();
        }
    }

    private static <T> T sure(Optional<T> found) throws FullWay {
        return found.orElseThrow(FullWay::new);
    }

    LoadPlan plan() {
        return plan;
    }

    /** The element as it is to be, if it is among those that were worked out. */
    Optional<Element> element(ElementKey key) {
        return Optional.ofNullable(elements.get(key));
    }

    /**
     * Works the change out; empty when the load has to go the full way.
     *
     * @param changed the nodes of dossiers that declare something else than before, by name
     * @param removed names of dossiers that are no more
     * @param read the changed dossiers, and perhaps others
     * @param present how many elements the graph holds of each sort, in {@link LoadCounts#read}
     */
    Optional<Touched> plan(
            Map<String, Element.Node> changed,
            Set<String> removed,
            SortedMap<String, Dossier> read,
            SortedMap<Sort, LoadCounts> present) {
        try {
            changed.keySet().forEach(name -> now.put(name, Objects.requireNonNull(read.get(name))));
            nodes.putAll(changed);
            gone.addAll(removed);
            compare();
            readWhatElseDeclares();
            reword();
            Set<Proposition> propositions = propositions();
            Corpus corpus = corpus(propositions);
            plan = LoadPlan.of(changes(corpus, propositions), present);
            return Optional.of(this);
        } catch (FullWay doubt) {
            return Optional.empty();
        }
    }

    private void compare() {
        Set<String> names = new TreeSet<>(gone);
        names.addAll(now.keySet());
        List<ElementKey> keys = names.stream()
                .filter(known::containsKey)
                .map(name -> new ElementKey(GraphSchema.DOSSIER, name))
                .toList();
        stored(keys).forEach(dossier -> declare(dossier, before));
        nodes.values().forEach(dossier -> declare(dossier, after));
        Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .forEach(delta::add);
    }

    /** Those of the elements that are in the graph; none is read twice. */
    private List<Element> stored(Collection<ElementKey> keys) {
        List<ElementKey> fresh = keys.stream().filter(sought::add).toList();
        if (!fresh.isEmpty()) {
            stored.putAll(view.stored(fresh));
        }
        return keys.stream().map(stored::get).filter(Objects::nonNull).toList();
    }

    private static void declare(Element dossier, Map<ElementKey, SortedMap<String, String>> declared) {
        for (String entry : Reload.texts(dossier, GraphSchema.DECLARES)) {
            int first = entry.indexOf(' ');
            int last = entry.lastIndexOf(' ');
            ElementKey key = new ElementKey(entry.substring(0, first), entry.substring(first + 1, last));
            declared.computeIfAbsent(key, one -> new TreeMap<>())
                    .put(dossier.key().id(), entry.substring(last + 1));
        }
    }

    /** Other dossiers that declare the same elements have to be compared with them. */
    private void readWhatElseDeclares() throws FullWay {
        Set<String> others = new TreeSet<>();
        stored(delta).forEach(element -> others.addAll(Reload.texts(element, "dossiers")));
        others.removeAll(now.keySet());
        others.removeAll(gone);
        for (String name : others) {
            Dossier dossier = sure(reader.apply(name));
            Element.Node node = DossierNode.of(dossier, ids);
            now.put(name, dossier);
            declare(node, before);
            declare(node, after);
        }
    }

    /** What the dossiers say together with what they hang on. */
    private Corpus corpus(Set<Proposition> propositions) throws FullWay {
        checkSpellings();
        checkTargets(propositions);
        SortedMap<String, Claim> claims = contextClaims(propositions);
        Set<String> entityIds = new HashSet<>();
        Set<String> documentIds = new HashSet<>();
        List<Dossier> all = new ArrayList<>();
        now.values().forEach(dossier -> all.add(otherwise(dossier)));
        for (Dossier dossier : all) {
            dossier.claims().forEach(claim -> refer(claim.value(), entityIds, documentIds));
            dossier.documents().forEach(document -> refer(document.value(), entityIds, documentIds));
        }
        claims.values().forEach(claim -> refer(claim, entityIds, documentIds));
        SortedMap<String, Document> documents = new TreeMap<>(view.documents(documentIds));
        documents.keySet().removeIf(id -> delta.contains(new ElementKey(GraphSchema.DOCUMENT, id)));
        documents.values().forEach(document -> refer(document, entityIds, documentIds));
        look(entityIds);
        List<Located<Entity>> entities = new ArrayList<>();
        for (String id : entityIds) {
            Vertex vertex = vertices.get(id);
            if (vertex != null && !delta.contains(new ElementKey(GraphSchema.ENTITY, id))) {
                entities.add(located(member(vertex, id)));
            }
        }
        all.add(new Dossier(
                located(CONTEXT),
                null,
                CONTEXT,
                "",
                documents.values().stream().map(Touched::located).toList(),
                entities,
                claims.values().stream().map(Touched::located).toList()));
        Corpus corpus = sure(Checker.check(ontology, all).corpus());
        return joined(corpus);
    }

    /** What the dossier declares otherwise than before; the rest of it is in the graph. */
    private Dossier otherwise(Dossier dossier) {
        return new Dossier(
                dossier.name(),
                dossier.title(),
                dossier.file(),
                dossier.sha256(),
                dossier.documents().stream()
                        .filter(document -> delta.contains(new ElementKey(
                                GraphSchema.DOCUMENT, document.value().id())))
                        .toList(),
                dossier.entities().stream()
                        .filter(entity -> delta.contains(new ElementKey(
                                GraphSchema.ENTITY, ids.known(entity.value().id()))))
                        .toList(),
                recast(dossier).toList());
    }

    private static <T> Located<T> located(T value) {
        return new Located<>(value, NOWHERE, Map.of());
    }

    private static Entity member(Vertex vertex, String id) {
        Entity entity = vertex.entity();
        return new Entity(id, entity.kind(), entity.name(), List.of(), null, false, Annotations.NONE);
    }

    private void refer(Claim claim, Set<String> entities, Set<String> documents) {
        entities.add(ids.known(claim.subject()));
        entities.add(ids.known(claim.source().assertedBy()));
        Stream.ofNullable(claim.object()).map(ids::known).forEach(entities::add);
        documents.add(claim.source().document());
    }

    private void refer(Document document, Set<String> entities, Set<String> documents) {
        Stream.concat(Stream.ofNullable(document.publication().publisher()), document.publication().authors().stream())
                .map(ids::known)
                .forEach(entities::add);
        documents.addAll(document.derivesFrom());
    }

    private void look(Collection<String> entities) {
        List<String> unseen = entities.stream().filter(looked::add).toList();
        if (!unseen.isEmpty()) {
            vertices.putAll(view.vertices(unseen));
        }
    }

    private String canonical(String entity) {
        Vertex vertex = vertices.get(entity);
        return vertex == null ? entity : vertex.id();
    }

    /** An entity has the spellings of all files among its aliases. */
    private void checkSpellings() throws FullWay {
        Set<String> was = new TreeSet<>();
        Set<String> is = new TreeSet<>();
        known.forEach((name, dossier) -> {
            was.addAll(Reload.texts(dossier, GraphSchema.SPELLS));
            if (!gone.contains(name) && !nodes.containsKey(name)) {
                is.addAll(Reload.texts(dossier, GraphSchema.SPELLS));
            }
        });
        nodes.values().forEach(dossier -> is.addAll(Reload.texts(dossier, GraphSchema.SPELLS)));
        fullWayIf(!was.equals(is));
    }

    /**
     * Finds the claims that only one dossier declares, before and now, and that differ in nothing on which another element
     * hangs. Who and what they name was checked when they were loaded.
     */
    private void reword() {
        List<Candidate> candidates = new ArrayList<>();
        now.values().stream()
                .flatMap(dossier -> dossier.claims().stream())
                .map(Located::value)
                .forEach(claim -> {
                    ElementKey key = new ElementKey(GraphSchema.CLAIM, ids.of(claim));
                    if (delta.contains(key) && isDeclaredOnce(before, key) && isDeclaredOnce(after, key)) {
                        Element was = stored.get(key);
                        if (was != null) {
                            candidates.add(new Candidate((Element.Node) was, claim));
                        }
                    }
                });
        candidates.parallelStream()
                .flatMap(candidate -> reworded(candidate.was(), candidate.is()).stream())
                .toList()
                .forEach(claim -> reworded.put(claim.key().id(), claim));
        delta.stream()
                .filter(key -> key.type().equals(GraphSchema.CLAIM))
                .map(ElementKey::id)
                .filter(id -> !reworded.containsKey(id))
                .forEach(recast::add);
    }

    /** A claim as it is stored, and as it is declared now. */
    private record Candidate(Element.Node was, Claim is) {}

    private static boolean isDeclaredOnce(Map<ElementKey, SortedMap<String, String>> declared, ElementKey key) {
        SortedMap<String, String> dossiers = declared.get(key);
        return dossiers != null && dossiers.size() == 1;
    }

    /** Whether the two, of one id, differ in nothing on which another element hangs. */
    private boolean bearsAlike(Claim was, Claim is) {
        Denial denial = is.scope().denial();
        Relation relation = ontology.relations().get(was.relation());
        // Of all that is put in words, the rules ask only whether a judgement of identity has its basis.
        boolean isJudgement = relation == null || relation.relationClass() == RelationClass.IDENTITY;
        return (!isJudgement || (was.wording().note() == null) == (is.wording().note() == null))
                && was.modality() == is.modality()
                && Objects.equals(was.appraisal().confidence(), is.appraisal().confidence())
                && was.scope().period().equals(is.scope().period())
                && was.scope().denial().general() == denial.general()
                && Set.copyOf(was.scope().denial().targets())
                        .equals(Set.copyOf(
                                denial.targets().stream().map(ids::target).toList()));
    }

    /**
     * The claim in its new words; whom it names, where it comes from and what it denies are as they were. Empty when it
     * differs in more.
     */
    private Optional<Element.Node> reworded(Element.Node was, Claim is) {
        Claim old = ClaimCodec.decode(was);
        if (!bearsAlike(old, is)) {
            return Optional.empty();
        }
        Collection<String> dossiers =
                Objects.requireNonNull(after.get(was.key())).keySet();
        Scope scope = is.scope();
        Claim claim = new Claim(
                old.id(),
                old.proposition(),
                is.stance(),
                is.modality(),
                old.source(),
                is.wording(),
                is.appraisal(),
                new Scope(
                        scope.period(),
                        scope.quantity(),
                        old.scope().denial(),
                        scope.marking(),
                        scope.ref().stream().distinct().sorted().toList()));
        return Optional.of(new Element.Node(
                was.key(),
                List.of(),
                ClaimCodec.encode(
                                claim,
                                id -> id,
                                new ClaimCodec.Context(Reload.texts(was, "origins"), List.of(), dossiers))
                        .properties(),
                was.edges()));
    }

    private Stream<Located<Claim>> recast(Dossier dossier) {
        return recast.isEmpty()
                ? Stream.empty()
                : dossier.claims().stream().filter(claim -> recast.contains(ids.of(claim.value())));
    }

    /** The propositions of all claims that are declared otherwise, with merged entities replaced. */
    private Set<Proposition> propositions() throws FullWay {
        List<Claim> claims = new ArrayList<>();
        now.values().forEach(dossier -> recast(dossier).map(Located::value).forEach(claims::add));
        stored(delta).stream()
                .filter(element -> recast.contains(element.key().id()))
                .forEach(claim -> claims.add(ClaimCodec.decode((Element.Node) claim)));
        Set<String> ends = new HashSet<>();
        for (Claim claim : claims) {
            Relation relation = sure(Optional.ofNullable(ontology.relations().get(claim.relation())));
            fullWayIf(relation.relationClass() == RelationClass.IDENTITY);
            fullWayIf(!claim.scope().denial().targets().isEmpty());
            ends.add(ids.known(claim.subject()));
            Stream.ofNullable(claim.object()).map(ids::known).forEach(ends::add);
        }
        look(ends);
        Set<Proposition> propositions = new LinkedHashSet<>();
        claims.forEach(claim -> propositions.add(canonical(claim)));
        return propositions;
    }

    private Proposition canonical(Claim claim) {
        String object = claim.object();
        return new Proposition(
                canonical(ids.known(claim.subject())),
                claim.relation(),
                object == null ? null : canonical(ids.known(object)),
                claim.proposition().value());
    }

    /** A denial elsewhere may target what changed, and would then have to be there. */
    private void checkTargets(Set<Proposition> propositions) throws FullWay {
        Set<String> targets = new HashSet<>();
        known.values().forEach(dossier -> targets.addAll(Reload.texts(dossier, GraphSchema.TARGETS)));
        nodes.values().forEach(dossier -> targets.addAll(Reload.texts(dossier, GraphSchema.TARGETS)));
        if (targets.isEmpty()) {
            return;
        }
        for (ElementKey key : delta) {
            fullWayIf(targets.contains(key.id()) && !reworded.containsKey(key.id()));
        }
        look(propositions.stream()
                .flatMap(proposition ->
                        Stream.concat(Stream.of(proposition.subject()), Stream.ofNullable(proposition.object())))
                .toList());
        for (Proposition proposition : propositions) {
            String object = proposition.object();
            for (String subject : members(proposition.subject())) {
                for (String other : object == null ? List.of("") : members(object)) {
                    fullWayIf(targets.contains(new Proposition(
                                    subject, proposition.relation(), object == null ? null : other, proposition.value())
                            .id()));
                }
            }
        }
    }

    private List<String> members(String entity) {
        Vertex vertex = vertices.get(entity);
        return vertex == null ? List.of(entity) : vertex.members();
    }

    /**
     * The claims of other dossiers on the propositions, and those that denials target; what denials among these target
     * in their turn bears on nothing here.
     */
    private SortedMap<String, Claim> contextClaims(Set<Proposition> propositions) {
        SortedMap<String, Claim> claims = new TreeMap<>();
        Set<String> targets = new TreeSet<>();
        for (Dossier dossier : now.values()) {
            recast(dossier)
                    .flatMap(claim -> claim.value().scope().denial().targets().stream())
                    .forEach(target -> targets.add(ids.target(target)));
        }
        for (Claim claim : claimsOn(propositions)) {
            if (!recast.contains(claim.id())) {
                claims.put(claim.id(), claim);
                targets.addAll(claim.scope().denial().targets());
            }
        }
        List<Claim> targeted = new ArrayList<>(view.claims(targets).values());
        targeted.addAll(claimsOn(targeted(targets)));
        for (Claim claim : targeted) {
            if (!recast.contains(claim.id())) {
                claims.putIfAbsent(claim.id(), untargeted(claim));
            }
        }
        return claims;
    }

    /** The propositions among the targets of denials, with merged entities replaced. */
    private Set<Proposition> targeted(Set<String> targets) {
        List<String[]> split = targets.stream()
                .map(target -> target.split(" ", 3))
                .filter(words -> words.length == 3)
                .toList();
        look(split.stream().flatMap(words -> Stream.of(words[0], words[2])).toList());
        Set<Proposition> propositions = new LinkedHashSet<>();
        for (String[] words : split) {
            String subject = canonical(words[0]);
            propositions.add(
                    words[2].startsWith("= ")
                            // Of a target only the words of the value are known, and only these are compared.
                            ? Proposition.of(subject, words[1], new Value.Text(words[2].substring(2)))
                            : Proposition.of(subject, words[1], canonical(words[2])));
        }
        return propositions;
    }

    private List<Claim> claimsOn(Set<Proposition> propositions) {
        Set<String> ids = propositions.stream().map(Proposition::id).collect(Collectors.toSet());
        List<Claim> alike = view.claimsOn(propositions);
        look(ends(alike));
        return alike.stream()
                .filter(claim -> ids.contains(canonical(claim).id()))
                .toList();
    }

    private static Set<String> ends(Collection<Claim> claims) {
        Set<String> ends = new HashSet<>();
        for (Claim claim : claims) {
            ends.add(claim.subject());
            Stream.ofNullable(claim.object()).forEach(ends::add);
        }
        return ends;
    }

    private static Claim untargeted(Claim claim) {
        Scope scope = claim.scope();
        return new Claim(
                claim.id(),
                claim.proposition(),
                claim.stance(),
                claim.modality(),
                claim.source(),
                claim.wording(),
                claim.appraisal(),
                new Scope(
                        scope.period(),
                        scope.quantity(),
                        new Denial(List.of(), scope.denial().general()),
                        scope.marking(),
                        scope.ref()));
    }

    /** With the graph's knowledge of who is one and of how others spell entities. */
    private Corpus joined(Corpus corpus) {
        look(corpus.entities().keySet());
        SortedMap<String, String> canonical = new TreeMap<>();
        SortedMap<String, Entity> entities = new TreeMap<>(corpus.entities());
        for (String id : corpus.entities().keySet()) {
            Vertex vertex = vertices.get(id);
            if (vertex != null && vertex.members().size() > 1) {
                canonical.put(id, vertex.id());
            }
        }
        known.values().stream()
                .flatMap(dossier -> Reload.texts(dossier, GraphSchema.SPELLS).stream())
                .forEach(spelling -> {
                    int blank = spelling.indexOf(' ');
                    entities.computeIfPresent(
                            spelling.substring(0, blank),
                            (id, entity) -> alsoNamed(entity, spelling.substring(blank + 1)));
                });
        return new Corpus(ontology, entities, corpus.documents(), corpus.claims(), corpus.dossiers(), canonical);
    }

    private static Entity alsoNamed(Entity entity, String alias) {
        SortedSet<String> aliases = new TreeSet<>(entity.aliases());
        if (!alias.equals(entity.name())) {
            aliases.add(alias);
        }
        return new Entity(
                entity.id(),
                entity.kind(),
                entity.name(),
                List.copyOf(aliases),
                entity.description(),
                entity.placeholder(),
                entity.annotations());
    }

    private List<Change> changes(Corpus corpus, Set<Proposition> propositions) throws FullWay {
        Drawing drawing = new Drawing(corpus);

        Map<String, Integer> degrees = new HashMap<>();
        SortedSet<ElementKey> keys = new TreeSet<>(delta);
        Stream.concat(nodes.keySet().stream(), gone.stream())
                .forEach(name -> keys.add(new ElementKey(GraphSchema.DOSSIER, name)));
        Set<String> touched = new HashSet<>();
        for (Proposition proposition : propositions) {
            touched.add(proposition.id());
            String object = proposition.object();
            if (object != null) {
                keys.add(new ElementKey(proposition.relation(), proposition.id()));
            }
        }
        corpus.claims().values().stream()
                .filter(claim -> claim.stance() == Stance.DENIES)
                .filter(claim -> touched.contains(canonical(claim).id()))
                .map(Claim::id)
                .forEach(denials::add);
        denials.forEach(id -> keys.add(new ElementKey(GraphSchema.CLAIM, id)));
        stored(keys);
        for (Proposition proposition : propositions) {
            String object = proposition.object();
            if (object != null && ontology.relation(proposition.relation()).walkable()) {
                ElementKey link = new ElementKey(proposition.relation(), proposition.id());
                int more = (drawing.element(link, 0).isPresent() ? 1 : 0) - (stored.containsKey(link) ? 1 : 0);
                degrees.merge(proposition.subject(), more, Integer::sum);
                if (!object.equals(proposition.subject())) {
                    degrees.merge(object, more, Integer::sum);
                }
            }
        }
        degrees.values().removeIf(more -> more == 0);
        List<ElementKey> ends = degrees.keySet().stream()
                .map(id -> new ElementKey(GraphSchema.ENTITY, id))
                .filter(keys::add)
                .toList();
        stored(ends);
        List<Change> changes = new ArrayList<>();
        List<ElementKey> going = new ArrayList<>();
        look(delta.stream()
                .filter(key -> key.type().equals(GraphSchema.ENTITY))
                .map(ElementKey::id)
                .toList());
        for (ElementKey key : keys) {
            Element was = stored.get(key);
            Optional<Element> is = element(key, drawing, was, degrees);
            checkBearing(key, was, is.orElse(null), corpus);
            if (is.isEmpty()) {
                if (was != null) {
                    changes.add(new Change.Remove(key));
                    going.add(key);
                }
            } else {
                elements.put(key, is.get());
                if (was == null) {
                    changes.add(new Change.Create(is.get()));
                } else if (!was.content().equals(is.get().content())) {
                    changes.add(new Change.Update(is.get(), was));
                }
            }
        }
        checkUnused(going);
        return changes;
    }

    private Optional<Element> element(
            ElementKey key, Drawing drawing, @Nullable Element was, Map<String, Integer> degrees) {
        if (key.type().equals(GraphSchema.DOSSIER)) {
            return Optional.ofNullable(nodes.get(key.id()));
        }
        if (key.type().equals(GraphSchema.CLAIM) && !recast.contains(key.id())) {
            Optional<Element.Node> claim = Optional.ofNullable(reworded.getOrDefault(key.id(), (Element.Node) was));
            return denials.contains(key.id())
                    ? claim.flatMap(kept -> drawing.element(key, 0).map(drawn -> denyingAs(kept, (Element.Node) drawn)))
                    : claim.map(Function.identity());
        }
        long before = was != null && was.properties().get("degree") instanceof Long number ? number : 0;
        int degree = (int) before + degrees.getOrDefault(key.id(), 0);
        if (key.type().equals(GraphSchema.ENTITY) && !delta.contains(key)) {
            return Optional.ofNullable(was).map(element -> element.content().with(Map.of("degree", (long) degree)));
        }
        return drawing.element(key, degree);
    }

    /** The claim with what the other denies. */
    private static Element denyingAs(Element.Node claim, Element.Node denial) {
        List<Element.Edge> edges = new ArrayList<>();
        claim.edges().stream()
                .filter(edge -> !edge.type().equals(GraphSchema.DENIES))
                .forEach(edges::add);
        denial.edges().stream()
                .filter(edge -> edge.type().equals(GraphSchema.DENIES))
                .forEach(edges::add);
        return new Element.Node(claim.key(), claim.labels(), claim.properties(), edges);
    }

    /** Whether the change of an element bears on others than those that are worked out. */
    private void checkBearing(ElementKey key, @Nullable Element was, @Nullable Element is, Corpus corpus)
            throws FullWay {
        boolean document = key.type().equals(GraphSchema.DOCUMENT);
        if (!delta.contains(key) || !document && !key.type().equals(GraphSchema.ENTITY)) {
            return;
        }
        Vertex vertex = document ? null : vertices.get(key.id());
        fullWayIf(vertex != null && vertex.members().size() > 1);
        if (was == null || is == null) {
            return;
        }
        if (document) {
            Document old = DocumentCodec.decode((Element.Node) was);
            Document present = Objects.requireNonNull(corpus.documents().get(key.id()));
            fullWayIf(!old.derivesFrom().equals(present.derivesFrom())
                    || !Objects.equals(
                            old.publication().publisher(), present.publication().publisher())
                    || !old.publication().authors().equals(present.publication().authors()));
        } else {
            fullWayIf(!Objects.equals(
                    was.properties().get("kind"), is.properties().get("kind")));
        }
    }

    /** Nothing that stays may refer to what goes; what was read has been checked for it. */
    private void checkUnused(List<ElementKey> going) throws FullWay {
        List<ElementKey> used = going.stream()
                .filter(key ->
                        key.type().equals(GraphSchema.DOCUMENT) || key.type().equals(GraphSchema.ENTITY))
                .toList();
        if (used.isEmpty()) {
            return;
        }
        fullWayIf(view.tiedTo(used).stream()
                .anyMatch(other -> !delta.contains(other) || reworded.containsKey(other.id())));
        Set<String> entities = used.stream()
                .filter(key -> key.type().equals(GraphSchema.ENTITY))
                .map(ElementKey::id)
                .collect(Collectors.toSet());
        if (!entities.isEmpty()) {
            fullWayIf(view.nodes(GraphSchema.DOCUMENT, "", Set.of("authors")).stream()
                    .filter(document -> !delta.contains(document.key()))
                    .anyMatch(document ->
                            Reload.texts(document, "authors").stream().anyMatch(entities::contains)));
        }
    }
}
