package org.ficelle.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.ConstraintDefinition;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexSetting;
import org.neo4j.graphdb.schema.IndexType;
import org.neo4j.graphdb.schema.Schema;

/** The schema in Neo4j's Java API. */
final class EmbeddedSchema {

    /** The types of relationships that belong to a node. */
    static final RelationshipType[] EDGE_TYPES =
            GraphSchema.EDGE_TYPES.stream().map(RelationshipType::withName).toArray(RelationshipType[]::new);

    private static final long INDEX_MINUTES = 10;

    private EmbeddedSchema() {}

    static Label label(String name) {
        return Label.label(GraphSchema.token(name));
    }

    static RelationshipType type(String name) {
        return RelationshipType.withName(GraphSchema.token(name));
    }

    /** The types of all links that the graph has ever held. */
    static RelationshipType[] linkTypes(Transaction transaction) {
        List<RelationshipType> types = new ArrayList<>();
        for (RelationshipType type : transaction.getAllRelationshipTypes()) {
            if (GraphSchema.isLinkType(type.name())) {
                types.add(type);
            }
        }
        return types.toArray(RelationshipType[]::new);
    }

    /** Which load the graph shows; absent when there never was one. */
    static @Nullable String shown(Transaction transaction) {
        Node revision = transaction.findNode(label(Revision.LABEL), GraphSchema.ID, Revision.NODE);
        return revision == null ? null : (String) revision.getProperty(Revision.SHOWN, null);
    }

    static boolean has(Transaction transaction, String index) {
        for (IndexDefinition definition : transaction.schema().getIndexes()) {
            if (definition.getName().equals(index)) {
                return true;
            }
        }
        return false;
    }

    /** Creates those constraints and indexes that are missing, and waits for them. */
    static void ensure(GraphDatabaseService database, List<SchemaRule> rules) {
        List<String> left = new ArrayList<>();
        List<SchemaRule> missing;
        try (Transaction transaction = database.beginTx()) {
            Set<String> present = new HashSet<>();
            for (ConstraintDefinition constraint : transaction.schema().getConstraints()) {
                present.add(constraint.getName());
            }
            for (IndexDefinition index : transaction.schema().getIndexes()) {
                // A constraint whose making was cut short leaves its index behind, which is of no use and in the way.
                if (!present.contains(index.getName()) && index.isConstraintIndex()) {
                    left.add(index.getName());
                } else {
                    present.add(index.getName());
                }
            }
            missing = rules.stream()
                    .filter(rule -> !present.contains(rule.name()))
                    .toList();
        }
        left.forEach(name -> database.executeTransactionally("DROP INDEX " + GraphSchema.quoted(name)));
        if (missing.isEmpty()) {
            return;
        }
        try (Transaction transaction = database.beginTx()) {
            missing.forEach(rule -> create(transaction.schema(), rule));
            transaction.commit();
        }
        try (Transaction transaction = database.beginTx()) {
            transaction.schema().awaitIndexesOnline(INDEX_MINUTES, TimeUnit.MINUTES);
        }
    }

    private static void create(Schema schema, SchemaRule rule) {
        switch (rule.form()) {
            case NODE_ID ->
                schema.constraintFor(label(rule.on()))
                        .assertPropertyIsUnique(GraphSchema.ID)
                        .withName(rule.name())
                        .create();
            case LINK_ID ->
                schema.constraintFor(type(rule.on()))
                        .assertPropertyIsUnique(GraphSchema.ID)
                        .withName(rule.name())
                        .create();
            case NAMES ->
                schema.indexFor(label(rule.on()))
                        .on("name")
                        .on("aliases")
                        .on(GraphSchema.FOLDED)
                        .withName(rule.name())
                        .withIndexType(IndexType.FULLTEXT)
                        .withIndexConfiguration(Map.of(IndexSetting.fulltext_Analyzer(), "standard-folding"))
                        .create();
            case FOLDED ->
                schema.indexFor(label(rule.on()))
                        .on(GraphSchema.FOLDED)
                        .withName(rule.name())
                        .withIndexType(IndexType.TEXT)
                        .create();
            default -> throw new IllegalArgumentException("no form " + rule.form());
        }
    }
}
