package org.ficelle.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The made-up entities of an investigation. None is kept: each follows from the seed, its kind and its number, so that
 * memory does not grow with the size.
 */
final class Cast {

    /** The kinds of entities, and which share of all is of each. */
    enum Kind {
        ACCOUNT("Account", 0.35, 20),
        MEDIA_ITEM("MediaItem", 0.14, 5),
        DOMAIN("Domain", 0.17, 5),
        PERSON("Person", 0.12, 5),
        COMPANY("Company", 0.08, 5),
        SERVER("Server", 0.03, 3),
        IP_ADDRESS("IpAddress", 0.04, 3),
        CHANNEL("Channel", 0.03, 3),
        ADDRESS("Address", 0.02, 2),
        ORGANIZATION("Organization", 0.01, 2),
        OUTLET("Outlet", 0.006, 5),
        ANALYTICS_ID("AnalyticsId", 0.01, 2),
        CAMPAIGN("Campaign", 0.002, 2),
        ACTOR("Actor", 0.001, 2),
        HASHTAG("Hashtag", 0.001, 2),
        AGENCY("Agency", 0, 12),
        PLATFORM("Platform", 0, 8),
        COUNTRY("Country", 0, 40);

        private final String label;
        private final double share;
        private final int least;

        Kind(String label, double share, int least) {
            this.label = label;
            this.share = share;
            this.least = least;
        }

        /** As the ontology names it. */
        String label() {
            return label;
        }

        String prefix() {
            return label.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }
    }

    /** One of a kind, by its number. */
    record Member(Kind kind, int number) {}

    /** How an entity is declared. */
    record Declaration(String id, String name, Optional<String> alias, Optional<String> description) {}

    /** The numbers of a kind that one dossier declares: from the first, the last left out. */
    record Slice(int first, int end) {
        int size() {
            return end - first;
        }
    }

    /** Accounts that hang together among themselves and with nobody else are in groups of so many. */
    static final int ISLAND = 5;

    private static final double SHARE_ON_ISLANDS = 0.04;

    /** Prime, so that the best connected of a kind are spread over all dossiers. */
    private static final long STRIDE = 1_000_003;

    private static final List<String> SYLLABLES = List.of(
            "ka", "vo", "re", "li", "ta", "mu", "sen", "dor", "ni", "pal", "zu", "fe", "gra", "bel", "ost", "ir", "han",
            "cu", "mer", "yo", "wen", "sti", "qua", "lor", "pim", "ax", "the", "rud", "sol", "ine");
    private static final List<String> PLACES = List.of(
            "Verdania", "Ostrovia", "Meridia", "Karsk", "Lumen", "Tavora", "Norrland", "Quill", "Sable", "Ferro");
    private static final List<String> FORMS =
            List.of("Ltd", "GmbH", "SARL", "Holding", "Media", "Digital", "Consulting");
    private static final List<String> TOP_LEVEL = List.of("example", "test", "invalid");

    private final long seed;
    private final int dossiers;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    Cast(long seed, int size, int dossiers) {
        this.seed = seed;
        this.dossiers = dossiers;
        for (Kind kind : Kind.values()) {
            counts.put(kind, Math.max(kind.least, (int) Math.round(kind.share * size)));
        }
    }

    int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    Slice slice(Kind kind, int dossier) {
        return new Slice(
                (int) ((long) count(kind) * dossier / dossiers), (int) ((long) count(kind) * (dossier + 1) / dossiers));
    }

    /** The accounts of a slice that are tied to one another only, in whole groups. */
    static Slice islands(Slice accounts) {
        int groups = (int) (accounts.size() * SHARE_ON_ISLANDS / ISLAND);
        return new Slice(accounts.end() - groups * ISLAND, accounts.end());
    }

    private boolean onIsland(Member member) {
        if (member.kind() != Kind.ACCOUNT) {
            return false;
        }
        int dossier = (int) (((member.number() + 1L) * dossiers - 1) / count(Kind.ACCOUNT));
        return member.number() >= islands(slice(Kind.ACCOUNT, dossier)).first();
    }

    /** Any of the kind but on islands, the best connected by far the most often. */
    Member any(Kind kind, Dice dice) {
        while (true) {
            Member member = new Member(kind, (int) (dice.rank(count(kind)) * STRIDE % count(kind)));
            if (!onIsland(member)) {
                return member;
            }
        }
    }

    String id(Member member) {
        String key =
                switch (member.kind()) {
                    case ACCOUNT, CHANNEL -> platform(member) + "/" + word(member) + "_" + member.number();
                    case DOMAIN -> host(member);
                    case IP_ADDRESS ->
                        "10." + (member.number() >> 16 & 255) + "." + (member.number() >> 8 & 255) + "."
                                + (member.number() & 255);
                    default -> word(member) + "-" + member.number();
                };
        return member.kind().prefix() + ":" + key;
    }

    String name(Member member) {
        int number = member.number();
        String word = capital(word(member));
        return switch (member.kind()) {
            case ACCOUNT -> "@" + word(member) + "_" + number;
            case CHANNEL -> word + " channel " + number;
            case DOMAIN -> host(member);
            case PERSON -> word + " " + capital(word(member.kind(), number + 7_000_000)) + " " + roman(number);
            case COMPANY -> word + " " + dice(member, 3).one(FORMS) + " " + number;
            case COUNTRY -> dice(member, 3).one(PLACES) + " " + word + number;
            case IP_ADDRESS -> id(member).substring("ip-address:".length());
            case ADDRESS ->
                (1 + number % 300) + " " + word + " street, " + dice(member, 3).one(PLACES) + " " + number;
            case MEDIA_ITEM -> word + " video no. " + number;
            case CAMPAIGN -> "Operation " + word + " " + number;
            case HASHTAG -> "#" + word + number;
            default -> word + " " + number;
        };
    }

    Declaration declaration(Member member) {
        Dice dice = dice(member, 4);
        return new Declaration(
                id(member),
                name(member),
                dice.chance(0.2)
                        ? Optional.of(capital(word(member.kind(), member.number() + 3_000_000)) + " " + member.number())
                        : Optional.empty(),
                dice.chance(0.3) ? Optional.of(Prose.description(dice)) : Optional.empty());
    }

    private String host(Member member) {
        return word(member) + "-" + member.number() + "." + dice(member, 5).one(TOP_LEVEL);
    }

    private String platform(Member member) {
        return dice(member, 6).one(List.of("x", "telegram", "vk", "facebook", "youtube"));
    }

    private String word(Member member) {
        return word(member.kind(), member.number());
    }

    private String word(Kind kind, int number) {
        Dice dice = new Dice(seed, kind.ordinal(), number, 1);
        StringBuilder word = new StringBuilder();
        for (int i = 2 + dice.below(3); i > 0; i--) {
            word.append(dice.one(SYLLABLES));
        }
        return word.toString();
    }

    private Dice dice(Member member, int purpose) {
        return new Dice(seed, member.kind().ordinal(), member.number(), purpose);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** A number that reads like part of a name. */
    private static String roman(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; letters.length() == 0 || rest > 0; rest /= SYLLABLES.size()) {
            letters.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return capital(letters.toString());
    }
}
