package org.ficelle.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ficelle.model.Corpus;
import org.ficelle.model.Dossier;
import org.ficelle.model.Problem;
import org.ficelle.read.Sample;

/** A dossier for a test, an element a line; it stands in a file of its name. */
final class Draft {

    private static final String PUBLISHER = "agency:observers";

    private final String name;
    private final List<String> documents = new ArrayList<>();
    private final List<String> entities = new ArrayList<>();
    private final List<String> claims = new ArrayList<>();

    private Draft(String name) {
        this.name = name;
    }

    static Draft named(String name) {
        return new Draft(name);
    }

    /** One with an agency, a dated report of the agency's, and these entities. */
    static Draft with(String... entities) {
        return named("case").entity(PUBLISHER).document("report", PUBLISHER).entities(entities);
    }

    Draft document(String id, String publisher, String... derivesFrom) {
        return document(id, publisher, derivesFrom, "");
    }

    Draft document(String id, String publisher, String[] derivesFrom, String more) {
        String sources =
                Arrays.stream(derivesFrom).map(source -> "'" + source + "'").collect(Collectors.joining(", "));
        documents.add("{'id': '" + id + "', 'type': 'report', 'title': 'T', 'publisher': '" + publisher
                + "', 'derivesFrom': [" + sources + "], 'published': {'raw': '2023', 'date': '2023'}" + more + "}");
        return this;
    }

    Draft undated(String id) {
        documents.add("{'id': '" + id + "', 'type': 'report', 'title': 'T', 'publisher': 'not stated'}");
        return this;
    }

    Draft entities(String... ids) {
        Arrays.stream(ids).forEach(this::entity);
        return this;
    }

    /** An entity named after its id. */
    Draft entity(String id) {
        return entity(id, "'name': '" + id + "'");
    }

    Draft entity(String id, String more) {
        String prefix = id.substring(0, id.indexOf(':'));
        String kind = Arrays.stream(prefix.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        entities.add("{'id': '" + id + "', 'kind': '" + kind + "', " + more + "}");
        return this;
    }

    /** What the agency says in its report, in the manner of "asserts stated" or "denies". */
    Draft claim(String proposition, String manner, String more) {
        return claim(proposition, manner, PUBLISHER, "report", ", 'locator': '¶" + claims.size() + "'" + more);
    }

    Draft claim(String proposition, String manner) {
        return claim(proposition, manner, "");
    }

    Draft claim(String proposition, String manner, String by, String document, String more) {
        String[] words = proposition.split(" ", 3);
        String[] stance = manner.split(" ");
        String modality = stance.length < 2 ? "" : ", 'modality': '" + stance[1] + "'";
        claims.add("{'subject': '" + words[0] + "', 'relation': '" + words[1] + "', 'object': '" + words[2]
                + "', 'stance': '" + stance[0] + "'" + modality + ", 'assertedBy': '" + by + "', 'document': '"
                + document + "', 'statement': 'They say so.'" + more + "}");
        return this;
    }

    /** A judgement of identity with its basis. */
    Draft judge(String one, String relation, String other) {
        return claim(one + " " + relation + " " + other, "asserts inferred", ", 'note': 'The basis.'");
    }

    Dossier read() {
        return Sample.dossier(
                name + ".json",
                "{'dossier': '" + name + "', 'documents': [\n" + String.join(",\n", documents) + "], 'entities': [\n"
                        + String.join(",\n", entities) + "], 'claims': [\n" + String.join(",\n", claims) + "]}");
    }

    static Checked check(Draft... drafts) {
        return Checker.check(
                Sample.ontology(), Arrays.stream(drafts).map(Draft::read).toList());
    }

    static Corpus corpus(Draft... drafts) {
        Checked checked = check(drafts);
        return checked.corpus()
                .orElseThrow(() -> new AssertionError(checked.problems().toString()));
    }

    /** What a check found of one rule. */
    static List<String> told(String rule, Draft... drafts) {
        return check(drafts).problems().stream()
                .filter(problem -> problem.rule().equals(rule))
                .map(Problem::toString)
                .toList();
    }
}
