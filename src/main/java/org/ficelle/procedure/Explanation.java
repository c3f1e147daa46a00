package org.ficelle.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ficelle.model.Claim;
import org.ficelle.model.Entity;
import org.ficelle.model.Footing;
import org.ficelle.model.Link;
import org.ficelle.model.NoPath;
import org.ficelle.model.Ontology;
import org.ficelle.model.Path;
import org.ficelle.model.PathAnswer;
import org.ficelle.model.Relation;
import org.ficelle.model.Stance;
import org.ficelle.procedure.PathProcedures.ExplainRow;
import org.ficelle.trace.Search;
import org.jspecify.annotations.Nullable;

/** A search in rows: what it found or why it found nothing, what the tie hangs on, and what was searched. */
final class Explanation {

    private static final Set<String> RULES_ON_ENTITIES = Set.of("avoid", "kind", "hub-degree");
    private static final Pattern SHELL_OPTION = Pattern.compile("--([a-z-]+)");

    private final Search search;
    private final PathAnswer answer;
    private final Ontology ontology;
    private final List<ExplainRow> rows = new ArrayList<>();

    Explanation(Search search, Ontology ontology) {
        this.search = search;
        this.answer = search.answer();
        this.ontology = ontology;
    }

    List<ExplainRow> rows() {
        if (!search.complete()) {
            row("answer", "incomplete", "The search ended at its limits: there may be other or stronger paths.", null);
        }
        NoPath none = answer.none();
        if (none == null) {
            found(answer.paths());
        } else {
            none(none);
        }
        answer.findings().forEach(this::finding);
        Footing footing = answer.footing();
        if (footing != null) {
            footing(footing);
        }
        effort();
        return rows;
    }

    private void found(List<Path> paths) {
        Path best = paths.get(0);
        row(
                "answer",
                "paths",
                "The strongest has strength " + best.strength() + ", which orders answers and is no probability.",
                (long) paths.size());
        Link weakest = best.hops().get(best.weakest()).link();
        row(
                "answer",
                "weakest hop",
                said(weakest.id()) + ", strength " + weakest.strength() + ".",
                (long) best.weakest() + 1);
    }

    private void none(NoPath none) {
        row(
                "answer",
                none.reason().label(),
                switch (none.reason()) {
                    case NO_CHAIN -> "No chain of documented links joins the two, whatever may be walked.";
                    case BLOCKED -> "Chains run only through what is not passed through by default.";
                    case LEFT_OUT -> "Chains run only over links that are left out by default.";
                    case INCOMPLETE -> "The search ended before it could tell.";
                    case UNKNOWN_ENTITY -> "An end is not in the graph.";
                },
                0L);
        for (NoPath.Blocked blocked : none.blocked()) {
            String id = blocked.vertex().id();
            String name = blocked.vertex().entity().name();
            row(
                    "blocked",
                    id,
                    blocked.avoided()
                            ? name + " is set aside by avoid."
                            : blocked.hub()
                                    ? name + " is a hub; hubDegree raises the bound."
                                    : name + " is no tie; {through: '" + id + "'} lets paths pass.",
                    (long) blocked.vertex().degree());
        }
        for (NoPath.LeftOut leftOut : none.leftOut()) {
            row(
                    "left out",
                    SHELL_OPTION.matcher(leftOut.option()).replaceAll(option -> Options.spelled(option.group(1))),
                    leftOut.why() + ": "
                            + leftOut.links().stream().map(this::said).collect(Collectors.joining("; ")),
                    (long) leftOut.links().size());
        }
    }

    private void finding(Claim claim) {
        row(
                "finding",
                claim.id(),
                (claim.stance() == Stance.DENIES ? "Denied by " : "Looked for and not established by ")
                        + name(claim.source().assertedBy()) + ": "
                        + claim.wording().statement() + " (" + claim.source().document() + ")",
                null);
    }

    private void footing(Footing footing) {
        for (Footing.Withdrawal withdrawal : footing.withdrawals()) {
            Footing.Route next = withdrawal.next();
            if (next == null) {
                row(
                        "hangs on",
                        withdrawal.id(),
                        "Without this " + withdrawal.support().label() + " no path is left.",
                        null);
            } else {
                row(
                        "next best",
                        withdrawal.id(),
                        "Without this " + withdrawal.support().label() + " the best path has strength "
                                + next.strength() + ": "
                                + next.entities().stream().map(this::name).collect(Collectors.joining(" – ")),
                        (long) next.hops());
            }
        }
        if (footing.unexamined() > 0) {
            row(
                    "hangs on",
                    "unexamined",
                    "So many more were not examined before the search ended at its limits.",
                    (long) footing.unexamined());
        }
    }

    private void effort() {
        row("searched", "entities", "Entities of which the links were read.", (long)
                search.effort().entities());
        row(
                "searched",
                "links",
                "Links read; one read from both its ends counts twice.",
                search.effort().links());
        row("searched", "calls", "How often the store was asked.", (long)
                search.effort().calls());
        row(
                "searched",
                "milliseconds",
                "From the question to the answer.",
                search.effort().time().toMillis());
        for (Map.Entry<String, Integer> kept : search.effort().leftOut().entrySet()) {
            row(
                    "kept out",
                    Options.spelled(kept.getKey()),
                    RULES_ON_ENTITIES.contains(kept.getKey())
                            ? "Entities that this rule does not let paths pass."
                            : "Links that this rule leaves out.",
                    (long) kept.getValue());
        }
    }

    private void row(String topic, String name, String says, @Nullable Long number) {
        rows.add(new ExplainRow(topic, name, says, number));
    }

    private String name(String id) {
        Entity entity = answer.entities().get(id);
        return entity == null ? id : entity.name();
    }

    /** A link in words. */
    private String said(String link) {
        String[] words = link.split(" ", 3);
        Relation relation = ontology.relations().get(words[1]);
        return name(words[0]) + " " + (relation == null ? words[1] : relation.reads()) + " " + name(words[2]);
    }
}
