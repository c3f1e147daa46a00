package org.ficelle.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ficelle.model.Ontology;
import org.ficelle.model.Relation;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.ConstraintDefinition;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexSetting;
import org.neo4j.graphdb.schema.IndexType;
import org.neo4j.graphdb.schema.Schema;

/**
 * The names in the graph that are Ficelle's own and not the ontology's, and the constraints and indexes.
 *
 * <p>Kinds become labels beside {@code Entity}, relations become the types of links. Every label and relationship type
 * of Neo4j comes from here.
 */
public final class GraphSchema {

    public static final String ENTITY = "Entity";
    public static final String CLAIM = "Claim";
    public static final String DOCUMENT = "Document";
    public static final String DOSSIER = "Dossier";
    public static final String LOAD = "Load";
    public static final String ONTOLOGY = "Ontology";

    /** What a node or link is found by. */
    public static final String ID = "id";

    static final String FINGERPRINT = "fingerprint";
    static final String FOLDED = "folded";

    static final String SUBJECT = "SUBJECT";
    static final String OBJECT = "OBJECT";
    static final String ASSERTED_BY = "ASSERTED_BY";
    static final String STATED_IN = "STATED_IN";
    static final String DENIES = "DENIES";
    static final String DERIVES_FROM = "DERIVES_FROM";
    static final String PUBLISHED_BY = "PUBLISHED_BY";

    /** The full-text index over names, aliases and their folded forms. */
    static final String NAMES_INDEX = "names";

    /** The text index in which a folded name is looked up as a whole. */
    static final String FOLDED_INDEX = "folded_names";

    /** Labels whose nodes loading compares and changes; a {@code Load} is only ever added. */
    static final List<String> MANAGED_LABELS = List.of(CLAIM, DOCUMENT, DOSSIER, ENTITY, ONTOLOGY);

    private static final Set<String> OWN_TYPES =
            Set.of(SUBJECT, OBJECT, ASSERTED_BY, STATED_IN, DENIES, DERIVES_FROM, PUBLISHED_BY);

    /** The types of relationships that belong to a node. */
    static final RelationshipType[] EDGE_TYPES =
            OWN_TYPES.stream().map(RelationshipType::withName).toArray(RelationshipType[]::new);

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final long INDEX_MINUTES = 10;

    private GraphSchema() {}

    static Label label(String name) {
        return Label.label(token(name));
    }

    static RelationshipType type(String name) {
        return RelationshipType.withName(token(name));
    }

    private static String token(String name) {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a kind or relation");
        }
        return name;
    }

    /** The types of all links that the graph has ever held. */
    static RelationshipType[] linkTypes(Transaction transaction) {
        List<RelationshipType> types = new ArrayList<>();
        for (RelationshipType type : transaction.getAllRelationshipTypes()) {
            if (!OWN_TYPES.contains(type.name())) {
                types.add(type);
            }
        }
        return types.toArray(RelationshipType[]::new);
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
    static void ensure(GraphDatabaseService database, Ontology ontology) {
        try (Transaction transaction = database.beginTx()) {
            Collection<Consumer<Schema>> missing = missing(transaction.schema(), ontology);
            if (missing.isEmpty()) {
                return;
            }
            missing.forEach(creation -> creation.accept(transaction.schema()));
            transaction.commit();
        }
        try (Transaction transaction = database.beginTx()) {
            transaction.schema().awaitIndexesOnline(INDEX_MINUTES, TimeUnit.MINUTES);
        }
    }

    private static Collection<Consumer<Schema>> missing(Schema schema, Ontology ontology) {
        Set<String> present = new HashSet<>();
        for (ConstraintDefinition constraint : schema.getConstraints()) {
            present.add(constraint.getName());
        }
        for (IndexDefinition index : schema.getIndexes()) {
            present.add(index.getName());
        }
        List<Consumer<Schema>> missing = new ArrayList<>();
        for (String label : List.of(CLAIM, DOCUMENT, DOSSIER, ENTITY, LOAD, ONTOLOGY)) {
            String name = label + "_" + ID;
            if (!present.contains(name)) {
                missing.add(creating -> creating.constraintFor(label(label))
                        .assertPropertyIsUnique(ID)
                        .withName(name)
                        .create());
            }
        }
        for (Relation relation : ontology.relations().values()) {
            if (OWN_TYPES.contains(relation.name())) {
                throw new StoreException(
                        "the ontology declares a relation " + relation.name()
                                + ", which the graph keeps for its own use; give it another name",
                        null);
            }
            String name = relation.name() + "_" + ID;
            if (relation.ends().value() == null && !present.contains(name)) {
                missing.add(creating -> creating.constraintFor(type(relation.name()))
                        .assertPropertyIsUnique(ID)
                        .withName(name)
                        .create());
            }
        }
        if (!present.contains(NAMES_INDEX)) {
            missing.add(creating -> creating.indexFor(label(ENTITY))
                    .on("name")
                    .on("aliases")
                    .on(FOLDED)
                    .withName(NAMES_INDEX)
                    .withIndexType(IndexType.FULLTEXT)
                    .withIndexConfiguration(Map.of(IndexSetting.fulltext_Analyzer(), "standard-folding"))
                    .create());
        }
        if (!present.contains(FOLDED_INDEX)) {
            missing.add(creating -> creating.indexFor(label(ENTITY))
                    .on(FOLDED)
                    .withName(FOLDED_INDEX)
                    .withIndexType(IndexType.TEXT)
                    .create());
        }
        return missing;
    }
}
