package org.ficelle.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ficelle.model.Claim;
import org.ficelle.model.KeyForm;
import org.ficelle.model.Kind;
import org.ficelle.model.Ontology;
import org.ficelle.model.Proposition;
import org.ficelle.model.Source;
import org.ficelle.names.Nearest;
import org.jspecify.annotations.Nullable;

/** Entity ids in their normal form, by kind, so that one thing has one id however a file writes it. */
public final class Ids {

    private final Map<String, Kind> byPrefix = new TreeMap<>();

    /** What was worked out; an id is written in very many claims. */
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();

    public Ids(Ontology ontology) {
        ontology.kinds().values().forEach(kind -> byPrefix.put(kind.prefix(), kind));
    }

    /** The normal form of an id, or empty when it is none: no kind has ids of this form. */
    public Optional<String> normal(String written) {
        return read(written) instanceof Id id ? Optional.of(id.id()) : Optional.empty();
    }

    /** The normal form of an id; as written when it is none. */
    public String known(String written) {
        return normal(written).orElse(written);
    }

    /** The id of a claim once every id in it has its normal form. */
    public String of(Claim claim) {
        String object = claim.object();
        Proposition proposition = new Proposition(
                known(claim.subject()),
                claim.relation(),
                object == null ? null : known(object),
                claim.proposition().value());
        String assertedBy = known(claim.source().assertedBy());
        if (proposition.equals(claim.proposition())
                && assertedBy.equals(claim.source().assertedBy())) {
            return claim.id();
        }
        return Claim.idOf(
                proposition,
                claim.stance(),
                new Source(assertedBy, claim.source().document(), claim.source().locator()));
    }

    /** A denial's target with every id in it in its normal form. */
    public String target(String written) {
        String[] words = written.split(" ", 3);
        if (words.length < 3) {
            return written;
        }
        return known(words[0]) + " " + words[1] + " " + (words[2].startsWith("= ") ? words[2] : known(words[2]));
    }

    /** What a file wrote for an entity, where that tells more than the normal form of its id. */
    public Optional<String> spelling(String written) {
        return read(written) instanceof Id id ? Optional.ofNullable(id.alias()) : Optional.empty();
    }

    Reading read(String written) {
        return readings.computeIfAbsent(written, this::work);
    }

    private Reading work(String written) {
        int colon = written.indexOf(':');
        String prefix = written.substring(0, Math.max(colon, 0));
        Kind kind = byPrefix.get(prefix);
        if (kind == null) {
            String right = Nearest.of(prefix, byPrefix.keySet())
                    .map(near -> "the nearest is '" + near + ":'")
                    .orElse("begin it with the kind in kebab-case and a colon");
            return new Fault("no kind has ids that begin like '" + written + "'", right);
        }
        String key = written.substring(colon + 1);
        try {
            String normal = Keys.normal(kind.key(), key);
            String id = normal.equals(key) ? written : prefix + ":" + normal;
            return new Id(id, kind, alias(kind.key(), key, normal));
        } catch (IllegalArgumentException wrong) {
            return new Fault("the key of '" + written + "' " + wrong.getMessage(), "write it like " + example(kind));
        }
    }

    /** What the file wrote, where it tells more than the normal form; the key of a slug is made up anyhow. */
    private static @Nullable String alias(KeyForm form, String key, String normal) {
        if (form == KeyForm.SLUG || key.equals(normal)) {
            return null;
        }
        return form == KeyForm.HANDLE ? key.substring(key.indexOf('/') + 1) : key;
    }

    private static String example(Kind kind) {
        return kind.prefix() + ":"
                + switch (kind.key()) {
                    case SLUG -> "some-name";
                    case DOMAIN -> "example.org";
                    case HANDLE -> "x/handle";
                    case IP -> "192.0.2.1";
                    case URL -> "https://example.org/page";
                };
    }

    /** An id as written, understood or not. */
    sealed interface Reading {}

    /**
     * An id in its normal form.
     *
     * @param alias what the file wrote, where it is worth keeping
     */
    record Id(String id, Kind kind, @Nullable String alias) implements Reading {}

    /** Why a string is no id, and what would be right. */
    record Fault(String wrong, String right) implements Reading {}
}
