package org.ficelle.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ficelle.graph.SchemaRule.Form;
import org.ficelle.model.Ontology;
import org.ficelle.model.Relation;

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

    /** A claim that a load removed, as it last was. It is tied to nothing. */
    public static final String TOMBSTONE = "Tombstone";

    /** What one load did to one element. */
    public static final String CHANGE = "Change";

    /** Of a claim: the id of the load that first brought it. */
    public static final String FIRST_SEEN = "firstSeen";

    /** Of a dossier: the path of its file, from the folder that was loaded. */
    public static final String FILE = "file";

    /** Of a dossier: SHA-256 of its file's bytes. */
    public static final String BYTES = "bytes";

    /** Of a dossier: what its file declares, each an id and a digest of the declaration, parted by a blank. */
    public static final String DECLARES = "declares";

    /** Of a dossier: where it writes an entity's id in a form of its own, the id and that form, parted by a blank. */
    public static final String SPELLS = "spells";

    /** Of a dossier: what its denials target, with ids in their normal form. */
    public static final String TARGETS = "declaredTargets";

    /** What a node or link is found by. */
    public static final String ID = "id";

    static final String FINGERPRINT = "fingerprint";
    static final String FOLDED = "folded";

    static final String SUBJECT = "SUBJECT";
    static final String OBJECT = "OBJECT";
    static final String ASSERTED_BY = "ASSERTED_BY";
    static final String STATED_IN = "STATED_IN";
    public static final String DENIES = "DENIES";
    static final String DERIVES_FROM = "DERIVES_FROM";
    static final String PUBLISHED_BY = "PUBLISHED_BY";

    /** The full-text index over names, aliases and their folded forms. */
    static final String NAMES_INDEX = "names";

    /** The text index in which a folded name is looked up as a whole. */
    static final String FOLDED_INDEX = "folded_names";

    /** Properties that tell of loads and files and not of what the data says: no fingerprint covers them. */
    static final Set<String> VOLATILE = Set.of(FIRST_SEEN, FILE, BYTES, DECLARES, SPELLS, TARGETS);

    /** Labels whose nodes loading compares and changes. */
    static final List<String> MANAGED_LABELS = List.of(CLAIM, DOCUMENT, DOSSIER, ENTITY, ONTOLOGY);

    /** Labels whose nodes tell of loads. */
    static final List<String> RECORD_LABELS = List.of(CHANGE, LOAD, TOMBSTONE);

    /** The types of relationships that belong to a node. */
    public static final List<String> EDGE_TYPES =
            List.of(SUBJECT, OBJECT, ASSERTED_BY, STATED_IN, DENIES, DERIVES_FROM, PUBLISHED_BY);

    private GraphSchema() {}

    /** The name of a kind or relation, checked. */
    static String token(String name) {
        if (!isToken(name)) {
            throw new IllegalArgumentException("'" + name + "' is no name of a kind or relation");
        }
        return name;
    }

    /** Whether it is of letters, digits and underscores, a letter first; spelt out, since every view asks for all types. */
    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char next = name.charAt(i);
            boolean letter = next >= 'A' && next <= 'Z' || next >= 'a' && next <= 'z';
            if (!letter && (i == 0 || next != '_' && (next < '0' || next > '9'))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** A label or relationship type as Cypher takes it, also one that users made up. */
    static String quoted(String name) {
        // Cypher reads \\u0060 as a quotation mark wherever it stands.
        return "`" + name.replace("\\", "\\u005C").replace("`", "``") + "`";
    }

    /** Whether links can be of this type. Users may have drawn relationships of other types by hand. */
    static boolean isLinkType(String type) {
        return isToken(type) && !EDGE_TYPES.contains(type);
    }

    /** Whether a key of this type is a node's and not a link's. */
    static boolean isNode(String type) {
        return MANAGED_LABELS.contains(type) || isRecord(type);
    }

    /** Whether a key of this type is of a node that tells of a load, and not of what the data says. */
    static boolean isRecord(String type) {
        return RECORD_LABELS.contains(type);
    }

    /** The label among a node's labels that is the type of its key. */
    static String keyLabel(Iterable<String> labels) {
        for (String label : labels) {
            if (MANAGED_LABELS.contains(label)) {
                return label;
            }
        }
        throw new StoreException(
                "the graph holds a claim or document tied to something else; load into a new store", null);
    }

    /** The constraints and indexes that a graph of the ontology has; a {@link StoreException} when it cannot have them. */
    static List<SchemaRule> rules(Ontology ontology) {
        List<SchemaRule> rules = new ArrayList<>();
        Stream.of(MANAGED_LABELS, RECORD_LABELS, List.of(Revision.LABEL))
                .flatMap(List::stream)
                .forEach(label -> rules.add(new SchemaRule(label + "_" + ID, Form.NODE_ID, label)));
        for (Relation relation : ontology.relations().values()) {
            String type = relation.name();
            if (EDGE_TYPES.contains(type)) {
                throw new StoreException(
                        "the ontology declares a relation " + type
                                + ", which the graph keeps for its own use; give it another name",
                        null);
            }
            if (relation.ends().value() == null) {
                rules.add(new SchemaRule(type + "_" + ID, Form.LINK_ID, type));
            }
        }
        rules.add(new SchemaRule(NAMES_INDEX, Form.NAMES, ENTITY));
        rules.add(new SchemaRule(FOLDED_INDEX, Form.FOLDED, ENTITY));
        return rules;
    }
}
