package org.ficelle.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.ficelle.model.Claim;
import org.ficelle.model.Corpus;
import org.ficelle.model.Hop;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.Modality;
import org.ficelle.model.NoPath;
import org.ficelle.model.NoPath.Reason;
import org.ficelle.model.Path;
import org.ficelle.model.RelationClass;
import org.ficelle.model.Vertex;
import org.ficelle.model.When;
import org.ficelle.trace.Sketch.Saying;

/** The search against brute force, on small random graphs and random rules. */
class PathFinderPropertiesTest {

    static final List<String> ENTITIES = List.of(
            "person:a",
            "person:b",
            "company:c",
            "country:d",
            "domain:e",
            "country:f",
            "person:g",
            "person:h",
            "company:i");
    static final List<String> DOCUMENTS = List.of("doc-0", "doc-1", "doc-2", "doc-3", "doc-4");
    static final List<String> DATES = List.of("2020", "2021-03", "2021-03-15", "2022", "2021-12/2022-02");

    /** A random graph, two of its entities, and random rules. */
    record Case(Corpus corpus, String from, String to, Rules rules) {

        Search search() {
            MemoryView view = new MemoryView(corpus);
            return new PathFinder(Clock.systemUTC())
                    .search(view, Sketch.ONTOLOGY, view.vertex(from), view.vertex(to), rules);
        }

        boolean joined(UnaryOperator<Rules> changed) {
            return !new BruteForce(corpus, changed.apply(rules)).paths(from, to).isEmpty();
        }

