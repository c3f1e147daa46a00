package org.ficelle.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ficelle.check.Ids;
import org.ficelle.graph.Element;
import org.ficelle.graph.ElementKey;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.View;
import org.ficelle.model.Dossier;
import org.ficelle.model.Ontology;
import org.ficelle.model.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * A load that reads only the files that changed since the load before, and works out only what that touches.
 *
 * <p>Every rule of evidence is applied by the same code as in a full load, to a part of the data: what the changed files
 * declare, and of the graph what that bears on. Where a change could bear on more than can be told from there, or where
 * anything is wrong with the data, there is no reload, and the load goes the full way, which says all that is wrong.
 */
public final class Reload {

    /** Of a dossier: a digest of what it declares. */
    private static final String DIGEST = "sha256";

    private static final Set<String> DOSSIER =
            Set.of(GraphSchema.FILE, GraphSchema.BYTES, GraphSchema.SPELLS, GraphSchema.TARGETS, DIGEST);

    private final View view;
    private final Sources sources;
    private final LoadRecord last;

    /** What the graph says of its dossiers, by name; without what they declare. */
    private final SortedMap<String, Element.Node> known = new TreeMap<>();

    /** Where every dossier is now, by name. */
    private final SortedMap<String, SourceFile> places = new TreeMap<>();

    /** The dossiers that were read, by name. */
    private final SortedMap<String, Dossier> read = new TreeMap<>();

    private Reload(View view, Sources sources, LoadRecord last) {
        this.view = view;
        this.sources = sources;
        this.last = last;
    }

    /**
     * What a reload is to do.
     *
     * @param dossiers every dossier's node as it should be, by name
     * @param read how many files had to be read
     */
    record Planned(
            LoadPlan plan, Function<String, @Nullable Element> dossiers, Inputs inputs, Ontology ontology, int read) {}

    /** The plan to do nothing, when every file is as it was at the last load. */
    static Optional<LoadPlan> nothing(View view, Sources sources) {
        String digest = Inputs.digest(sources.dossiers(), sources.ontology(), sources.version());
        return LoadRecord.last(view)
                .filter(last -> last.files().digest().equals(digest))
                .map(last -> LoadPlan.of(List.of(), last.counts()));
    }

    /** A reload of the files; empty when the load has to go the full way. */
    static Optional<Planned> plan(View view, Sources sources) {
        return LoadRecord.last(view)
                .filter(last -> last.version().equals(sources.version()))
                .filter(last -> last.ontology().equals(sources.ontology()))
                .flatMap(last -> new Reload(view, sources, last).plan());
    }

    private Optional<Planned> plan() {
        for (Element.Node dossier : view.nodes(GraphSchema.DOSSIER, "", DOSSIER)) {
            if (!dossier.properties().keySet().containsAll(DOSSIER)) {
                return Optional.empty();
            }
            known.put(dossier.key().id(), dossier);
        }
        Optional<String> text = view.ontology();
        if (text.isEmpty() || !placeUnchanged()) {
            return Optional.empty();
        }
        if (read.isEmpty() && places.keySet().equals(known.keySet())) {
            // The ontology is not needed to see that nothing changed, but to write that a file has another name.
            return Optional.of(planned(nothing(), key -> Optional.empty(), sources.parse(text.get())));
        }
        Ontology ontology = sources.parse(text.get());
        Ids ids = new Ids(ontology);
        Map<String, Element.Node> changed = read.values().parallelStream()
                .map(dossier -> DossierNode.of(dossier, ids))
                .filter(node -> !sameDigest(known.get(node.key().id()), node))
                .collect(Collectors.toMap(node -> node.key().id(), node -> node));
        Set<String> gone = new HashSet<>(known.keySet());
        gone.removeAll(places.keySet());
        if (changed.isEmpty() && gone.isEmpty()) {
            return Optional.of(planned(nothing(), key -> Optional.empty(), ontology));
        }
        return new Touched(view, ontology, ids, known, this::read)
                .plan(changed, gone, read, last.counts())
                .map(touched -> planned(touched.plan(), touched::element, ontology));
    }

    private static boolean sameDigest(Element.@Nullable Node before, Element.Node now) {
        return before != null
                && Objects.equals(
                        before.properties().get(DIGEST), now.properties().get(DIGEST));
    }

    private Planned planned(LoadPlan plan, Function<ElementKey, Optional<Element>> image, Ontology ontology) {
        return new Planned(
                plan,
                name -> {
                    ElementKey key = new ElementKey(GraphSchema.DOSSIER, name);
                    return image.apply(key)
                            .orElseGet(() -> view.stored(List.of(key)).get(key));
                },
                new Inputs(places, sources.ontology(), sources.version(), sources.begun()),
                ontology,
                read.size());
    }

    private LoadPlan nothing() {
        return LoadPlan.of(List.of(), last.counts());
    }

    /** Finds where unchanged files are, and reads the others; false when the load has to go the full way. */
    private boolean placeUnchanged() {
        Map<SourceFile, String> byPlace = new HashMap<>();
        Map<String, List<String>> byBytes = new HashMap<>();
        known.forEach((name, dossier) -> {
            SourceFile place = place(dossier);
            byPlace.put(place, name);
            byBytes.computeIfAbsent(place.sha256(), bytes -> new ArrayList<>()).add(name);
        });
        List<SourceFile> elsewhere = new ArrayList<>();
        for (SourceFile file : sources.dossiers()) {
            String name = byPlace.get(file);
            if (name == null) {
                elsewhere.add(file);
            } else if (places.put(name, file) != null) {
                return false;
            }
        }
        List<SourceFile> changed = new ArrayList<>();
        for (SourceFile file : elsewhere) {
            Optional<String> moved = byBytes.getOrDefault(file.sha256(), List.of()).stream()
                    .filter(name -> !places.containsKey(name))
                    .findFirst();
            moved.ifPresentOrElse(name -> places.put(name, file), () -> changed.add(file));
        }
        List<Optional<Dossier>> dossiers =
                changed.parallelStream().map(sources::read).toList();
        for (int index = 0; index < changed.size(); index++) {
            Optional<Dossier> dossier = dossiers.get(index);
            String name = dossier.map(found -> found.name().value()).orElse("");
            if (dossier.isEmpty() || places.put(name, changed.get(index)) != null) {
                return false;
            }
            read.put(name, dossier.get());
        }
        return true;
    }

    /** Reads a dossier that did not change. */
    private Optional<Dossier> read(String name) {
        Dossier before = read.get(name);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<Dossier> dossier = Optional.ofNullable(places.get(name)).flatMap(sources::read);
        dossier.filter(found -> found.name().value().equals(name)).ifPresent(found -> read.put(name, found));
        return Optional.ofNullable(read.get(name));
    }

    private static SourceFile place(Element.Node dossier) {
        return new SourceFile(
                String.valueOf(dossier.properties().get(GraphSchema.FILE)),
                String.valueOf(dossier.properties().get(GraphSchema.BYTES)));
    }

    static List<String> texts(Element element, String property) {
        return GraphImage.texts(element.properties().get(property));
    }
}
