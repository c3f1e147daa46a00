package org.ficelle.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the graph holds about one entity.
 *
 * @param topics what claims say of it, in time order
 * @param said what it says of others itself, in time order
 * @param entities by id: everything named here
 * @param documents by id: everything cited here, with the documents these derive from
 */
public record Profile(
        Vertex vertex,
        List<Topic> topics,
        List<Claim> said,
        SortedMap<String, Entity> entities,
        SortedMap<String, Document> documents) {

    /**
     * A proposition with the claims that speak to it.
     *
     * @param status absent when no claim asserts it
     * @param asserting claims that assert it
     * @param opposing claims that deny it or could not establish it
     * @param others no-comments, forecasts, opinions and hypotheses
     * @param origins the independent origins of the asserting claims
     * @param documents in which the asserting claims stand
     */
    public record Topic(
            Proposition proposition,
            Optional<LinkStatus> status,
            List<Claim> asserting,
            List<Claim> opposing,
            List<Claim> others,
            SortedSet<String> origins,
            SortedSet<String> documents) {

        public Topic {
            asserting = List.copyOf(asserting);
            opposing = List.copyOf(opposing);
            others = List.copyOf(others);
        }

        /** Every claim, those that assert first. */
        public List<Claim> claims() {
            return Stream.of(asserting, opposing, others).flatMap(List::stream).toList();
        }
    }

    public Profile {
        topics = List.copyOf(topics);
        said = List.copyOf(said);
        entities = new TreeMap<>(entities);
        documents = new TreeMap<>(documents);
    }
}
