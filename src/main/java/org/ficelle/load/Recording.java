package org.ficelle.load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ficelle.graph.Change;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.View;
import org.ficelle.model.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * What a load writes besides the data: its record, what it did to each element, tombstones of the claims it removes, and
 * where dossiers were read and claims first seen.
 */
final class Recording {

    /** When a load creates more elements, those are not listed: each claim knows its first load anyhow. */
    private static final int MOST_CREATIONS = 10_000;

    private static final int MOST_CHANGES = 100_000;

    static final String LAST_SEEN = "lastSeen";
    static final String RETIRED_BY = "retiredBy";

    private final View view;
    private final Inputs inputs;
    private final @Nullable LoadRecord before;
    private final ZonedDateTime at;
    private final long number;

    /** Where each dossier of the graph was read, by its name. */
    private final Map<String, SourceFile> recorded;

    private Recording(View view, Inputs inputs, Clock clock) {
        this.view = view;
        this.inputs = inputs;
        this.before = LoadRecord.last(view).orElse(null);
        this.at = ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
        this.number = before == null ? 1 : before.number() + 1;
        this.recorded = recorded(view);
    }

    /**
     * All that the load is to write; nothing when the graph says what the data says and the files are those of the last
     * load.
     *
     * @param dossiers every dossier's node as the data says it should be, by name
     */
    static List<Change> of(
            View view, LoadPlan plan, Function<String, @Nullable Element> dossiers, Inputs inputs, Clock clock) {
        return new Recording(view, inputs, clock).changes(plan, dossiers);
    }

    private List<Change> changes(LoadPlan plan, Function<String, @Nullable Element> dossiers) {
        LoadRecord.Files files = files();
        if (plan.isEmpty() && (before == null || before.files().digest().equals(files.digest()))) {
            return List.of();
        }
        LoadRecord record = new LoadRecord(
                number,
                at,
                Duration.between(inputs.begun(), Instant.from(at)).toMillis(),
                inputs.version(),
                inputs.ontology(),
                files,
                plan.counts(),
                before != null && plan.total().created() <= MOST_CREATIONS,
                0);
        String load = record.id();
        Map<ElementKey, Element> tombstones = tombstones(plan);
        Map<ElementKey, Element> old = present(plan);
        List<Element> told = new ArrayList<>();
        long omitted = 0;
        for (Change change : plan.changes()) {
            boolean plain = change instanceof Change.Create && !tombstones.containsKey(grave(change.key()));
            if (plain && !record.listed()) {
                continue;
            }
            Element element = element(change, old);
            Optional<ElementChange> tale = tale(change, element, load, old, plain);
            if (tale.isPresent() && told.size() < MOST_CHANGES) {
                told.add(tale.get().encode(told.size() + 1, element));
            } else if (tale.isPresent()) {
                omitted++;
            }
        }
        List<Change> further = new ArrayList<>();
        told.forEach(node -> further.add(new Change.Create(node)));
        tombstones.values().forEach(returned -> further.add(new Change.Remove(returned.key())));
        further.addAll(retired(plan, load, old));
        further.addAll(moves(plan, dossiers));
        further.add(new Change.Create(record.omitting(omitted).encode()));
        return joined(plan.changes(), change -> stamped(change, load, tombstones), further);
    }

    /** The elements that change or go, as the graph has them. */
    private Map<ElementKey, Element> present(LoadPlan plan) {
        Map<ElementKey, Element> present = new HashMap<>();
        List<ElementKey> unread = new ArrayList<>();
        for (Change change : plan.changes()) {
            Element before = change instanceof Change.Update update ? update.before() : null;
            if (before != null) {
                present.put(change.key(), before);
            } else if (!(change instanceof Change.Create)) {
                unread.add(change.key());
            }
        }
        present.putAll(view.stored(unread));
        return present;
    }

    /** Both lists one after the other; what is made of the first is made when it is asked for. */
    private static List<Change> joined(List<Change> planned, UnaryOperator<Change> made, List<Change> further) {
        return new AbstractList<>() {
            @Override
            public Change get(int index) {
                return index < planned.size() ? made.apply(planned.get(index)) : further.get(index - planned.size());
            }

            @Override
            public int size() {
                return planned.size() + further.size();
            }
        };
    }

    /** The tombstones of claims that come back. */
    private Map<ElementKey, Element> tombstones(LoadPlan plan) {
        return before == null ? Map.of() : graves(plan, Change.Create.class);
    }

    /** The tombstones there are of claims that the plan changes in this way. */
    private Map<ElementKey, Element> graves(LoadPlan plan, Class<? extends Change> way) {
        return new HashMap<>(view.stored(plan.changes().stream()
                .filter(way::isInstance)
                .map(Change::key)
                .filter(key -> key.type().equals(GraphSchema.CLAIM))
                .map(Recording::grave)
                .toList()));
    }

    /** Tombstones for the claims that go; one may be left of a claim that came back without a record. */
    private List<Change> retired(LoadPlan plan, String load, Map<ElementKey, Element> old) {
        Map<ElementKey, Element> present = graves(plan, Change.Remove.class);
        return plan.changes().stream()
                .filter(Change.Remove.class::isInstance)
                .filter(change -> change.key().type().equals(GraphSchema.CLAIM))
                .map(change -> tombstone(Objects.requireNonNull(old.get(change.key())), load))
                .<Change>map(tombstone -> present.containsKey(tombstone.key())
                        ? new Change.Update(tombstone)
                        : new Change.Create(tombstone))
                .toList();
    }

