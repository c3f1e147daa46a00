package org.ficelle.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ficelle.model.Claim;
import org.ficelle.model.Effort;
import org.ficelle.model.EvidenceKind;
import org.ficelle.model.Footing;
import org.ficelle.model.Hop;
import org.ficelle.model.Link;
import org.ficelle.model.LinkStatus;
import org.ficelle.model.NoPath;
import org.ficelle.model.Ontology;
import org.ficelle.model.Path;
import org.ficelle.model.PathAnswer;
import org.ficelle.model.Vertex;

/** The answer to {@code ficelle path} for a reader at the terminal. */
public final class PathText {

    /** Said under every path that ends in a person or a company. */
    static final String NO_RESPONSIBILITY =
            "An association reported by the cited sources is not responsibility: the path does not say that its ends"
                    + " acted together.";

    private static final String PRIOR =
            "Prior: where a source gives no confidence, the ontology's value for the modality stands in.";

    /** The rules that keep out entities; the others keep out links. */
    private static final Set<String> BLOCKS = Set.of("avoid", "kind", "hub-degree");

    private static final Set<String> ANSWERABLE = Set.of("Person", "Company");

    private final Page page = new Page();
    private final PathReport report;
    private final PathAnswer answer;
    private final Words words;
    private final Style style;

    private PathText(PathReport report, Ontology ontology, Style style) {
        this.report = report;
        this.answer = report.answer();
        this.style = style;
        this.words = new Words(ontology, answer.entities(), answer.documents());
    }

    /** The whole answer, ending in a line break. */
    public static String of(PathReport report, Ontology ontology, Style style) {
        PathText text = new PathText(report, ontology, style);
        text.write();
        return text.page.toString();
    }

    private void write() {
        page.line(style.heading(end(answer.from()) + "  to  " + end(answer.to())));
        List<Path> paths = answer.paths();
        for (int index = 0; index < paths.size(); index++) {
            page.blank();
            path(paths.get(index), index + 1);
        }
        NoPath none = answer.none();
        if (none != null) {
            none(none);
        }
        Effort effort = report.effort();
        Footing footing = answer.footing();
        if (footing != null) {
            new FootingText(page, words, style, footing, paths.get(0)).write(effort != null);
        }
        findings();
        documents();
        if (effort != null) {
            effort(effort);
        }
    }

    private String end(Vertex vertex) {
        return vertex.entity().name() + " (" + words.kind(vertex.entity().kind()) + ", " + vertex.id() + ")";
    }

    private void path(Path path, int number) {
        page.line(style.heading("Path " + number + " of " + answer.paths().size()) + ": "
                + Numbers.count(path.hops().size(), "hop") + ", "
                + Numbers.count(path.documents().size(), "document") + ", "
                + Numbers.count(path.origins().size(), "independent origin") + ", strength "
                + Numbers.round(path.strength()) + style.faint(" (orders answers; no probability)"));
        page.blank();
        page.line("   " + words.nameAndKind(path.hops().get(0).from()));
        for (int index = 0; index < path.hops().size(); index++) {
            hop(path.hops().get(index), index + 1);
        }
        page.blank();
        weakest(path);
        inferred(path);
        hedgesAndEvidence(path);
        page.paragraph(3, origins(path));
        breaks(path);
        if (ANSWERABLE.contains(answer.to().entity().kind())
                || ANSWERABLE.contains(answer.from().entity().kind())) {
            page.paragraph(3, NO_RESPONSIBILITY);
        }
    }

    private void hop(Hop hop, int number) {
        String reads = words.reads(hop.link().relation());
        String arrow = hop.forward() ? "── " + reads + " ──> " : "<── " + reads + " ── ";
        page.line(String.format("%2d ", number) + arrow + words.nameAndKind(hop.to()) + "  "
                + style.status(hop.link().status())
                + style.faint(", strength " + words.strength(hop.link(), hop.claims())));
        hop.claims().forEach(claim -> claim(6, claim));
        hop.against().forEach(claim -> claim(6, claim));
        for (Link parallel : hop.parallel()) {
            page.paragraph(
                    6,
                    "also: " + words.proposition(parallel.proposition()) + " ("
                            + parallel.status().label() + ")");
        }
    }

    private void claim(int indent, Claim claim) {
        page.paragraph(indent, words.voice(claim) + ": " + claim.wording().statement());
        page.paragraph(indent + 2, words.citation(claim));
        words.remarks(claim).forEach(remark -> page.paragraph(indent + 2, remark));
    }

    private void weakest(Path path) {
        Link weakest = path.hops().get(path.weakest()).link();
        List<String> asWeak = numbers(path, link -> link.strength() == weakest.strength());
        page.paragraph(
                3,
                "Weakest " + (asWeak.size() == 1 ? "hop " : "hops ") + String.join(" and ", asWeak) + ": "
                        + words.proposition(weakest.proposition()) + ", strength " + Numbers.round(weakest.strength())
                        + words.caution(weakest.relation()));
    }

    private void inferred(Path path) {
        List<String> inferred = numbers(path, link -> link.status() == LinkStatus.INFERRED);
        if (!inferred.isEmpty()) {
            page.paragraph(
                    3,
                    "Inferred by a curator and stated by no source: " + (inferred.size() == 1 ? "hop " : "hops ")
                            + String.join(" and ", inferred));
        }
    }

    private static List<String> numbers(Path path, Predicate<Link> which) {
        return IntStream.range(0, path.hops().size())
                .filter(index -> which.test(path.hops().get(index).link()))
                .mapToObj(index -> String.valueOf(index + 1))
                .toList();
    }

