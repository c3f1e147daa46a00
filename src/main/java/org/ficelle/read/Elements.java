package org.ficelle.read;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.ficelle.model.Annotations;
import org.ficelle.model.Appraisal;
import org.ficelle.model.Claim;
import org.ficelle.model.Confidence;
import org.ficelle.model.Denial;
import org.ficelle.model.Document;
import org.ficelle.model.DocumentType;
import org.ficelle.model.Entity;
import org.ficelle.model.EvidenceKind;
import org.ficelle.model.Marking;
import org.ficelle.model.Modality;
import org.ficelle.model.Period;
import org.ficelle.model.Problem;
import org.ficelle.model.Proposition;
import org.ficelle.model.Publication;
import org.ficelle.model.Quantity;
import org.ficelle.model.QuantityPrecision;
import org.ficelle.model.Reliability;
import org.ficelle.model.Scope;
import org.ficelle.model.Source;
import org.ficelle.model.Stance;
import org.ficelle.model.Value;
import org.ficelle.model.When;
import org.jspecify.annotations.Nullable;

/**
 * Makes documents, entities and claims of fields. What a field was told to be wrong is left out; empty when the fields
 * that give the element its identity are missing.
 */
final class Elements {

    private final Consumer<Problem> problems;
    private final Shared shared;

    /** @param shared keeps what stands in very many claims once, such as ids and dates */
    Elements(Consumer<Problem> problems, Shared shared) {
        this.problems = problems;
        this.shared = shared;
    }

    Optional<Document> document(Fields fields) {
        String id = shared.text(fields.text("id"));
        When published = date(fields.nested("published"));
        if (id == null) {
            return Optional.empty();
        }
        String publisher = shared.text(fields.text("publisher"));
        String sha256 = fields.text("sha256");
        return Optional.of(new Document(
                id,
                fields.choice(DocumentType.class, "type").orElse(DocumentType.OTHER),
                fields.text("title", id),
                new Publication(
                        Publication.NOT_STATED.equals(publisher) ? null : publisher,
                        fields.texts("authors"),
                        published,
                        fields.text("url"),
                        sha256 == null ? null : sha256.toLowerCase(Locale.ROOT)),
                fields.texts("derivesFrom").stream().map(this::one).toList(),
                fields.choice(Reliability.class, "reliability").orElse(null),
                fields.texts("interests"),
                annotations(fields)));
    }

    Optional<Entity> entity(Fields fields) {
        String id = shared.text(fields.text("id"));
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(new Entity(
                id,
                one(fields.text("kind", "")),
                fields.text("name", id),
                fields.texts("aliases"),
                fields.text("description"),
                fields.flag("placeholder"),
                annotations(fields)));
    }

    Optional<Claim> claim(Fields fields) {
        Scope scope = scope(fields);
        checkQuote(fields);
        String object = shared.text(fields.text("object"));
        Value value = object == null ? value(fields.value("value")) : null;
        String subject = shared.text(fields.text("subject"));
        String relation = shared.text(fields.text("relation"));
        String assertedBy = shared.text(fields.text("assertedBy"));
        String document = shared.text(fields.text("document"));
        if (subject == null || relation == null || assertedBy == null || document == null) {
            return Optional.empty();
        }
        if (object == null && value == null) {
            return Optional.empty();
        }
        Stance stance = fields.choice(Stance.class, "stance").orElse(Stance.CHARACTERISES);
        Modality modality = fields.choice(Modality.class, "modality").orElse(Modality.HYPOTHETICAL);
        return Optional.of(Claim.of(
                new Proposition(subject, relation, object, value),
                stance,
                stance == Stance.ASSERTS ? modality : null,
                shared.of(new Source(assertedBy, document, shared.text(fields.text("locator")))),
                shared.wording(fields.text("statement", ""), fields.text("quote"), fields.text("note")),
                appraisal(fields),
                scope));
    }

    private Appraisal appraisal(Fields fields) {
        Appraisal appraisal = new Appraisal(
                confidence(fields.nested("confidence")),
                fields.whole("credibility"),
                fields.choice(EvidenceKind.class, "evidence").orElse(null),
                fields.text("hedge"));
        return appraisal.equals(Appraisal.UNSPECIFIED) ? Appraisal.UNSPECIFIED : shared.of(appraisal);
    }

    private Scope scope(Fields fields) {
        When from = date(fields.nested("from"));
        When until = date(fields.nested("until"));
        Dates.checkOrder(from, until, fields.place("until"), problems);
        Scope scope = new Scope(
                from == null && until == null ? Period.UNSPECIFIED : new Period(from, until),
                quantity(fields.nested("quantity")),
                Stance.DENIES.label().equals(fields.text("stance"))
                        ? new Denial(fields.texts("targets"), fields.flag("general"))
                        : Denial.NONE,
                marking(fields),
                fields.texts("ref"));
        return scope.equals(Scope.UNSPECIFIED) ? Scope.UNSPECIFIED : shared.of(scope);
    }

    private @Nullable When date(@Nullable Fields fields) {
        When date = Dates.read(fields, problems);
        return date == null ? null : shared.of(date);
    }

    private String one(String text) {
        return shared.of(text);
    }

    private void checkQuote(Fields fields) {
        String quote = fields.text("quote");
        if (quote != null && fields.text("statement", "").contains(quote)) {
            problems.accept(Problem.error(
                    fields.place("statement"),
                    "statement-is-quote",
                    "the statement repeats the quote",
                    "say in your own words what the document says"));
        }
    }

    private @Nullable Value value(@Nullable Object read) {
        if (read instanceof String text) {
            return new Value.Text(text);
        }
        if (!(read instanceof Fields fields)) {
            return null;
        }
        Quantity quantity = quantity(fields);
        if (quantity != null) {
            return new Value.Amount(quantity);
        }
        When when = date(fields);
        return when == null ? null : new Value.Date(when);
    }

    private static @Nullable Quantity quantity(@Nullable Fields fields) {
        if (fields == null || fields.value("unit") == null || fields.number("value") == null) {
            return null;
        }
        return new Quantity(
                Objects.requireNonNull(fields.number("value")),
                fields.text("unit", ""),
                fields.choice(QuantityPrecision.class, "precision").orElse(QuantityPrecision.EXACT));
    }

    private @Nullable Confidence confidence(@Nullable Fields fields) {
        Integer value = fields == null ? null : fields.whole("value");
        return fields == null || value == null
                ? null
                : new Confidence(value, fields.text("scale"), fields.text("term"));
    }

    private static Annotations annotations(Fields fields) {
        Annotations annotations = new Annotations(marking(fields), fields.text("note"), fields.texts("ref"));
        return annotations.equals(Annotations.NONE) ? Annotations.NONE : annotations;
    }

    private static @Nullable Marking marking(Fields fields) {
        return fields.choice(Marking.class, "marking").orElse(null);
    }
}