    private static Element element(Change change, Map<ElementKey, Element> old) {
        if (change instanceof Change.Create create) {
            return create.element();
        }
        return change instanceof Change.Update update
                ? update.element()
                : Objects.requireNonNull(old.get(change.key()));
    }

    private static Optional<ElementChange> tale(
            Change change, Element element, String load, Map<ElementKey, Element> old, boolean plain) {
        if (change instanceof Change.Update) {
            return Optional.of(ElementChange.of(load, Objects.requireNonNull(old.get(change.key())), element))
                    .filter(what -> !what.fields().isEmpty());
        }
        ElementChange.Deed deed = change instanceof Change.Remove
                ? ElementChange.Deed.REMOVED
                : plain ? ElementChange.Deed.CREATED : ElementChange.Deed.RETURNED;
        return Optional.of(ElementChange.of(load, deed, element));
    }

    private Change stamped(Change change, String load, Map<ElementKey, Element> tombstones) {
        if (change instanceof Change.Create create && create.key().type().equals(GraphSchema.CLAIM)) {
            Element tombstone = tombstones.get(grave(create.key()));
            Object known = tombstone == null ? null : tombstone.properties().get(GraphSchema.FIRST_SEEN);
            Map<String, Object> firstSeen = Map.of(GraphSchema.FIRST_SEEN, known == null ? load : known);
            return new Change.Create(create.key(), create.content().andThen(element -> element.with(firstSeen)));
        }
        if (change.key().type().equals(GraphSchema.DOSSIER)) {
            if (change instanceof Change.Create create) {
                return new Change.Create(create.key(), create.content().andThen(this::placed));
            }
            if (change instanceof Change.Update update) {
                return new Change.Update(update.key(), update.content().andThen(this::placed), update.before());
            }
        }
        return change;
    }

    private Element placed(Element dossier) {
        SourceFile file = inputs.dossiers().get(dossier.key().id());
        return file == null
                ? dossier
                : dossier.with(Map.of(GraphSchema.FILE, file.path(), GraphSchema.BYTES, file.sha256()));
    }

    /** The dossiers that say what they said, in other words of the same meaning or under another name. */
    private List<Change> moves(LoadPlan plan, Function<String, @Nullable Element> dossiers) {
        Set<String> placed = plan.changes().stream()
                .map(Change::key)
                .filter(key -> key.type().equals(GraphSchema.DOSSIER))
                .map(ElementKey::id)
                .collect(Collectors.toSet());
        List<Change> moves = new ArrayList<>();
        inputs.dossiers().forEach((name, file) -> {
            boolean moved = !placed.contains(name) && !file.equals(recorded.get(name));
            Element dossier = moved ? dossiers.apply(name) : null;
            if (dossier != null) {
                moves.add(new Change.Update(placed(dossier)));
            }
        });
        return moves;
    }

    private static Map<String, SourceFile> recorded(View view) {
        Map<String, SourceFile> files = new HashMap<>();
        for (Element.Node dossier : view.nodes(GraphSchema.DOSSIER, "", Set.of(GraphSchema.FILE, GraphSchema.BYTES))) {
            Object path = dossier.properties().get(GraphSchema.FILE);
            Object bytes = dossier.properties().get(GraphSchema.BYTES);
            if (path != null && bytes != null) {
                files.put(dossier.key().id(), new SourceFile(path.toString(), bytes.toString()));
            }
        }
        return files;
    }

    /** Which files differ from those of the load before. */
    private LoadRecord.Files files() {
        SortedMap<String, SourceFile> old = new TreeMap<>(recorded);
        List<String> changed = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        inputs.dossiers().forEach((name, file) -> {
            SourceFile was = old.remove(name);
            if (was != null && !was.path().equals(file.path())) {
                moved.add(was.path() + " -> " + file.path());
            }
            if (was == null || !was.sha256().equals(file.sha256())) {
                changed.add(file.path() + " " + file.sha256());
            }
        });
        if (!inputs.ontology().isEmpty()
                && (before == null || !before.ontology().equals(inputs.ontology()))) {
            changed.add("ontology.json " + inputs.ontology());
        }
        Collection<String> gone = old.values().stream().map(SourceFile::path).toList();
        return new LoadRecord.Files(inputs.dossiers().size(), inputs.digest(), changed, moved, List.copyOf(gone));
    }

    private Element.Node tombstone(Element claim, String load) {
        SortedMap<String, Object> properties = new TreeMap<>(claim.properties());
        properties.put(LAST_SEEN, before == null ? load : before.id());
        properties.put(RETIRED_BY, load);
        return GraphImage.node(GraphSchema.TOMBSTONE, claim.key().id(), properties);
    }

    private static ElementKey grave(ElementKey key) {
        return new ElementKey(key.type().equals(GraphSchema.CLAIM) ? GraphSchema.TOMBSTONE : "", key.id());
    }
}
