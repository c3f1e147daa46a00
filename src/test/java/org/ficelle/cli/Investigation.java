package org.ficelle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A few dossiers that an editor changes at random, and the files they stand in. What it writes is mostly sound: entities
 * and documents that claims name are mostly declared, in this file or another.
 */
final class Investigation {

    private static final Path ONTOLOGY = Path.of("src/test/resources/good/ontology.json");

    private static final List<String> PERSONS = List.of("person:p0", "person:p1", "person:p2", "person:p3");
    private static final List<String> COMPANIES = List.of("company:c0", "company:c1", "company:c2");
    private static final List<String> DOMAINS = List.of("domain:d0.example", "domain:d1.example");
    private static final List<String> DOCUMENTS = List.of("report", "article", "relay", "blog");
    private static final String AGENCY = "agency:observers";

    private final Random random;
    private final Path folder;

    /** Dossiers by the names of their files. */
    private final TreeMap<String, Draft> files = new TreeMap<>();

    private int made;

    /** One dossier; its elements are JSON objects by id or, for claims, by their place. */
    private static final class Draft {
        private final String name;
        private final Map<String, String> documents = new LinkedHashMap<>();
        private final Map<String, String> entities = new LinkedHashMap<>();
        private final Map<String, String> claims = new LinkedHashMap<>();
        private boolean cut;
        private int spaces;

        Draft(String name) {
            this.name = name;
        }

        List<Map<String, String>> sections() {
            return List.of(documents, entities, claims);
        }
    }

