package org.ficelle.graph;

import static org.ficelle.graph.DocumentCodec.edge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ficelle.model.Appraisal;
import org.ficelle.model.Claim;
import org.ficelle.model.Confidence;
import org.ficelle.model.Denial;
import org.ficelle.model.EvidenceKind;
import org.ficelle.model.Marking;
import org.ficelle.model.Modality;
import org.ficelle.model.Period;
import org.ficelle.model.Proposition;
import org.ficelle.model.Scope;
import org.ficelle.model.Source;
import org.ficelle.model.Stance;
import org.ficelle.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Claims as {@code (:Claim)} nodes with {@code SUBJECT}, {@code OBJECT}, {@code ASSERTED_BY}, {@code STATED_IN} and
 * {@code DENIES}.
 *
 * <p>The properties {@code subject}, {@code object} and {@code assertedBy} keep the ids as the data file wrote them; the
 * relationships lead to the entities that stand for them.
 */
public final class ClaimCodec {

    private ClaimCodec() {}

    /**
     * What the rest of the corpus adds to a claim's node.
     *
     * @param origins ids of the documents where the information started
     * @param denied ids of the assertions that the claim denies
     * @param dossiers names of the dossiers that declare the claim
     */
    public record Context(Collection<String> origins, Collection<String> denied, Collection<String> dossiers) {}

    /** @param canonical the id that stands for an entity */
    public static Element.Node encode(Claim claim, UnaryOperator<String> canonical, Context context) {
        Source source = claim.source();
        PropertyValues properties = new PropertyValues()
                .put("relation", claim.relation())
                .put("subject", claim.subject())
                .put("object", claim.object())
                .put("stance", claim.stance())
                .put("modality", claim.modality())
                .put("assertedBy", source.assertedBy())
                .put("document", source.document())
                .put("locator", source.locator())
                .put("origins", context.origins())
                .put("dossiers", context.dossiers());
        ValueCodec.encode(properties, "value", claim.proposition().value());
        encode(properties, claim.wording().words());
        encode(properties, claim.appraisal());
        encode(properties, claim.scope());
        List<Element.Edge> edges = new ArrayList<>();
        edges.add(edge(GraphSchema.SUBJECT, VertexCodec.key(canonical.apply(claim.subject()))));
        String object = claim.object();
        if (object != null) {
            edges.add(edge(GraphSchema.OBJECT, VertexCodec.key(canonical.apply(object))));
        }
        edges.add(edge(GraphSchema.ASSERTED_BY, VertexCodec.key(canonical.apply(source.assertedBy()))));
        edges.add(new Element.Edge(
                GraphSchema.STATED_IN,
                DocumentCodec.key(source.document()),
                new PropertyValues().put("locator", source.locator()).values()));
        context.denied().forEach(denied -> edges.add(edge(GraphSchema.DENIES, key(denied))));
        return new Element.Node(key(claim.id()), List.of(), properties.values(), edges);
    }

    public static Claim decode(Element.Node node) {
        PropertyValues properties = new PropertyValues(node.properties());
        return new Claim(
                node.key().id(),
                new Proposition(
                        properties.text("subject"),
                        properties.text("relation"),
                        properties.textOrNull("object"),
                        ValueCodec.decodeValue(properties, "value")),
                properties.label(Stance.class, "stance"),
                properties.labelOrNull(Modality.class, "modality"),
                new Source(
                        properties.text("assertedBy"), properties.text("document"), properties.textOrNull("locator")),
                Wording.of(properties.text("statement"), properties.textOrNull("quote"), properties.textOrNull("note")),
                new Appraisal(
                        decodeConfidence(properties),
                        properties.integerOrNull("credibility"),
                        properties.labelOrNull(EvidenceKind.class, "evidence"),
                        properties.textOrNull("hedge")),
                new Scope(
                        new Period(
                                ValueCodec.decodeWhen(properties, "from"), ValueCodec.decodeWhen(properties, "until")),
                        ValueCodec.decodeQuantity(properties, "quantity"),
                        new Denial(properties.texts("targets"), properties.flag("general")),
                        properties.labelOrNull(Marking.class, "marking"),
                        properties.texts("ref")));
    }

    static ElementKey key(String id) {
        return new ElementKey(GraphSchema.CLAIM, id);
    }

    private static void encode(PropertyValues properties, Wording.Words words) {
        properties
                .put("statement", words.statement())
                .put("quote", words.quote())
                .put("note", words.note());
    }

    private static void encode(PropertyValues properties, Appraisal appraisal) {
        Confidence confidence = appraisal.confidence();
        if (confidence != null) {
            properties
                    .put("confidence", confidence.value())
                    .put("confidenceScale", confidence.scale())
                    .put("confidenceTerm", confidence.term());
        }
        properties
                .put("credibility", appraisal.credibility())
                .put("evidence", appraisal.evidence())
                .put("hedge", appraisal.hedge());
    }

    private static @Nullable Confidence decodeConfidence(PropertyValues properties) {
        Integer value = properties.integerOrNull("confidence");
        return value == null
                ? null
                : new Confidence(
                        value, properties.textOrNull("confidenceScale"), properties.textOrNull("confidenceTerm"));
    }

    private static void encode(PropertyValues properties, Scope scope) {
        ValueCodec.encode(properties, "from", scope.period().from());
        ValueCodec.encode(properties, "until", scope.period().until());
        ValueCodec.encode(properties, "quantity", scope.quantity());
        properties
                .putAny("targets", scope.denial().targets())
                .put("general", scope.denial().general() ? true : null)
                .put("marking", scope.marking())
                .putAny("ref", scope.ref());
    }
}
