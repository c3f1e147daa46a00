package org.ficelle.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.ficelle.model.Claim;
import org.ficelle.model.Digest;
import org.ficelle.model.Document;
import org.ficelle.model.Dossier;
import org.ficelle.model.Entity;
import org.ficelle.model.Located;
import org.ficelle.model.Location;
import org.ficelle.model.Problem;
import org.ficelle.names.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * Reads one dossier, element by element, so that a file cut short still gives what stands before the cut. An element
 * with a faulty field is kept without the field where that is possible, so that one fault is told once and not again
 * for everything that refers to the element.
 */
final class DossierReader {

    private static final Map<String, Shape> LISTS = Map.of(
            "documents", DossierShapes.DOCUMENT, "entities", DossierShapes.ENTITY, "claims", DossierShapes.CLAIM);

    private final String file;
    private final Consumer<Problem> problems;
    private final Elements elements;
    private final Shared shared;
    private final boolean placed;
    private final Location head;
    private final List<Located<Document>> documents = new ArrayList<>();
    private final List<Located<Entity>> entities = new ArrayList<>();
    private final List<Located<Claim>> claims = new ArrayList<>();

    private DossierReader(String file, Consumer<Problem> problems, Shared shared, boolean placed) {
        this.file = file;
        this.problems = problems;
        this.shared = shared;
        this.placed = placed;
        this.head = new Location(file, 1, 1);
        this.elements = new Elements(problems, shared);
    }

    /** The dossier in these bytes as far as it can be read; without a name of its own it has the file's. */
    static Dossier read(String file, byte[] bytes, Consumer<Problem> problems) {
        return read(file, bytes, problems, new Shared(), true);
    }

    /**
     * @param shared strings of several files
     * @param placed whether elements are to know where they and their fields stand
     */
    static Dossier read(String file, byte[] bytes, Consumer<Problem> problems, Shared shared, boolean placed) {
        return new DossierReader(file, problems, shared, placed).read(bytes);
    }

    private Dossier read(byte[] bytes) {
        List<Json.Member> members = new ArrayList<>();
        Fields top;
        Location start = head;
        try {
            JsonSource source = new JsonSource(FileText.decode(file, bytes), shared);
            source.begin();
            start = source.at();
            readMembers(source, members);
            source.end();
            Json.Obj object = new Json.Obj(start, members);
            Shape meant = meant(object, DossierShapes.DOSSIER);
            top = meant == DossierShapes.DOSSIER
                    ? DossierShapes.DOSSIER.read(object, problems)
                    : misplaced(object, meant);
        } catch (Unreadable unreadable) {
            problems.accept(unreadable.problem());
            top = DossierShapes.DOSSIER.readPresent(new Json.Obj(start, members), problems);
        }
        return new Dossier(
                new Located<>(top.text("dossier", file), top.place("dossier"), Map.of()),
                top.text("title"),
                file,
                Digest.of(bytes),
                documents,
                entities,
                claims);
    }

    private void readMembers(JsonSource source, List<Json.Member> members) throws Unreadable {
        for (String name = source.nextName(); name != null; name = source.nextName()) {
            Location at = source.at();
            boolean isList = source.beginsList();
            Location begins = source.at();
            String list = listMeant(name);
            if (isList && list != null) {
                members.add(new Json.Member(name, at, new Json.Arr(begins, List.of())));
                while (source.nextItem()) {
                    readElement(list, source.value());
                }
            } else {
                members.add(new Json.Member(name, at, source.value()));
            }
        }
    }

    /** The list of that name, or the one that a misspelt name was most likely meant to be. */
    private static @Nullable String listMeant(String name) {
        if (LISTS.containsKey(name)) {
            return name;
        }
        return DossierShapes.DOSSIER.fields().containsKey(name)
                ? null
                : Nearest.of(name, LISTS.keySet()).orElse(null);
    }

    private void readElement(String list, Json json) {
        Shape shape = Objects.requireNonNull(LISTS.get(list));
        if (!(json instanceof Json.Obj object)) {
            problems.accept(Problem.error(
                    json.at(),
                    "wrong-type",
                    json.sort() + " stands in '" + list + "'",
                    "write an object: " + shape.one()));
            return;
        }
        Shape meant = meant(object, shape);
        if (meant != shape) {
            problems.accept(Problem.error(
                    object.at(),
                    "misplaced",
                    meant.one() + " stands in '" + list + "'",
                    "move it to '" + listOf(meant) + "'"));
        }
        add(meant, meant.read(object, problems));
    }

    private void add(Shape shape, Fields fields) {
        if (shape == DossierShapes.DOCUMENT) {
            elements.document(fields).ifPresent(document -> documents.add(located(fields, document)));
        } else if (shape == DossierShapes.ENTITY) {
            elements.entity(fields).ifPresent(entity -> entities.add(located(fields, entity)));
        } else {
            elements.claim(fields).ifPresent(claim -> claims.add(located(fields, claim)));
        }
    }

    private <T> Located<T> located(Fields fields, T value) {
        return placed ? fields.located(value) : fields.lightly(value, head);
    }

    private Fields misplaced(Json.Obj object, Shape meant) {
        problems.accept(Problem.error(
                object.at(),
                "misplaced",
                meant.one() + " stands alone in the file",
                "put it into the list '" + listOf(meant) + "' of a dossier"));
        return new Fields(object.at(), Map.of(), Map.of());
    }

    /** The shape that knows most of the object's fields: the expected one, unless another knows two more. */
    private static Shape meant(Json.Obj object, Shape expected) {
        long known = expected.knows(object);
        if (known == object.members().size()) {
            return expected;
        }
        return LISTS.values().stream()
                .filter(shape -> shape.knows(object) > known + 1)
                .max(Comparator.comparingLong((Shape shape) -> shape.knows(object))
                        .thenComparing(Shape::name))
                .orElse(expected);
    }

    private static String listOf(Shape shape) {
        return LISTS.entrySet().stream()
                .filter(entry -> entry.getValue() == shape)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
