package org.ficelle.read;

import static org.ficelle.read.Field.optional;
import static org.ficelle.read.Field.required;

import java.math.BigDecimal;
import java.util.List;
import org.ficelle.model.DocumentType;
import org.ficelle.model.EvidenceKind;
import org.ficelle.model.Labelled;
import org.ficelle.model.Marking;
import org.ficelle.model.Modality;
import org.ficelle.model.QuantityPrecision;
import org.ficelle.model.Reliability;
import org.ficelle.model.Stance;

/** The tables of a dossier: what it, its documents, its entities and its claims may hold. */
final class DossierShapes {

    private static final Form ENTITY_ID = new Form.Words(Syntax.ENTITY_ID);
    private static final Form DOCUMENT_ID = new Form.Words(Syntax.DOCUMENT_ID);
    private static final Form SHORT = words(500);
    private static final Form LONG = words(10_000);
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

    private static final Field MARKING =
            optional("marking", Form.Choice.of(Marking.class), "who may see it, in TLP 2.0");
    private static final Field NOTE = optional("note", LONG, "a remark of the curator's");
    private static final Field REF =
            optional("ref", new Form.Many(SHORT), "rows of a register or other references of the curator's");

    static final Shape DATE = new Shape(
            "date",
            "A date as the document gives it, and what it resolves to.",
            List.of(
                    required("raw", SHORT, "the words of the document"),
                    optional(
                            "date",
                            new Form.Words(Syntax.DATE),
                            "the year, month or day it resolves to, or two of these joined by a slash; left out when undated"),
                    optional("inferred", new Form.Flag(), "true when the resolved value does not stand in the words"),
                    optional("basis", words(2_000), "why the inferred value is right")),
            List.of(
                    new Rule.NeededWhen("date", "inferred", true, "write the value that was inferred"),
                    new Rule.NeededWhen("basis", "inferred", true, "say in 'basis' what the value is inferred from"),
                    new Rule.OnlyWhen("basis", "inferred", true, "mark the date as inferred, or leave the basis out")));

    static final Shape QUANTITY = new Shape(
            "quantity",
            "A number with its unit.",
            List.of(
                    required("value", new Form.Amount(LARGEST.negate(), LARGEST, 6), "the number"),
                    required("unit", words(100), "what is counted or measured, such as seconds"),
                    required("precision", Form.Choice.of(QuantityPrecision.class), "how exactly the number is meant")),
            List.of());

    static final Shape CONFIDENCE = new Shape(
            "confidence",
            "The source's own confidence in what it claims.",
            List.of(
                    required("value", Form.Amount.whole(0, 100), "0 to 100"),
                    optional("scale", SHORT, "the scale it was given on, such as ICD 203"),
                    optional("term", SHORT, "the source's word for it, such as \"very likely\"")),
            List.of());

    static final Shape DOCUMENT = new Shape(
            "document",
            "A report, article or statement in which claims stand.",
            List.of(
                    required("id", DOCUMENT_ID, "its name, without a prefix"),
                    required("type", Form.Choice.of(DocumentType.class), "its form"),
                    required("title", words(1_000), "its title"),
                    required(
                            "publisher",
                            new Form.Words(Syntax.PUBLISHER),
                            "the entity that published it, or \"not stated\""),
                    optional(
                            "authors",
                            new Form.Many(SHORT),
                            "plain names, or entity ids where the author is an actor of the case"),
                    optional("published", new Form.Nested(DATE), "when it was published"),
                    optional("url", new Form.Words(Syntax.URL), "where it can be read"),
                    optional("sha256", new Form.Words(Syntax.SHA256), "the SHA-256 sum of the file that was read"),
                    optional("derivesFrom", new Form.Many(DOCUMENT_ID), "the documents it relays"),
                    optional(
                            "reliability",
                            Form.Choice.of(Reliability.class),
                            "the reliability of the source on the Admiralty scale, A to F"),
                    optional("interests", new Form.Many(LONG), "interests that the publisher disclosed"),
                    MARKING,
                    NOTE,
                    REF),
            List.of());

