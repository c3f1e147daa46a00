package org.ficelle.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ficelle.model.Location;
import org.ficelle.model.Problem;
import org.ficelle.names.Nearest;

/** Looks up what one element calls another by, and tells what is not there. */
final class References {

    /** Finding the nearest of very many ids takes time; after this many, a message goes without it. */
    private static final int MAX_NEAREST = 200;

    private final Ids ids;
    private final Set<String> entities;
    private final Set<String> documents;
    private final Consumer<Problem> problems;
    private final Map<String, SortedSet<String>> aliases = new HashMap<>();
    private final Map<String, Optional<String>> nearest = new HashMap<>();

    /** The ids are in their normal form. */
    References(Ids ids, Set<String> entities, Set<String> documents, Consumer<Problem> problems) {
        this.ids = ids;
        this.entities = entities;
        this.documents = documents;
        this.problems = problems;
    }

    /** The entity's id in its normal form; as written when there is no such entity. */
    String entity(String written, Location at) {
        Ids.Reading reading = ids.read(written);
        if (reading instanceof Ids.Fault fault) {
            if (!entities.contains(written)) {
                problems.accept(Problem.error(at, "bad-id", fault.wrong(), fault.right()));
            }
            return written;
        }
        Ids.Id id = (Ids.Id) reading;
        if (!entities.contains(id.id())) {
            problems.accept(Problem.error(
                    at,
                    "unknown-entity",
                    "no dossier declares an entity " + id.id(),
                    near(id.id(), entities).orElse("declare it under 'entities' or correct the id")));
        } else if (id.alias() != null) {
            aliases.computeIfAbsent(id.id(), key -> new TreeSet<>()).add(id.alias());
        }
        return id.id();
    }

    /** Tells of a document that is not there. */
    void document(String id, Location at) {
        if (!documents.contains(id)) {
            problems.accept(Problem.error(
                    at,
                    "unknown-document",
                    "no dossier declares a document " + id,
                    near(id, documents).orElse("declare it under 'documents' or correct the id")));
        }
    }

    /** What the files wrote for an entity where they referred to it by another form of its id. */
    Collection<String> aliases(String entity) {
        return aliases.getOrDefault(entity, new TreeSet<>());
    }

    /** The nearest of the ids in words; the same key under another kind is nearest of all. */
    Optional<String> near(String unknown, Collection<String> known) {
        if (!nearest.containsKey(unknown) && nearest.size() < MAX_NEAREST) {
            String key = unknown.substring(unknown.indexOf(':') + 1);
            Optional<String> sameKey =
                    known.stream().filter(id -> id.endsWith(":" + key)).min(String::compareTo);
            nearest.put(unknown, sameKey.or(() -> Nearest.of(unknown, known)));
        }
        return nearest.getOrDefault(unknown, Optional.empty()).map(id -> "the nearest is " + id);
    }
}
