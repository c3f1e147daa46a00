package org.ficelle.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.ficelle.check.Ids;
import org.ficelle.graph.ClaimCodec;
import org.ficelle.graph.DocumentCodec;
import org.ficelle.graph.Element;
import org.ficelle.graph.GraphSchema;
import org.ficelle.graph.VertexCodec;
import org.ficelle.model.Claim;
import org.ficelle.model.Digest;
import org.ficelle.model.Document;
import org.ficelle.model.Dossier;
import org.ficelle.model.Entity;
import org.ficelle.model.Located;
import org.ficelle.model.Vertex;
import org.jspecify.annotations.Nullable;

/**
 * Dossiers as {@code (:Dossier)} nodes.
 *
 * <p>Their {@code sha256} is a digest of what the file declares (title, documents, entities and claims, whatever their
 * order), and not of the file's bytes.
 */
final class DossierNode {

    private static final UnaryOperator<String> AS_WRITTEN = id -> id;
    private static final int SHORT = 16;

    private DossierNode() {}

    static Element.Node of(Dossier dossier, Ids ids) {
        List<String> declared = new ArrayList<>();
        List<String> declares = new ArrayList<>();
        for (Located<Document> document : dossier.documents()) {
            String digest = DocumentCodec.encode(document.value(), AS_WRITTEN, List.of())
                    .fingerprint();
            declared.add(digest);
            declares.add(entry(GraphSchema.DOCUMENT, document.value().id(), digest));
        }
        for (Located<Entity> entity : dossier.entities()) {
            String digest = VertexCodec.encode(new Vertex(entity.value(), List.of(), false, 0), List.of())
                            .fingerprint()
                    // Whether a place says so or leaves it out decides whether another may contradict it.
                    + entity.fields().containsKey("placeholder");
            declared.add(digest);
            declares.add(entry(GraphSchema.ENTITY, ids.known(entity.value().id()), digest));
        }
        for (Located<Claim> claim : dossier.claims()) {
            String digest = ClaimCodec.encode(
                            claim.value(), AS_WRITTEN, new ClaimCodec.Context(List.of(), List.of(), List.of()))
                    .fingerprint();
            declared.add(digest);
            declares.add(entry(GraphSchema.CLAIM, ids.of(claim.value()), digest));
        }
        Collections.sort(declared);
        Collections.sort(declares);
        String title = dossier.title();
        declared.add(0, title == null ? "" : title);
        Map<String, Object> properties = new TreeMap<>();
        properties.put("name", dossier.name().value());
        properties.put("sha256", Digest.of(declared));
        properties.put(GraphSchema.DECLARES, declares);
        properties.put(
                GraphSchema.TARGETS,
                dossier.claims().stream()
                        .flatMap(claim -> claim.value().scope().denial().targets().stream())
                        .map(ids::target)
                        .distinct()
                        .sorted()
                        .toList());
        properties.put(GraphSchema.SPELLS, List.copyOf(spells(dossier, ids)));
        if (title != null) {
            properties.put("title", title);
        }
        return GraphImage.node(GraphSchema.DOSSIER, dossier.name().value(), properties);
    }

    private static String entry(String type, String id, String digest) {
        return type + " " + id + " " + Digest.of(List.of(digest)).substring(0, SHORT);
    }

    /** The entity and the form of its id, for every reference in a form of its own. */
    private static SortedSet<String> spells(Dossier dossier, Ids ids) {
        SortedSet<String> spells = new TreeSet<>();
        Consumer<@Nullable String> reference = written -> {
            if (written != null) {
                ids.spelling(written).ifPresent(form -> spells.add(ids.known(written) + " " + form));
            }
        };
        for (Located<Document> document : dossier.documents()) {
            reference.accept(document.value().publication().publisher());
            document.value().publication().authors().forEach(reference);
        }
        for (Located<Claim> claim : dossier.claims()) {
            reference.accept(claim.value().subject());
            reference.accept(claim.value().object());
            reference.accept(claim.value().source().assertedBy());
        }
        return spells;
    }
}
