package org.ficelle.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ficelle.model.Claim;
import org.ficelle.model.Confidence;
import org.ficelle.model.Document;
import org.ficelle.model.Entity;
import org.ficelle.model.Kind;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Modality;
import org.ficelle.model.Ontology;
import org.ficelle.model.Period;
import org.ficelle.model.Proposition;
import org.ficelle.model.Quantity;
import org.ficelle.model.Relation;
import org.ficelle.model.Stance;
import org.ficelle.model.Value;
import org.ficelle.model.When;
import org.jspecify.annotations.Nullable;

/** Records in plain words, the same everywhere. */
final class Words {

    private final Ontology ontology;
    private final Map<String, Entity> entities;
    private final Map<String, Document> documents;

    Words(Ontology ontology, Map<String, Entity> entities, Map<String, Document> documents) {
        this.ontology = ontology;
        this.entities = entities;
        this.documents = documents;
    }

    /** The entity's name, or its id where the name is not at hand. */
    String name(String entity) {
        Entity known = entities.get(entity);
        return known == null ? entity : known.name();
    }

    /** The entity's name with its kind. */
    String nameAndKind(String entity) {
        Entity known = entities.get(entity);
        return known == null ? entity : known.name() + " [" + kind(known.kind()) + "]";
    }

    /** The kind's title. */
    String kind(String name) {
        Kind kind = ontology.kinds().get(name);
        return kind == null ? name : kind.title();
    }

    /** The relation read from subject to object. */
    String reads(String relation) {
        Relation known = ontology.relations().get(relation);
        return known == null ? relation : known.reads();
    }

    /** What the ontology says of the relation, as a remark. */
    String caution(String relation) {
        Relation known = ontology.relations().get(relation);
        return known == null ? "" : ". " + known.description();
    }

    /** "Orkhan Rzayev heads Eleven Kings". */
    String proposition(Proposition proposition) {
        Value value = proposition.value();
        return name(proposition.subject())
                + " "
                + reads(proposition.relation())
                + " "
                + (value == null ? name(Objects.requireNonNull(proposition.object())) : value.spoken());
    }

    /** A denial's target in words: a proposition, or the claim with that id. */
    String target(String target) {
        String[] words = target.split(" ", 3);
        if (words.length < 3) {
            return target;
        }
        String object = words[2].startsWith("= ") ? words[2].substring(2) : name(words[2]);
        return name(words[0]) + " " + reads(words[1]) + " " + object;
    }

    /** Who does what with the proposition: "asserted by VIGINUM (assessed)". */
    String voice(Claim claim) {
        String asserter = name(claim.source().assertedBy());
        Modality modality = claim.modality();
        return switch (claim.stance()) {
            case ASSERTS -> "asserted by " + asserter + (modality == null ? "" : " (" + modality.label() + ")");
            case DENIES -> "denied by " + asserter + (claim.scope().denial().general() ? " (in general terms)" : "");
            case NOT_ESTABLISHED -> "looked for and not established by " + asserter;
            case NO_COMMENT -> "no comment, as reported by " + asserter;
            case FORECASTS -> "forecast by " + asserter;
            case CHARACTERISES -> "so characterised by " + asserter;
        };
    }

    /** Where it stands: the document's id, the place in it, its date. */
    String citation(Claim claim) {
        String locator = claim.source().locator();
        Document document = documents.get(claim.source().document());
        return "in " + claim.source().document() + (locator == null ? "" : " " + locator) + ", "
                + (document == null ? "undated" : date(document));
    }

    /** Title, publisher and date of the document. */
    String document(String id) {
        Document document = documents.get(id);
        if (document == null) {
            return id;
        }
        String publisher = document.publication().publisher();
        return "\"" + document.title() + "\" (" + (publisher == null ? "publisher not stated" : name(publisher)) + ", "
                + date(document) + ")";
    }

    /** The list of documents at the end of an answer. */
    void documents(Page page, Iterable<String> ids) {
        for (String id : ids) {
            page.paragraph(3, id + "  " + document(id));
            page.paragraph(5, provenance(id));
        }
    }

    /** What to know of a document besides: type, reliability, what it relays, disclosed interests. */
    private String provenance(String id) {
        Document document = documents.get(id);
        if (document == null) {
            return "";
        }
        List<String> parts = new ArrayList<>(List.of(document.type().label()));
        if (document.reliability() != null) {
            parts.add("reliability " + document.reliability().label());
        }
        if (!document.derivesFrom().isEmpty()) {
            parts.add("derives from " + String.join(", ", document.derivesFrom()));
        }
        if (!document.interests().isEmpty()) {
            parts.add("disclosed interest: " + String.join("; ", document.interests()));
        }
        return String.join("; ", parts);
    }

    private static String date(Document document) {
        When published = document.publication().published();
        return published == null ? "undated" : published.spoken();
    }

    /** What weakens, dates, counts or qualifies the claim; one remark each. */
    List<String> remarks(Claim claim) {
        List<String> remarks = new ArrayList<>();
        String hedge = claim.appraisal().hedge();
        if (hedge != null) {
            remarks.add("hedge: \"" + hedge + "\"");
        }
        Confidence confidence = claim.appraisal().confidence();
        if (confidence != null) {
            remarks.add("confidence " + confidence.value()
                    + (confidence.scale() == null ? "" : " on " + confidence.scale())
                    + (confidence.term() == null ? "" : ", \"" + confidence.term() + "\""));
        }
        String period = period(claim.scope().period());
        if (period != null) {
            remarks.add("time: " + period);
        }
        Quantity quantity = claim.scope().quantity();
        if (quantity != null) {
            remarks.add("quantity: " + quantity);
        }
        if (!claim.scope().denial().targets().isEmpty()) {
            remarks.add("denies: "
                    + String.join(
                            "; ",
                            claim.scope().denial().targets().stream()
                                    .map(this::target)
                                    .toList()));
        } else if (claim.stance() == Stance.DENIES) {
            remarks.add("denies: " + proposition(claim.proposition()));
        }
        String note = claim.wording().note();
        if (note != null) {
            remarks.add((claim.modality() == Modality.INFERRED ? "basis: " : "note: ") + note);
        }
        return remarks;
    }

    /** "from … until …", or null when nothing is known. */
    @Nullable
    String period(Period period) {
        When from = period.from();
        When until = period.until();
        if (from == null && until == null) {
            return null;
        }
        if (until == null) {
            return Objects.requireNonNull(from).spoken();
        }
        if (from == null) {
            return "until " + until.spoken();
        }
        return from.equals(until) ? from.spoken() : from.spoken() + " to " + until.spoken();
    }

    /** How a link's strength comes about: "0.63 (weight 0.9 × prior 0.7)". */
    String strength(Link link, List<Claim> asserting) {
        boolean contested = link.status() == LinkStatus.CONTESTED;
        double factor = link.weight() == 0 ? 0 : link.strength() / link.weight() * (contested ? 2 : 1);
        boolean given = asserting.stream().anyMatch(claim -> claim.appraisal().confidence() != null);
        return Numbers.round(link.strength()) + " (weight " + Numbers.round(link.weight()) + " × "
                + (given ? "confidence " : "prior ") + Numbers.round(factor) + (contested ? " / 2, contested)" : ")");
    }
}