    static final Shape ENTITY = new Shape(
            "entity",
            "A thing in the network: an account, a domain, a person, a company.",
            List.of(
                    required("id", ENTITY_ID, "its kind in kebab-case, a colon and its key"),
                    required("kind", new Form.Words(Syntax.KIND_NAME), "a kind of the ontology"),
                    required("name", SHORT, "its name as the documents write it"),
                    optional("aliases", new Form.Many(SHORT), "other names; they help to find it and merge nothing"),
                    optional("description", LONG, "who or what it is"),
                    optional("placeholder", new Form.Flag(), "true for a party that the documents do not name"),
                    MARKING,
                    NOTE,
                    REF),
            List.of(new Rule.NeededWhen(
                    "description", "placeholder", true, "say in 'description' what the documents tell of it")));

    static final Shape CLAIM = new Shape(
            "claim",
            "One documented statement: who says what, where, how firmly.",
            List.of(
                    required("subject", ENTITY_ID, "the entity it is about"),
                    required("relation", new Form.Words(Syntax.RELATION_NAME), "a relation of the ontology"),
                    optional("object", ENTITY_ID, "the entity the relation leads to"),
                    optional(
                            "value",
                            new Form.Either(new Form.Words(Syntax.words(2_000)), List.of(QUANTITY, DATE)),
                            "words, a date or a quantity, where the relation takes a value"),
                    required(
                            "stance",
                            Form.Choice.of(Stance.class),
                            "what the asserting party does with the proposition"),
                    optional("modality", Form.Choice.of(Modality.class), "how an assertion is made"),
                    required("assertedBy", ENTITY_ID, "the entity whose word it is"),
                    required("document", DOCUMENT_ID, "the document it stands in"),
                    optional("locator", SHORT, "the place in the document, such as ¶6"),
                    required("statement", words(2_000), "the claim in a sentence of the curator's own"),
                    optional("quote", LONG, "the document's words"),
                    optional("hedge", SHORT, "the words that weaken it, such as \"at least one\""),
                    optional("confidence", new Form.Nested(CONFIDENCE), "the source's own confidence"),
                    optional(
                            "credibility",
                            Form.Amount.whole(1, 6),
                            "the credibility of the information on the Admiralty scale, 1 to 6"),
                    optional("evidence", Form.Choice.of(EvidenceKind.class), "what sort of evidence it rests on"),
                    optional("from", new Form.Nested(DATE), "the beginning of the time it speaks of"),
                    optional("until", new Form.Nested(DATE), "the end of the time it speaks of"),
                    optional("quantity", new Form.Nested(QUANTITY), "a number that belongs to it"),
                    optional(
                            "targets",
                            new Form.Many(new Form.Words(Syntax.TARGET)),
                            "what a denial denies beside its own proposition: \"subject RELATION object\" or claim ids"),
                    optional("general", new Form.Flag(), "true for a denial whose words name no allegation"),
                    MARKING,
                    NOTE,
                    REF),
            List.of(
                    new Rule.ExactlyOne("object", "value"),
                    new Rule.NeededWhen("modality", "stance", "asserts", "write " + Messages.or(labelsOfModality())),
                    new Rule.OnlyWhen(
                            "modality", "stance", "asserts", "leave it out: only an assertion has a modality"),
                    new Rule.NeededWhen("note", "modality", "inferred", "give the basis of the inference in 'note'"),
                    new Rule.OnlyWhen("targets", "stance", "denies", "leave it out: only a denial has targets"),
                    new Rule.OnlyWhen("general", "stance", "denies", "leave it out: only a denial can be general")));

    static final Shape DOSSIER = new Shape(
            "dossier",
            "One data file of Ficelle: documents, entities, and the claims that join them.",
            List.of(
                    optional("$schema", words(2_048), "where this schema lies, for the editor"),
                    required("dossier", DOCUMENT_ID, "the dossier's name, unique among the files"),
                    optional("title", words(1_000), "a title for readers"),
                    optional("documents", new Form.Many(new Form.Nested(DOCUMENT)), "documents that claims stand in"),
                    optional("entities", new Form.Many(new Form.Nested(ENTITY)), "entities that claims speak of"),
                    optional("claims", new Form.Many(new Form.Nested(CLAIM)), "what the documents say")),
            List.of());

    /** Every shape that a dossier is made of, the dossier first. */
    static final List<Shape> ALL = List.of(DOSSIER, DOCUMENT, ENTITY, CLAIM, DATE, QUANTITY, CONFIDENCE);

    private DossierShapes() {}

    private static Form.Words words(int max) {
        return new Form.Words(Syntax.words(max));
    }

    private static List<String> labelsOfModality() {
        return Labelled.labels(Modality.class);
    }
}