    private void hedgesAndEvidence(Path path) {
        Set<String> hedges = new LinkedHashSet<>();
        Set<String> kinds = new TreeSet<>();
        for (Hop hop : path.hops()) {
            for (Claim claim : hop.claims()) {
                String hedge = claim.appraisal().hedge();
                if (hedge != null) {
                    hedges.add("\"" + hedge + "\"");
                }
                EvidenceKind evidence = claim.appraisal().evidence();
                kinds.add(evidence == null ? "not specified" : evidence.label());
            }
        }
        if (!hedges.isEmpty()) {
            page.paragraph(3, "Hedges in the sources: " + String.join(", ", hedges));
        }
        page.paragraph(3, "Kinds of evidence: " + String.join(", ", kinds));
    }

    private String origins(Path path) {
        List<String> origins = path.origins().stream().map(words::document).toList();
        String documents = Numbers.count(path.documents().size(), "document");
        return switch (origins.size()) {
            case 0 -> "No known origin behind " + documents;
            case 1 -> "One origin behind all of it, in " + documents + ": " + origins.get(0);
            default ->
                Numbers.count(origins.size(), "independent origin") + " in " + documents + ": "
                        + String.join("; ", origins);
        };
    }

    private void breaks(Path path) {
        if (!path.breaks().isEmpty()) {
            page.paragraph(
                    3,
                    "This path falls without "
                            + String.join(
                                    "; without ",
                                    path.breaks().stream()
                                            .map(fall -> (fall.origin() ? "the origin " : "the document ") + fall.id())
                                            .toList()));
        }
    }

    private void none(NoPath none) {
        page.blank();
        page.paragraph(0, "No chain of documented links joins the two" + reason(none.reason()));
        none.blocked().forEach(blocked -> page.paragraph(3, "blocked: " + blocked(blocked)));
        for (NoPath.LeftOut leftOut : none.leftOut()) {
            page.paragraph(
                    3,
                    "left out: " + leftOut.why() + " (" + leftOut.option() + " lets them in): "
                            + String.join(
                                    "; ",
                                    leftOut.links().stream().map(words::target).toList()));
        }
    }

    private static String reason(NoPath.Reason reason) {
        return switch (reason) {
            case NO_CHAIN -> ", whatever may be walked.";
            case BLOCKED -> " except through what is not passed through by default:";
            case LEFT_OUT -> " except over links that are left out by default:";
            case INCOMPLETE -> " as far as the search went; it ended at its limits.";
            case UNKNOWN_ENTITY -> ".";
        };
    }

    private String blocked(NoPath.Blocked blocked) {
        Vertex vertex = blocked.vertex();
        String name = vertex.entity().name() + " (" + vertex.id() + "): ";
        if (blocked.avoided()) {
            return name + "set aside by --avoid";
        }
        if (blocked.hub()) {
            return name + "a hub with " + Numbers.count(vertex.degree(), "walkable link")
                    + " (--hub-degree raises the bound)";
        }
        return name + "a common " + words.kind(vertex.entity().kind()) + " is no tie (--through " + vertex.id()
                + " lets paths pass)";
    }

    private void findings() {
        if (answer.findings().isEmpty()) {
            return;
        }
        page.blank();
        page.line(style.against("What speaks against a tie between the two"));
        answer.findings().forEach(claim -> {
            page.paragraph(3, words.proposition(claim.proposition()));
            claim(5, claim);
        });
        Set<String> documents = new TreeSet<>();
        answer.findings().forEach(claim -> documents.add(claim.source().document()));
        List<String> origins = answer.findingOrigins();
        page.paragraph(
                3,
                Numbers.count(documents.size(), "document") + ", "
                        + Numbers.count(origins.size(), "origin") + ": "
                        + String.join(
                                "; ", origins.stream().map(words::document).toList()));
    }

    /** What the citations stand for. */
    private void documents() {
        List<Claim> claims = Stream.concat(
                        answer.paths().stream()
                                .flatMap(path -> path.hops().stream())
                                .flatMap(hop -> Stream.concat(hop.claims().stream(), hop.against().stream())),
                        answer.findings().stream())
                .toList();
        if (claims.isEmpty()) {
            return;
        }
        Set<String> cited = new TreeSet<>(answer.findingOrigins());
        claims.forEach(claim -> cited.add(claim.source().document()));
        answer.paths().forEach(path -> cited.addAll(path.origins()));
        page.blank();
        page.line(style.heading("Documents"));
        words.documents(page, cited);
        if (!answer.paths().isEmpty()) {
            page.blank();
            page.paragraph(0, PRIOR);
        }
    }

    private void effort(Effort effort) {
        page.blank();
        page.line(style.heading("What was searched"));
        page.paragraph(
                3,
                (effort.entities() == 1 ? "1 entity" : effort.entities() + " entities") + " with "
                        + (effort.links() == 1 ? "1 link" : effort.links() + " links") + " read in "
                        + Numbers.count(effort.calls(), "call") + " to the store, "
                        + Numbers.seconds(effort.time())
                        + (report.complete() ? "" : "; ended at its limits, incomplete"));
        List<String> leftOut = new ArrayList<>();
        effort.leftOut()
                .forEach((rule, number) -> leftOut.add(rule + " "
                        + (BLOCKS.contains(rule)
                                ? number + (number == 1 ? " entity" : " entities")
                                : Numbers.count(number, "link"))));
        page.paragraph(
                3,
                leftOut.isEmpty()
                        ? "No rule kept out anything that was met."
                        : "Kept out by rule, of what was met: " + String.join(", ", leftOut));
    }
}
