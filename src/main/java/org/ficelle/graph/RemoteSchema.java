package org.ficelle.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ficelle.model.Ontology;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionContext;

/** The schema in Cypher. */
final class RemoteSchema {

    private static final List<String> PRESENT = List.of("SHOW CONSTRAINTS YIELD name", "SHOW INDEXES YIELD name");
    private static final String AWAIT = "CALL db.awaitIndexes(600)";

    private RemoteSchema() {}

    /** Runs work in a transaction of its own. */
    interface Writing {
        <T> T write(TransactionCallback<T> work);
    }

    /** Creates those constraints and indexes that are missing, and waits for them. */
    static void ensure(Writing store, Ontology ontology) {
        List<SchemaRule> rules = GraphSchema.rules(ontology);
        boolean created = store.write(transaction -> {
            Set<String> present = present(transaction);
            List<SchemaRule> missing = rules.stream()
                    .filter(rule -> !present.contains(rule.name()))
                    .toList();
            missing.forEach(rule -> transaction.run(cypher(rule)).consume());
            return !missing.isEmpty();
        });
        if (created) {
            store.write(transaction -> transaction.run(AWAIT).consume());
        }
    }

    private static Set<String> present(TransactionContext transaction) {
        Set<String> names = new HashSet<>();
        for (String statement : PRESENT) {
            names.addAll(transaction.run(statement).list(row -> row.get("name").asString()));
        }
        return names;
    }

    private static String cypher(SchemaRule rule) {
        String on = GraphSchema.quoted(rule.on());
        return switch (rule.form()) {
            case NODE_ID ->
                "CREATE CONSTRAINT " + rule.name() + " IF NOT EXISTS FOR (n:" + on + ") REQUIRE n.id IS UNIQUE";
            case LINK_ID ->
                "CREATE CONSTRAINT " + rule.name() + " IF NOT EXISTS FOR ()-[r:" + on + "]-() REQUIRE r.id IS UNIQUE";
            case NAMES ->
                "CREATE FULLTEXT INDEX " + rule.name() + " IF NOT EXISTS FOR (n:" + on
                        + ") ON EACH [n.name, n.aliases, n.folded]"
                        + " OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}";
            case FOLDED -> "CREATE TEXT INDEX " + rule.name() + " IF NOT EXISTS FOR (n:" + on + ") ON (n.folded)";
        };
    }
}
