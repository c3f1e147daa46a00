package org.ficelle.load;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
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

    private DossierNode() {}

    static Element.Node of(Dossier dossier, Ids ids) {
        List<String> declared = new ArrayList<>();
        List<Declaration> declarations = new ArrayList<>();
        for (Located<Document> document : dossier.documents()) {
            String digest = DocumentCodec.encode(document.value(), AS_WRITTEN, List.of())
                    .fingerprint();
            declared.add(digest);
            declarations.add(
                    Declaration.of(GraphSchema.DOCUMENT, document.value().id(), digest));
        }
        for (Located<Entity> entity : dossier.entities()) {
            String digest = VertexCodec.encode(new Vertex(entity.value(), List.of(), false, 0), List.of())
                            .fingerprint()
                    // Whether a place says so or leaves it out decides whether another may contradict it.
                    + entity.fields().containsKey("placeholder");
            declared.add(digest);
            declarations.add(
                    Declaration.of(GraphSchema.ENTITY, ids.known(entity.value().id()), digest));
        }
        for (Located<Claim> claim : dossier.claims()) {
            String digest = ClaimCodec.encode(
                            claim.value(), AS_WRITTEN, new ClaimCodec.Context(List.of(), List.of(), List.of()))
                    .fingerprint();
            declared.add(digest);
            declarations.add(Declaration.of(GraphSchema.CLAIM, ids.of(claim.value()), digest));
        }
        Collections.sort(declared);
        String title = dossier.title();
        declared.add(0, title == null ? "" : title);
        Map<String, Object> properties = new TreeMap<>();
        properties.put("name", dossier.name().value());
        properties.put("sha256", Digest.of(declared));
        properties.put(GraphSchema.DECLARES, new Declarations(declarations));
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

    /** @param digest of what is declared, or the beginning of one */
    private record Declaration(String type, String id, long digest) {

        static final Comparator<Declaration> ORDER = Comparator.comparing(Declaration::type)
                .thenComparing(Declaration::id)
                .thenComparing(Declaration::digest, Long::compareUnsigned);

        static Declaration of(String type, String id, String digest) {
            return new Declaration(
                    type, id, HexFormat.fromHexDigitsToLong(Digest.of(List.of(digest)), 0, Long.BYTES * 2));
        }
    }

    /** The declarations as the graph has them, each made when it is asked for: ids are kept anyhow, and digests are short. */
    private static final class Declarations extends AbstractList<String> {

        private final String[] types;
        private final String[] ids;
        private final long[] digests;

        Declarations(List<Declaration> declarations) {
            declarations.sort(Declaration.ORDER);
            types = declarations.stream().map(Declaration::type).toArray(String[]::new);
            ids = declarations.stream().map(Declaration::id).toArray(String[]::new);
            digests = declarations.stream().mapToLong(Declaration::digest).toArray();
        }

        @Override
        public String get(int index) {
            return types[index] + " " + ids[index] + " " + HexFormat.of().toHexDigits(digests[index]);
        }

        @Override
        public int size() {
            return ids.length;
        }
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
