package org.ficelle.model;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "how is A tied to B?".
 *
 * @param paths strongest first
 * @param none why there is no path; absent when there is one
 * @param footing what the tie hangs on; absent when there is no path, or when that was not asked for
 * @param findings claims that deny a proposition between the two ends or could not establish it
 * @param findingOrigins ids of the documents where the findings started
 * @param entities by id: everything named in the answer, asserters included
 * @param documents by id: everything cited in the answer, with the documents these derive from
 */
public record PathAnswer(
        Vertex from,
        Vertex to,
        List<Path> paths,
        @Nullable NoPath none,
        @Nullable Footing footing,
        List<Claim> findings,
        List<String> findingOrigins,
        SortedMap<String, Entity> entities,
        SortedMap<String, Document> documents) {

    public PathAnswer {
        if (paths.isEmpty() == (none == null)) {
            throw new IllegalArgumentException("an answer has paths or a reason for none");
        }
        paths = List.copyOf(paths);
        findings = List.copyOf(findings);
        findingOrigins = List.copyOf(findingOrigins);
        entities = new TreeMap<>(entities);
        documents = new TreeMap<>(documents);
    }
}
