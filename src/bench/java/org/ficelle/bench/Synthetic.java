package org.ficelle.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Made-up dossiers of any size, always the same for one seed. Degrees have a heavy tail: a few platforms, countries,
 * servers and accounts have links by the thousand, most entities two or three. Documents relay one another, claims carry
 * modality, confidence and wording, some are denied or could not be established, some entities are judged to be one, and
 * small groups hang together with nobody else.
 *
 * @param seed another one gives another investigation of the same sort
 * @param unit what {@code size} counts
 * @param size how many claims, or how many different propositions that a claim asserts
 * @param perDossier how many of these stand in each file
 */
public record Synthetic(long seed, Unit unit, int size, int perDossier) {

    /** What the size of an investigation is told in. */
    public enum Unit {
        CLAIMS,
        LINKS
    }

    /** How many are in a dossier unless told otherwise. */
    public static final int PER_DOSSIER = 2_000;

    private static final double ENTITIES_PER_LINK = 0.42;

    public Synthetic {
        if (size < 1 || perDossier < 1) {
            throw new IllegalArgumentException("the size and the share of each dossier must be 1 or more");
        }
    }

    /** So many links in dossiers of the usual size. */
    public static Synthetic links(long seed, int links) {
        return new Synthetic(seed, Unit.LINKS, links, PER_DOSSIER);
    }

    /** So many claims in dossiers of the usual size. */
    public static Synthetic claims(long seed, int claims) {
        return new Synthetic(seed, Unit.CLAIMS, claims, PER_DOSSIER);
    }

    /** How many files that are. */
    public int dossiers() {
        return (size + perDossier - 1) / perDossier;
    }

    /** How many of the unit stand in the dossier of that number. */
    int quota(int dossier) {
        return (int) ((long) size * (dossier + 1) / dossiers() - (long) size * dossier / dossiers());
    }

    Cast cast() {
        return new Cast(seed, (int) (size * ENTITIES_PER_LINK), dossiers());
    }

    /**
     * Writes the dossiers and the ontology into a folder, which is made when there is none. Files of other names stay;
     * memory does not grow with the size.
     *
     * @param ontology the ontology's file; it declares the relations that the claims use
     * @return how many claims that are
     */
    public long write(Path folder, Path ontology) throws IOException {
        Files.createDirectories(folder);
        Files.copy(ontology, folder.resolve("ontology.json"), StandardCopyOption.REPLACE_EXISTING);
        long claims = 0;
        for (int i = 0; i < dossiers(); i++) {
            claims += write(folder, i, 0);
        }
        return claims;
    }

    /**
     * Writes the dossier of that number into the folder, in place of the one that is there.
     *
     * @param edition 0 for the dossier as it is; with another number the sentences of its claims are other ones, but the
     *     claims are the same
     * @return how many claims it has
     */
    public int write(Path folder, int dossier, int edition) throws IOException {
        Path file = folder.resolve(file(dossier));
        try (BufferedWriter out = Files.newBufferedWriter(file);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            return new DossierWriter(this, dossier, edition, json).write();
        }
    }

    /** The name of the file with the dossier of that number. */
    public String file(int dossier) {
        return name(dossier) + ".json";
    }

    static String name(int dossier) {
        return String.format(Locale.ROOT, "made-up-%06d", dossier);
    }
}
