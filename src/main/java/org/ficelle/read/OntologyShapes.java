package org.ficelle.read;

import static org.ficelle.read.Field.optional;
import static org.ficelle.read.Field.required;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.ficelle.model.KeyForm;
import org.ficelle.model.Modality;
import org.ficelle.model.RelationClass;
import org.ficelle.model.ValueType;

/** The tables of the ontology: what it, its kinds and its relations may hold. */
final class OntologyShapes {

    private static final Form SHARE = new Form.Amount(BigDecimal.ZERO, BigDecimal.ONE, 6);
    private static final Form SHORT = new Form.Words(Syntax.words(200));
    private static final Form LONG = new Form.Words(Syntax.words(2_000));
    private static final Form KINDS = new Form.Many(new Form.Words(Syntax.KIND_OR_ANY));

    private static final Field STIX =
            optional("stix", new Form.OrNull(SHORT), "the nearest STIX 2.1 type, null when there is none");
    private static final Field FTM =
            optional("ftm", new Form.OrNull(SHORT), "the nearest FollowTheMoney schema, null when there is none");

    static final Shape KIND = new Shape(
            "kind",
            "A kind of entity.",
            List.of(
                    required("name", new Form.Words(Syntax.KIND_NAME), "the Neo4j label"),
                    required("title", SHORT, "its name for readers"),
                    required("key", Form.Choice.of(KeyForm.class), "how the keys of its ids are written"),
                    required("transit", new Form.Flag(), "whether a path may pass through such an entity"),
                    STIX,
                    FTM,
                    required("colour", new Form.Words(Syntax.COLOUR), "its colour in Neo4j Browser"),
                    required("caption", SHORT, "the property that Neo4j Browser shows"),
                    required("description", LONG, "what it is")),
            List.of());

    static final Shape RELATION = new Shape(
            "relation",
            "A relation between entities, or between an entity and a value.",
            List.of(
                    required("name", new Form.Words(Syntax.RELATION_NAME), "the Neo4j relationship type"),
                    required("from", KINDS, "kinds of the subject, or \"*\" for any"),
                    optional("to", KINDS, "kinds of the object, or \"*\" for any"),
                    optional("value", Form.Choice.of(ValueType.class), "the type of the value it takes"),
                    optional("sameKind", new Form.Flag(), "whether subject and object are of one kind"),
                    required("class", Form.Choice.of(RelationClass.class), "what it is about"),
                    optional("walkable", new Form.Flag(), "whether a path may use it"),
                    optional("weight", SHARE, "how much a tie of this sort carries, 0 to 1"),
                    required("reads", SHORT, "from subject to object, such as \"hosted on\""),
                    optional("inverse", SHORT, "from object to subject, such as \"hosts\""),
                    STIX,
                    FTM,
                    required("description", LONG, "what it means")),
            List.of(
                    new Rule.ExactlyOne("to", "value"),
                    new Rule.Together("to", "walkable"),
                    new Rule.Together("to", "weight"),
                    new Rule.Together("to", "inverse")));

    /** For each modality that can let a link be drawn, the share that stands in for an unspecified confidence. */
    static final Shape PRIORS = new Shape(
            "table of priors",
            "What stands in for an unspecified confidence, by modality.",
            Arrays.stream(Modality.values())
                    .filter(modality -> modality != Modality.HYPOTHETICAL)
                    .map(modality -> required(modality.label(), SHARE, "0 to 1"))
                    .toList(),
            List.of());

    static final Shape ONTOLOGY = new Shape(
            "ontology",
            "The kinds of entities and the relations that dossiers may use.",
            List.of(
                    optional("$schema", LONG, "where its schema lies, for the editor"),
                    required("priors", new Form.Nested(PRIORS), "a share for each modality"),
                    required("kinds", new Form.Many(new Form.Nested(KIND)), "the kinds"),
                    required("relations", new Form.Many(new Form.Nested(RELATION)), "the relations")),
            List.of());

    private OntologyShapes() {}
}