    Investigation(long seed, Path folder) {
        this.random = new Random(seed);
        this.folder = folder;
        try {
            try (Stream<Path> old = Files.list(folder)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
            Files.copy(ONTOLOGY, folder.resolve("ontology.json"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        add();
        Draft first = files.firstEntry().getValue();
        Stream.of(PERSONS, COMPANIES, DOMAINS, List.of(AGENCY))
                .flatMap(List::stream)
                .forEach(id -> first.entities.put(id, entity(id)));
        DOCUMENTS.forEach(id -> first.documents.put(id, document(id, "")));
        add();
        for (int claim = 0; claim < 8; claim++) {
            addClaim(any());
        }
        write();
    }

    /** Edits once or a few times, and writes the files; returns what was done. */
    String edit() {
        List<String> done = new ArrayList<>();
        int edits = 1 + random.nextInt(3);
        for (int edit = 0; edit < edits; edit++) {
            done.add(change());
        }
        write();
        return String.join(", ", done);
    }

    private String change() {
        Draft draft = any();
        switch (random.nextInt(22)) {
            case 0, 1, 2, 3, 4 -> {
                addClaim(draft);
                return "claim";
            }
            case 5, 6, 7 -> {
                return remove(draft.claims) ? "no claim" : "";
            }
            case 8, 9 -> {
                String claim = pick(draft.claims);
                if (claim != null) {
                    draft.claims.computeIfPresent(
                            claim,
                            (id, json) -> json.replaceAll("They say so[^\"]*", "They say so " + random.nextInt(9)));
                }
                return "words";
            }
            case 10 -> {
                String claim = pick(draft.claims);
                if (claim != null) {
                    draft.claims.computeIfPresent(claim, (id, json) -> json.replace("\"alleged\"", "\"stated\"")
                            .replaceAll(", \"confidence\": [0-9]+", "")
                            .replace("}", ", \"confidence\": " + random.nextInt(100) + "}"));
                }
                return "confidence";
            }
            case 11, 12 -> {
                String id = one(PERSONS, COMPANIES, DOMAINS);
                files.values().forEach(file -> file.entities.computeIfPresent(id, (key, json) -> entity(id)));
                return "name";
            }
            case 13 -> {
                Draft other = any();
                List<Map<String, String>> from = draft.sections();
                int section = random.nextInt(3);
                String key = pick(from.get(section));
                if (key != null
                        && other != draft
                        && !other.sections().get(section).containsKey(key)) {
                    String json = from.get(section).get(key);
                    if (random.nextInt(3) > 0) {
                        from.get(section).remove(key);
                    }
                    other.sections().get(section).put(key, json);
                }
                return "move";
            }
            case 14 -> {
                draft.sections().forEach(this::shuffle);
                draft.spaces++;
                return "order";
            }
            case 15 -> {
                String old = files.firstKey();
                Draft moved = files.remove(old);
                files.put("file" + made++ + ".json", moved);
                return "rename";
            }
            case 16 -> {
                draft.cut = !draft.cut;
                return "cut";
            }
            case 17 -> {
                files.values().forEach(file -> file.cut = false);
                if (files.size() < 4) {
                    add();
                } else {
                    files.pollLastEntry();
                }
                return "file";
            }
            case 18 -> {
                String id = DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
                String sources = random.nextInt(3) > 0 ? "" : "\"" + DOCUMENTS.get(0) + "\"";
                files.values()
                        .forEach(file -> file.documents.computeIfPresent(
                                id, (key, json) -> document(id, id.equals(DOCUMENTS.get(0)) ? "" : sources)));
                return "document";
            }
            case 19 -> {
                String one = PERSONS.get(random.nextInt(2));
                draft.claims.put(
                        "same " + one,
                        claim(
                                one,
                                "SAME_AS",
                                "person:p3",
                                "\"asserts\", \"modality\": \"inferred\"",
                                "report",
                                "basis",
                                ""));
                return "same";
            }
            case 20 -> {
                remove(draft.entities);
                return "no entity";
            }
            default -> {
                String id = "person:x" + random.nextInt(3);
                if (files.values().stream().noneMatch(file -> file.entities.containsKey(id))) {
                    draft.entities.put(id, entity(id));
                }
                draft.claims.put(
                        "x" + id,
                        claim(
                                id,
                                "HEADS",
                                COMPANIES.get(0),
                                "\"asserts\", \"modality\": \"stated\"",
                                "report",
                                "x",
                                ""));
                return "entity";
            }
        }
    }

    private void addClaim(Draft draft) {
        String locator = "p. " + random.nextInt(4);
        String document = DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
        int sort = random.nextInt(10);
        String stance =
                switch (sort) {
                    case 0, 1 -> "\"denies\"";
                    case 2 -> "\"not-established\"";
                    case 3 -> "\"asserts\", \"modality\": \"alleged\"";
                    case 4 -> "\"no-comment\"";
                    default -> "\"asserts\", \"modality\": \"stated\"";
                };
        String subject = one(PERSONS);
        String object = one(COMPANIES);
        String relation = "HEADS";
        if (random.nextInt(4) == 0) {
            subject = random.nextInt(3) > 0 ? one(DOMAINS) : "domain:D0.Example";
            object = one(PERSONS);
            relation = "PROMOTES";
        }
        String more = "";
        if (sort == 0 && random.nextInt(2) == 0) {
            more = ", \"targets\": [\"" + one(PERSONS) + " HEADS " + one(COMPANIES) + "\"]";
        }
        String key = subject + relation + object + stance.split(",")[0] + document + locator;
        for (Draft other : files.values()) {
            if (other != draft && random.nextInt(4) > 0) {
                other.claims.remove(key);
            }
        }
        draft.claims.put(key, claim(subject, relation, object, stance, document, locator, more));
    }

    private static String claim(
            String subject,
            String relation,
            String object,
            String stance,
            String document,
            String locator,
            String more) {
        return "{\"subject\": \"" + subject + "\", \"relation\": \"" + relation + "\", \"object\": \"" + object
                + "\", \"stance\": " + stance + ", \"assertedBy\": \"" + AGENCY + "\", \"document\": \"" + document
                + "\", \"locator\": \"" + locator + "\", \"note\": \"basis\", \"statement\": \"They say so.\"" + more
                + "}";
    }

    private String entity(String id) {
        String kind = id.startsWith("p")
                ? "Person"
                : id.startsWith("c") ? "Company" : id.startsWith("d") ? "Domain" : "Agency";
        return "{\"id\": \"" + id + "\", \"kind\": \"" + kind + "\", \"name\": \"Name " + random.nextInt(5)
                + "\", \"aliases\": [\"alias " + random.nextInt(4) + "\"]}";
    }

    private String document(String id, String sources) {
        return "{\"id\": \"" + id + "\", \"type\": \"report\", \"title\": \"Title " + random.nextInt(3)
                + "\", \"publisher\": \"" + AGENCY + "\", \"derivesFrom\": [" + sources + "]}";
    }

    @SafeVarargs
    private String one(List<String>... lists) {
        List<String> list = lists[random.nextInt(lists.length)];
        return list.get(random.nextInt(list.size()));
    }

    private Draft any() {
        List<Draft> drafts = new ArrayList<>(files.values());
        return drafts.get(random.nextInt(drafts.size()));
    }

    private String pick(Map<String, String> section) {
        List<String> keys = new ArrayList<>(section.keySet());
        return keys.isEmpty() ? null : keys.get(random.nextInt(keys.size()));
    }

    private boolean remove(Map<String, String> section) {
        String key = pick(section);
        return key != null && section.remove(key) != null;
    }

    private void shuffle(Map<String, String> section) {
        List<String> keys = new ArrayList<>(section.keySet());
        Collections.shuffle(keys, random);
        for (String key : keys) {
            section.put(key, section.remove(key));
        }
    }

    private void add() {
        int number = made++;
        files.put("file" + number + ".json", new Draft("dossier-" + number));
    }

    private void write() {
        try {
            try (Stream<Path> old = Files.list(folder)) {
                for (Path file :
                        old.filter(file -> !file.endsWith("ontology.json")).toList()) {
                    if (!files.containsKey(file.getFileName().toString())) {
                        Files.delete(file);
                    }
                }
            }
            for (Map.Entry<String, Draft> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), text(file.getValue()));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String text(Draft draft) {
        String text = "{\"dossier\": \"" + draft.name + "\"" + " ".repeat(draft.spaces) + ", \"documents\": ["
                + String.join(",\n", draft.documents.values()) + "], \"entities\": ["
                + String.join(",\n", draft.entities.values()) + "], \"claims\": ["
                + String.join(",\n", draft.claims.values()) + "]}";
        return draft.cut ? text.substring(0, text.length() - 2) : text;
    }
}
