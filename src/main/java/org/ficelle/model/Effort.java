package org.ficelle.model;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a search cost.
 *
 * @param entities how many entities' links were read
 * @param links how many links were read; one that was read from both its ends counts twice
 * @param calls how often the store was asked
 * @param leftOut for each rule, by its name, how many of the links and entities that were met it kept out
 * @param time from the question to the answer
 */
public record Effort(int entities, long links, int calls, Map<String, Integer> leftOut, Duration time) {

    public Effort {
        leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
    }
}
