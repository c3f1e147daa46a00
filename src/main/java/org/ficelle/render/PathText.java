package org.ficelle.render;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ficelle.model.Claim;
import org.ficelle.model.EvidenceKind;
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

    private static final Set<String> ANSWERABLE = Set.of("Person", "Company");

    private final Page page = new Page();
    private final PathAnswer answer;
    private final Words words;
    private final Style style;

    private PathText(PathAnswer answer, Ontology ontology, Style style) {
        this.answer = answer;
        this.style = style;
        this.words = new Words(ontology, answer.entities(), answer.documents());
    }

    /** The whole answer, ending in a line break. */
    public static String of(PathAnswer answer, Ontology ontology, Style style) {
        PathText text = new PathText(answer, ontology, style);
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
        findings();
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
        remarks(path);
    }

    private void hop(Hop hop, int number) {
        String reads = words.reads(hop.link().relation());
        String arrow = hop.forward() ? "── " + reads + " ──> " : "<── " + reads + " ── ";
        page.line(String.format("%2d ", number) + arrow + words.nameAndKind(hop.to()) + "  "
                + style.status(hop.link().status())
                + style.faint(", strength " + Numbers.round(hop.link().strength()) + " ("
                        + words.strength(hop.link(), hop.claims()) + ")"));
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

    private void remarks(Path path) {
        Hop weakest = path.hops().get(path.weakest());
        page.paragraph(
                3,
                "Weakest hop: " + (path.weakest() + 1) + " of " + path.hops().size() + ", "
                        + words.proposition(weakest.link().proposition()) + " (strength "
                        + Numbers.round(weakest.link().strength()) + ties(path) + ")");
        List<String> inferred = IntStream.range(0, path.hops().size())
                .filter(index -> path.hops().get(index).link().status() == LinkStatus.INFERRED)
                .mapToObj(index -> (index + 1) + " ("
                        + words.proposition(path.hops().get(index).link().proposition()) + ")")
                .toList();
        if (!inferred.isEmpty()) {
            page.paragraph(3, "Inferred by the curator, stated by no source: hop " + String.join(", hop ", inferred));
        }
        Set<String> hedges = new LinkedHashSet<>();
        Set<String> kinds = new TreeSet<>();
        for (Hop hop : path.hops()) {
            for (Claim claim : hop.claims()) {
                String hedge = claim.appraisal().hedge();
                if (hedge != null) {
                    hedges.add("\"" + hedge + "\"");
                }
                EvidenceKind evidence = claim.appraisal().evidence();
                kinds.add(evidence == null ? "unspecified" : evidence.label());
            }
        }
        if (!hedges.isEmpty()) {
            page.paragraph(3, "Hedges in the sources: " + String.join(", ", hedges));
        }
        page.paragraph(3, "Kinds of evidence: " + String.join(", ", kinds));
        page.paragraph(3, origins(path));
        for (Path.Break fall : path.breaks()) {
            page.paragraph(
                    3,
                    "Falls without the " + (fall.origin() ? "origin " : "document ") + words.document(fall.id())
                            + style.faint(" " + fall.id()));
        }
        if (ANSWERABLE.contains(answer.to().entity().kind())
                || ANSWERABLE.contains(answer.from().entity().kind())) {
            page.paragraph(3, NO_RESPONSIBILITY);
        }
    }

    /** The other hops that are as weak as the weakest. */
    private String ties(Path path) {
        double least = path.hops().get(path.weakest()).link().strength();
        List<String> same = IntStream.range(path.weakest() + 1, path.hops().size())
                .filter(index -> path.hops().get(index).link().strength() == least)
                .mapToObj(index -> String.valueOf(index + 1))
                .toList();
        return same.isEmpty() ? "" : ", as hop " + String.join(", hop ", same);
    }

    private String origins(Path path) {
        List<String> origins = path.origins().stream().map(words::document).toList();
        String documents = Numbers.count(path.documents().size(), "document");
        return switch (origins.size()) {
            case 0 -> documents + " and no known origin";
            case 1 -> "One origin behind all of it: " + origins.get(0) + "; " + documents + " relaying it add no other";
            default ->
                Numbers.count(origins.size(), "independent origin") + " in " + documents + ": "
                        + String.join("; ", origins);
        };
    }

    private void none(NoPath none) {
        page.blank();
        page.paragraph(
                0,
                "No chain of documented links joins the two"
                        + switch (none.reason()) {
                            case NO_CHAIN -> ", whatever may be walked.";
                            case BLOCKED -> " except through what is not passed through by default:";
                            case LEFT_OUT -> " except over links that are left out by default:";
                            case UNKNOWN_ENTITY -> ".";
                        });
        for (NoPath.Blocked blocked : none.blocked()) {
            Vertex vertex = blocked.vertex();
            page.paragraph(
                    3,
                    "blocked: " + vertex.entity().name() + " ("
                            + words.kind(vertex.entity().kind()) + ", "
                            + vertex.id() + "): "
                            + (blocked.hub()
                                    ? "a hub with " + Numbers.count(vertex.degree(), "walkable link")
                                            + " (--hub-degree raises the bound)"
                                    : "sharing a " + words.kind(vertex.entity().kind()) + " is no tie (--through "
                                            + vertex.id() + " lets paths pass)"));
        }
        for (NoPath.LeftOut leftOut : none.leftOut()) {
            page.paragraph(
                    3,
                    "left out: " + leftOut.why() + " (" + leftOut.option() + " lets them in): "
                            + String.join(
                                    "; ",
                                    leftOut.links().stream().map(words::target).toList()));
        }
    }

    private void findings() {
        if (answer.findings().isEmpty()) {
            return;
        }
        page.blank();
        page.line(style.against("What speaks against a tie between the two:"));
        answer.findings().forEach(claim -> {
            page.paragraph(3, words.proposition(claim.proposition()) + ":");
            claim(5, claim);
        });
        Set<String> documents = new TreeSet<>();
        answer.findings().forEach(claim -> documents.add(claim.source().document()));
        page.paragraph(
                3,
                Numbers.count(documents.size(), "document") + ", "
                        + Numbers.count(answer.findingOrigins().size(), "origin") + ": "
                        + String.join(
                                "; ",
                                answer.findingOrigins().stream()
                                        .map(words::document)
                                        .toList()));
    }
}
