package org.ficelle.bench;

import java.util.List;
import org.ficelle.bench.Cast.Kind;

/**
 * A sort of link.
 *
 * @param relation of the ontology
 * @param reads how it reads between subject and object
 * @param weight how frequent it is beside the others
 */
record Pattern(Kind subject, String relation, String reads, Kind object, int weight) {

    static final List<Pattern> ALL = List.of(
            new Pattern(Kind.ACCOUNT, "AMPLIFIED", "amplified", Kind.ACCOUNT, 130),
            new Pattern(Kind.ACCOUNT, "AMPLIFIED", "amplified", Kind.MEDIA_ITEM, 60),
            new Pattern(Kind.ACCOUNT, "POSTED", "posted", Kind.MEDIA_ITEM, 60),
            new Pattern(Kind.ACCOUNT, "LINKS_TO", "links to", Kind.DOMAIN, 60),
            new Pattern(Kind.ACCOUNT, "PART_OF", "is part of", Kind.CAMPAIGN, 20),
            new Pattern(Kind.ACCOUNT, "ON_PLATFORM", "is on", Kind.PLATFORM, 90),
            new Pattern(Kind.ACCOUNT, "USES_HASHTAG", "uses", Kind.HASHTAG, 30),
            new Pattern(Kind.CHANNEL, "AMPLIFIED", "amplified", Kind.ACCOUNT, 30),
            new Pattern(Kind.CHANNEL, "LINKS_TO", "links to", Kind.DOMAIN, 15),
            new Pattern(Kind.DOMAIN, "HOSTED_ON", "is hosted on", Kind.SERVER, 80),
            new Pattern(Kind.DOMAIN, "REDIRECTS_TO", "redirects to", Kind.DOMAIN, 25),
            new Pattern(Kind.DOMAIN, "LINKS_TO", "links to", Kind.DOMAIN, 40),
            new Pattern(Kind.DOMAIN, "REGISTERED_BY", "was registered by", Kind.COMPANY, 25),
            new Pattern(Kind.DOMAIN, "REGISTERED_BY", "was registered by", Kind.PERSON, 15),
            new Pattern(Kind.DOMAIN, "USES_ANALYTICS_ID", "uses", Kind.ANALYTICS_ID, 20),
            new Pattern(Kind.DOMAIN, "RESOLVES_TO", "resolves to", Kind.IP_ADDRESS, 40),
            new Pattern(Kind.SERVER, "LOCATED_IN", "is located in", Kind.COUNTRY, 15),
            new Pattern(Kind.PERSON, "OPERATES", "operates", Kind.ACCOUNT, 50),
            new Pattern(Kind.PERSON, "HEADS", "heads", Kind.COMPANY, 25),
            new Pattern(Kind.PERSON, "DIRECTOR_OF", "is a director of", Kind.COMPANY, 25),
            new Pattern(Kind.PERSON, "ASSOCIATE_OF", "is an associate of", Kind.PERSON, 25),
            new Pattern(Kind.PERSON, "EMPLOYED_BY", "is employed by", Kind.ORGANIZATION, 15),
            new Pattern(Kind.PERSON, "CITIZEN_OF", "is a citizen of", Kind.COUNTRY, 15),
            new Pattern(Kind.COMPANY, "OWNS", "owns", Kind.COMPANY, 30),
            new Pattern(Kind.COMPANY, "OWNS", "owns", Kind.DOMAIN, 15),
            new Pattern(Kind.COMPANY, "CONTRACTS_WITH", "has a contract with", Kind.COMPANY, 20),
            new Pattern(Kind.COMPANY, "REGISTERED_IN", "is registered in", Kind.COUNTRY, 25),
            new Pattern(Kind.COMPANY, "HAS_ADDRESS", "has its address at", Kind.ADDRESS, 20),
            new Pattern(Kind.ORGANIZATION, "FUNDS", "funds", Kind.PERSON, 10),
            new Pattern(Kind.OUTLET, "USES_DOMAIN", "uses", Kind.DOMAIN, 10),
            new Pattern(Kind.CAMPAIGN, "ATTRIBUTED_TO", "is attributed to", Kind.ACTOR, 5));

    private static final int TOTAL = ALL.stream().mapToInt(Pattern::weight).sum();

    static Pattern draw(Dice dice) {
        int left = dice.below(TOTAL);
        for (Pattern pattern : ALL) {
            left -= pattern.weight();
            if (left < 0) {
                return pattern;
            }
        }
        throw new IllegalStateException("the weights do not add up to " + TOTAL);
    }
}
