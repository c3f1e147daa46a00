package org.ficelle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One data file as read: nothing in it has been compared with other files yet.
 *
 * @param name its own name, unique among the files
 * @param file the path it was read from
 * @param sha256 of the file's bytes, 64 hexadecimal digits
 */
public record Dossier(
        Located<String> name,
        @Nullable String title,
        String file,
        String sha256,
        List<Located<Document>> documents,
        List<Located<Entity>> entities,
        List<Located<Claim>> claims) {

    public Dossier {
        documents = List.copyOf(documents);
        entities = List.copyOf(entities);
        claims = List.copyOf(claims);
    }
}
