package org.ficelle.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ficelle.model.Digest;
import org.ficelle.model.SourceFile;

/**
 * What a load is made from, for its record.
 *
 * @param dossiers the file of each dossier, by the dossier's name
 * @param ontology SHA-256 of the ontology's file
 * @param version of Ficelle
 * @param begun when the reading of the files began
 */
public record Inputs(SortedMap<String, SourceFile> dossiers, String ontology, String version, Instant begun) {

    public Inputs {
        dossiers = Collections.unmodifiableSortedMap(new TreeMap<>(dossiers));
    }

    /** Of an image that was put together without files. */
    static Inputs none(Instant begun) {
        return new Inputs(new TreeMap<>(Map.of()), "", "", begun);
    }

    /** One digest for the names and the bytes of all files, and for what reads them. */
    String digest() {
        return digest(dossiers.values(), ontology, version);
    }

    static String digest(Collection<SourceFile> dossiers, String ontology, String version) {
        List<String> parts = new ArrayList<>(List.of(version, ontology));
        dossiers.stream()
                .map(file -> file.path() + "\n" + file.sha256())
                .sorted()
                .forEach(parts::add);
        return Digest.of(parts);
    }
}
