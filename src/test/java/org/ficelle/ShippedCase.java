package org.ficelle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ficelle.check.Checked;
import org.ficelle.check.Checker;
import org.ficelle.check.Lineage;
import org.ficelle.check.Links;
import org.ficelle.check.Oppositions;
import org.ficelle.check.Standing;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Document;
import org.ficelle.model.Dossier;
import org.ficelle.model.Entity;
import org.ficelle.model.Link;
import org.ficelle.model.Ontology;
import org.ficelle.model.Problem;
import org.ficelle.model.Proposition;
import org.ficelle.read.DataReader;
import org.ficelle.read.DataSet;

/** The data shipped with the program, read and checked, and what it amounts to. */
public final class ShippedCase {

    /** The shipped data files. */
    public static final Path DATA = Path.of("data");

    private static final DataSet FILES = DataReader.read(List.of(DATA));
    private static final ShippedCase ALL = of(FILES.dossiers());

    private final Corpus corpus;
    private final List<Problem> problems;
    private final Oppositions oppositions;
    private final Lineage lineage;
    private final Map<String, Link> links;

    private ShippedCase(Corpus corpus, List<Problem> problems) {
        this.corpus = corpus;
        this.problems = problems;
        this.oppositions = new Oppositions(corpus);
        this.lineage = new Lineage(corpus.documents());
        this.links = Links.of(corpus, oppositions, lineage).stream()
                .collect(Collectors.toMap(Link::id, link -> link, (one, other) -> one, TreeMap::new));
    }

    /** The shipped data, read once for all tests. */
    public static ShippedCase all() {
        return ALL;
    }

    /** The shipped dossiers in order of their paths. */
    public static List<Dossier> dossiers() {
        return FILES.dossiers();
    }

    public static Ontology ontology() {
        return FILES.ontology().orElseThrow(() -> new AssertionError("no ontology: " + FILES.problems()));
    }

    /** What these dossiers amount to; they must hold no error. */
    public static ShippedCase of(List<Dossier> dossiers) {
        Checked checked = Checker.check(ontology(), dossiers);
        Corpus corpus = checked.corpus().orElseThrow(() -> new AssertionError("faulty: " + checked.problems()));
        return new ShippedCase(corpus, checked.problems());
    }

    public Corpus corpus() {
        return corpus;
    }

    /** The warnings that checking gave. */
    public List<Problem> problems() {
        return problems;
    }

    public Lineage lineage() {
        return lineage;
    }

    public Collection<Claim> claims() {
        return corpus.claims().values();
    }

    public Collection<Entity> entities() {
        return corpus.entities().values();
    }

    public Entity entity(String id) {
        return Optional.ofNullable(corpus.entities().get(id)).orElseThrow(() -> new AssertionError("no entity " + id));
    }

    public Document document(String id) {
        return Optional.ofNullable(corpus.documents().get(id))
                .orElseThrow(() -> new AssertionError("no document " + id));
    }

    /** The claims that name any of these rows of the register; at least one each. */
    public List<Claim> rows(String... rows) {
        return Stream.of(rows)
                .flatMap(row -> {
                    List<Claim> named = claims().stream()
                            .filter(claim -> claim.scope().ref().contains(row))
                            .toList();
                    if (named.isEmpty()) {
                        throw new AssertionError("no claim names row " + row);
                    }
                    return named.stream();
                })
                .distinct()
                .toList();
    }

    /** The one claim of the row that uses the relation. */
    public Claim row(String row, String relation) {
        List<Claim> found = rows(row).stream()
                .filter(claim -> claim.relation().equals(relation))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " claims of row " + row + " use " + relation);
        }
        return found.get(0);
    }

    /** The one claim of the row. */
    public Claim row(String row) {
        List<Claim> found = rows(row);
        if (found.size() != 1) {
            throw new AssertionError("row " + row + " has " + found.size() + " claims");
        }
        return found.get(0);
    }

    /** Every claim on the proposition written {@code subject RELATION object}; none when nobody speaks to it. */
    public List<Claim> claimsOn(String proposition) {
        return oppositions.byProposition().getOrDefault(proposition, List.of());
    }

    /** Every claim of which the entity is the subject or the object. */
    public List<Claim> claimsAbout(String entity) {
        return claims().stream()
                .filter(claim -> claim.subject().equals(entity) || entity.equals(claim.object()))
                .toList();
    }

    /** What the claims on the proposition amount to. */
    public Standing standing(String proposition) {
        return Standing.of(claimsOn(proposition), oppositions.denials(proposition), lineage);
    }

    public Standing standing(Proposition proposition) {
        return standing(proposition.id());
    }

    /** The link drawn for the proposition, if any. */
    public Optional<Link> link(String proposition) {
        return Optional.ofNullable(links.get(proposition));
    }

    public Collection<Link> links() {
        return links.values();
    }

    /** Links that join the two entities, whichever way. */
    public List<Link> linksBetween(String one, String other) {
        return links().stream()
                .filter(link -> link.subject().equals(one) && link.object().equals(other)
                        || link.subject().equals(other) && link.object().equals(one))
                .toList();
    }

    /** The assertions that this denial opposes. */
    public List<Claim> denied(Claim denial) {
        return oppositions.denied().getOrDefault(denial.id(), new TreeSet<>()).stream()
                .map(corpus.claims()::get)
                .toList();
    }

    /** The rows that these claims name. */
    public static SortedSet<String> rowsOf(Collection<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> claim.scope().ref().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The documents that these claims stand in. */
    public static SortedSet<String> documentsOf(Collection<Claim> claims) {
        return claims.stream().map(claim -> claim.source().document()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Writes the shipped files with their arrays shuffled, under file names drawn by lot; returns the folder. */
    public static Path shuffle(Path folder, long seed) throws IOException {
        Random random = new Random(seed);
        Files.createDirectories(folder);
        ObjectMapper mapper = new ObjectMapper();
        List<Path> files;
        try (Stream<Path> found = Files.walk(DATA)) {
            files = shuffled(
                    found.filter(file -> file.toString().endsWith(".json"))
                            .sorted()
                            .toList(),
                    random);
        }
        for (int number = 0; number < files.size(); number++) {
            Path file = files.get(number);
            String name = file.getFileName().toString();
            if (name.equals("ontology.json") || name.equals("dossier.schema.json")) {
                Files.copy(file, folder.resolve(name));
                continue;
            }
            ObjectNode dossier = (ObjectNode) mapper.readTree(file.toFile());
            for (String field : List.of("documents", "entities", "claims")) {
                if (dossier.has(field)) {
                    List<JsonNode> items = new ArrayList<>();
                    dossier.get(field).forEach(items::add);
                    ArrayNode array = mapper.createArrayNode().addAll(shuffled(items, random));
                    dossier.set(field, array);
                }
            }
            Path target = folder.resolve(String.valueOf(number % 3)).resolve(number + ".json");
            Files.createDirectories(target.getParent());
            mapper.writeValue(target.toFile(), dossier);
        }
        return folder;
    }

    /** The same items in an order drawn by lot. */
    public static <T> List<T> shuffled(List<T> items, Random random) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
