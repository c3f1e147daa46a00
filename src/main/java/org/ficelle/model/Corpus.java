package org.ficelle.model;

import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Everything that a set of data files says, checked and put together; independent of the order of files and lines.
 *
 * @param entities by id; members of a merge are listed each
 * @param documents by id
 * @param claims by id
 * @param dossiers for each element's id, the names of the dossiers that declare it
 * @param canonical for each entity that was judged the same as others, the id that stands for all of them
 */
public record Corpus(
        Ontology ontology,
        SortedMap<String, Entity> entities,
        SortedMap<String, Document> documents,
        SortedMap<String, Claim> claims,
        SortedMap<String, SortedSet<String>> dossiers,
        SortedMap<String, String> canonical) {

    public Corpus {
        entities = FixedMap.of(entities);
        documents = FixedMap.of(documents);
        claims = FixedMap.of(claims);
        dossiers = FixedMap.of(dossiers);
        canonical = FixedMap.of(canonical);
    }

    /** The id that stands for this entity: itself, unless it was judged the same as others. */
    public String canonical(String entity) {
        return canonical.getOrDefault(entity, entity);
    }
}