        @Override
        public String toString() {
            return "from " + from + " to " + to + " by " + rules + "\nmerged " + corpus.canonical() + "\n"
                    + String.join(
                            "\n",
                            corpus.claims().values().stream()
                                    .map(claim -> claim.id() + " "
                                            + claim.proposition().id() + " "
                                            + claim.stance() + " " + claim.modality() + " "
                                            + claim.appraisal().confidence() + " "
                                            + claim.source().document() + " " + claim.scope())
                                    .toList());
        }
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void shouldFindThePathsThatBruteForceFindsInTheSameOrder(@ForAll Random random) {
        Case drawn = draw(random, true);

        Search search = drawn.search();

        List<BruteForce.Found> expected = new BruteForce(drawn.corpus, drawn.rules)
                .paths(drawn.from, drawn.to).stream()
                        .limit(drawn.rules.bounds().k())
                        .toList();
        assertThat(search.answer().paths().stream().map(PathFinderPropertiesTest::found))
                .as(drawn::toString)
                .containsExactlyElementsOf(expected.stream()
                        .map(found -> new BruteForce.Found(
                                new BigDecimal(Double.toString(found.strength().doubleValue())),
                                found.entities(),
                                found.links()))
                        .toList());
        assertThat(search.complete()).isTrue();
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void shouldGiveTheTrueReasonWhereThereIsNoPath(@ForAll Random random) {
        Case drawn = draw(random, false);
        NoPath none = drawn.search().answer().none();
        if (none == null) {
            return;
        }

        assertThat(none.reason()).as(drawn::toString).isEqualTo(reason(drawn));
        BruteForce rules = new BruteForce(drawn.corpus, drawn.rules);
        assertThat(none.blocked()).as(drawn::toString).noneMatch(block -> rules.passable(block.vertex()));
        if (none.reason() == Reason.BLOCKED) {
            UnaryOperator<Rules> lifted = none.leftOut().isEmpty()
                    ? PathFinderPropertiesTest::unblocked
                    : start -> unblocked(unfiltered(start));
            Set<String> necessary = necessary(drawn, rules, lifted);
            assertThat(none.blocked())
                    .as(drawn::toString)
                    .isNotEmpty()
                    .extracting(block -> block.vertex().id())
                    .containsAll(necessary);
            assertThat(none.leftOut())
                    .as(drawn::toString)
                    .allMatch(left -> drawn.joined(start -> unblocked(granted(start, left))));
        } else if (none.reason() == Reason.LEFT_OUT) {
            assertThat(none.leftOut()).as(drawn::toString).isNotEmpty();
            assertThat(none.leftOut())
                    .as(drawn::toString)
                    .allMatch(left -> drawn.joined(start -> granted(start, left)));
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void shouldNameFirstAsFewBlockedEntitiesAsLetAChainIn(@ForAll Random random) {
        Case drawn = drawPlaces(random);
        NoPath none = drawn.search().answer().none();
        if (none == null || none.reason() != Reason.BLOCKED || !none.leftOut().isEmpty()) {
            return;
        }

        Set<String> places = drawn.corpus.entities().keySet().stream()
                .filter(id -> id.startsWith("country:"))
                .collect(Collectors.toSet());
        long fewest = new BruteForce(drawn.corpus, unblocked(drawn.rules))
                .paths(drawn.from, drawn.to).stream()
                        .mapToLong(path -> path.entities().stream()
                                .filter(places::contains)
                                .count())
                        .min()
                        .orElseThrow();
        assertThat(none.blocked().size()).as(drawn::toString).isGreaterThanOrEqualTo((int) fewest);
        Set<String> others = new TreeSet<>(places);
        none.blocked().stream()
                .limit(fewest)
                .forEach(block -> others.remove(block.vertex().id()));
        assertThat(drawn.joined(start -> unblocked(start).withAvoid(others)))
                .as(drawn::toString)
                .isTrue();
    }

    /** Two entities with persons and many places between them, which paths do not pass through. */
    private static Case drawPlaces(Random random) {
        Sketch sketch = new Sketch();
        List<String> entities = Stream.concat(
                        IntStream.range(0, 5).mapToObj(i -> "person:p" + i),
                        IntStream.range(0, 6).mapToObj(i -> "country:c" + i))
                .toList();
        entities.forEach(sketch::entity);
        for (int i = random.nextInt(6) + 10; i > 0; i--) {
            String relation = one(random, List.of("KNOWS", "HEADS", "HOSTED_ON"));
            sketch.says(one(random, entities) + " " + relation + " " + one(random, entities));
        }
        return new Case(sketch.corpus(), "person:p0", "person:p1", Rules.DEFAULT.withMaxHops(random.nextInt(4) + 3));
    }

    private static Reason reason(Case drawn) {
        if (drawn.joined(PathFinderPropertiesTest::unblocked)) {
            return Reason.BLOCKED;
        }
        if (drawn.joined(PathFinderPropertiesTest::unfiltered)) {
            return Reason.LEFT_OUT;
        }
        return drawn.joined(rules -> unblocked(unfiltered(rules))) ? Reason.BLOCKED : Reason.NO_CHAIN;
    }

    private static Set<String> necessary(Case drawn, BruteForce rules, UnaryOperator<Rules> lifted) {
        MemoryView view = new MemoryView(drawn.corpus);
        Set<String> necessary = new TreeSet<>();
        for (String id : drawn.corpus.entities().keySet()) {
            Vertex vertex = view.vertex(id);
            boolean inner = !vertex.id().equals(drawn.from) && !vertex.id().equals(drawn.to);
            if (inner
                    && !rules.passable(vertex)
                    && !drawn.joined(start -> lifted.apply(start).withAvoid(Set.of(vertex.id())))) {
                necessary.add(vertex.id());
            }
        }
        return necessary;
    }

    private static Rules unblocked(Rules rules) {
        return rules.withPassage(new Rules.Passage(Sketch.ONTOLOGY.kinds().keySet(), Set.of(), Integer.MAX_VALUE));
    }

    private static Rules unfiltered(Rules rules) {
        return Rules.DEFAULT
                .withContext(true)
                .withCandidates(true)
                .withStatuses(EnumSet.allOf(LinkStatus.class))
                .withMaxHops(Rules.MOST_HOPS)
                .withPassage(rules.passage());
    }

    /** The rules with everything granted that this entry says would let a chain in. */
    private static Rules granted(Rules start, NoPath.LeftOut left) {
        Rules rules = start;
        for (String option : left.option().split(" and ")) {
            String[] words = option.split(" ");
            String value = words[words.length - 1];
            rules = switch (option.replaceAll(" [^-]*$", "")) {
                case "--relation" -> rules.withRelations(more(rules.ties().relations(), value));
                case "--class" ->
                    rules.withClasses(more(
                            rules.ties().classes(),
                            Stream.of(RelationClass.values())
                                    .filter(one -> one.label().equals(value))
                                    .findFirst()
                                    .orElseThrow()));
                case "--max-hops" -> rules.withMaxHops(Integer.parseInt(value));
                default ->
                    switch (option) {
                        case "--context" -> rules.withContext(true);
                        case "--candidates" -> rules.withCandidates(true);
                        case "leaving out --directed" -> rules.withDirected(false);
                        case "leaving out --without" -> rules.withWithout(Set.of());
                        case "a later --as-of" -> rules.withAsOf(null);
                        case "a longer --during" -> rules.withDuring(null);
                        case "a lower --min-confidence" -> rules.withMinConfidence(0);
                        default ->
                            rules.withStatuses(more(
                                    rules.ties().statuses(),
                                    Stream.of(LinkStatus.values())
                                            .filter(one -> option.equals("--status +" + one.label()))
                                            .findFirst()
                                            .orElseThrow()));
                    };
            };
        }
        return rules;
    }

    private static <T> Set<T> more(Set<T> some, T another) {
        return Stream.concat(some.stream(), Stream.of(another)).collect(Collectors.toSet());
    }

    private static BruteForce.Found found(Path path) {
        List<String> entities = new ArrayList<>(List.of(path.hops().get(0).from()));
        path.hops().forEach(hop -> entities.add(hop.to()));
        return new BruteForce.Found(
                new BigDecimal(Double.toString(path.strength())),
                entities,
                path.hops().stream().map(PathFinderPropertiesTest::links).toList());
    }

    private static List<String> links(Hop hop) {
        return Stream.concat(Stream.of(hop.link()), hop.parallel().stream())
                .map(Link::id)
                .toList();
    }

    /** A graph with many paths, or one with few. */
    static Case draw(Random random, boolean dense) {
        Sketch sketch = new Sketch();
        int size = dense ? 3 + random.nextInt(ENTITIES.size() - 2) : 2 + random.nextInt(ENTITIES.size() - 1);
        List<String> entities = ENTITIES.subList(0, size);
        entities.forEach(sketch::entity);
        if (random.nextInt(4) == 0 && size > 4) {
            sketch.merge(entities.get(3), entities.get(4));
        }
        if (random.nextInt(4) == 0) {
            sketch.merge(Sketch.publisherOf(one(random, DOCUMENTS)), "person:reporter");
        }
        for (String document : DOCUMENTS) {
            List<String> sources =
                    DOCUMENTS.stream().filter(other -> random.nextInt(6) == 0).toList();
            sketch.document(document, random.nextBoolean() ? null : one(random, DATES), sources.toArray(String[]::new));
        }
        List<String> relations = relations(random, dense);
        List<Claim> said = new ArrayList<>();
        int claims = dense ? size + random.nextInt(3 * size) : random.nextInt(3 * size);
        for (int i = 0; i < claims; i++) {
            Claim earlier = said.isEmpty() ? null : one(random, said);
            String proposition = earlier != null && random.nextInt(dense ? 8 : 3) == 0
                    ? earlier.proposition().id()
                    : one(random, entities) + " " + one(random, relations) + " " + one(random, entities);
            Saying saying =
                    dense && random.nextInt(3) > 0 ? Saying.STATED.in(one(random, DOCUMENTS)) : saying(random, earlier);
            String id = sketch.claim(proposition, saying);
            said.add(sketch.corpus().claims().get(id));
        }
        Corpus corpus = sketch.corpus();
        return new Case(
                corpus,
                corpus.canonical(entities.get(0)),
                corpus.canonical(entities.get(1)),
                rules(random, said, (dense ? 8 : 2) + random.nextInt(12)));
    }

    /** All relations, or walkable ones, or a single one, so that many chains are equally strong. */
    private static List<String> relations(Random random, boolean dense) {
        List<String> all = List.copyOf(Sketch.ONTOLOGY.relations().keySet());
        List<String> walkable = all.stream()
                .filter(name -> Sketch.ONTOLOGY.relation(name).walkable())
                .toList();
        return switch (random.nextInt(dense ? 3 : 1)) {
            case 1 -> walkable;
            case 2 -> List.of(one(random, walkable));
            default -> all;
        };
    }

    static Saying saying(Random random, Claim earlier) {
        Saying saying =
                switch (random.nextInt(10)) {
                    case 0 -> denial(random, earlier);
                    case 1 -> Saying.NOT_ESTABLISHED;
                    default -> Saying.asserts(one(random, List.of(Modality.values())));
                };
        saying = saying.in(one(random, DOCUMENTS));
        saying = random.nextInt(3) == 0 ? saying.by(Sketch.publisherOf(one(random, DOCUMENTS))) : saying;
        saying = random.nextInt(3) == 0 ? saying.confidence(one(random, List.of(0, 30, 50, 60, 80, 100))) : saying;
        saying = random.nextInt(4) == 0 ? saying.from("2021-03") : saying;
        return random.nextInt(4) == 0 ? saying.until(one(random, List.of("2021-03", "2022", "2023"))) : saying;
    }

    private static Saying denial(Random random, Claim earlier) {
        Saying saying = random.nextInt(3) == 0 ? Saying.DENIED.general() : Saying.DENIED;
        return earlier == null
                ? saying
                : saying.targeting(
                        random.nextBoolean()
                                ? earlier.id()
                                : earlier.proposition().id());
    }

    /** The default rules, each option set with a chance of one in {@code rarity}. */
    static Rules rules(Random random, List<Claim> said, int rarity) {
        Set<String> withdrawable =
                Stream.concat(DOCUMENTS.stream(), said.stream().map(Claim::id)).collect(Collectors.toSet());
        List<UnaryOperator<Rules>> options = List.of(
                rules -> rules.withRelations(
                        some(random, Sketch.ONTOLOGY.relations().keySet())),
                rules -> rules.withClasses(some(random, EnumSet.allOf(RelationClass.class))),
                rules -> rules.withStatuses(some(random, EnumSet.allOf(LinkStatus.class))),
                Rules::strict,
                rules -> rules.withContext(true),
                rules -> rules.withCandidates(true),
                rules -> rules.withDirected(true),
                rules -> rules.withThrough(some(random, Set.of("Country", "country:d", "company:c", "country:f"))),
                rules -> rules.withAvoid(some(random, Set.copyOf(ENTITIES))),
                rules -> rules.withHubDegree(random.nextInt(7)),
                rules -> rules.withAsOf(LocalDate.of(2021, 1 + random.nextInt(12), 15)),
                rules -> rules.withDuring(When.Range.parse(one(random, DATES))),
                rules -> rules.withWithout(some(random, withdrawable)),
                rules -> rules.withMinConfidence(random.nextInt(90)),
                rules -> rules.withMaxHops(1 + random.nextInt(5)));
        Rules rules = Rules.DEFAULT.withK(1 + random.nextInt(8));
        for (UnaryOperator<Rules> option : options) {
            rules = random.nextInt(rarity) == 0 ? option.apply(rules) : rules;
        }
        return rules;
    }

    private static <T> Set<T> some(Random random, Set<T> all) {
        return all.stream().sorted().filter(each -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }

    static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
