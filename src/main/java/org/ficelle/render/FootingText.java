package org.ficelle.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ficelle.model.Footing;
import org.ficelle.model.Footing.Route;
import org.ficelle.model.Footing.Support;
import org.ficelle.model.Footing.Withdrawal;
import org.ficelle.model.Hop;
import org.ficelle.model.Link;
import org.ficelle.model.Path;

/** What a tie hangs on, for a reader at the terminal. */
final class FootingText {

    private final Page page;
    private final Words words;
    private final Style style;
    private final Footing footing;
    private final Path best;

    FootingText(Page page, Words words, Style style, Footing footing, Path best) {
        this.page = page;
        this.words = words;
        this.style = style;
        this.footing = footing;
        this.best = best;
    }

    /** @param everything whether to print what becomes of the best path without each entity and claim as well */
    void write(boolean everything) {
        page.blank();
        page.line(style.heading("What the tie hangs on, over all paths that the rules allow"));
        List<Withdrawal> fatal =
                footing.withdrawals().stream().filter(Withdrawal::fatal).toList();
        if (!fatal.isEmpty()) {
            page.paragraph(3, "Without any one of these no path is left:");
            fatal(fatal);
        } else if (footing.unexamined() == 0) {
            page.paragraph(
                    3, "Nothing by itself: without any single origin, document, entity or claim a path is left.");
        }
        others(everything);
        if (footing.unexamined() > 0) {
            page.paragraph(
                    3,
                    footing.unexamined() + " more of what lies behind the best path "
                            + (footing.unexamined() == 1 ? "was" : "were")
                            + " not examined: the search ended at its limits, which --timeout and --limit set.");
        }
    }

    private void fatal(List<Withdrawal> fatal) {
        for (Support support : Support.values()) {
            List<String> ids = fatal.stream()
                    .filter(each -> each.support() == support)
                    .map(Withdrawal::id)
                    .toList();
            if (!ids.isEmpty()) {
                String number = ids.size() == 1 ? support.label() : ids.size() + " " + plural(support);
                String names = support == Support.CLAIM
                        ? claims(ids)
                        : String.join(
                                ", ",
                                ids.stream().map(id -> spelled(support, id)).toList());
                page.paragraph(5, number + ": " + names);
            }
        }
    }

    private static String plural(Support support) {
        return support == Support.ENTITY ? "entities" : support.label() + "s";
    }

    private String spelled(Support support, String id) {
        return support == Support.ENTITY ? words.name(id) : id;
    }

    private void others(boolean everything) {
        List<Withdrawal> changing =
                footing.withdrawals().stream().filter(each -> !each.fatal()).toList();
        List<Withdrawal> shown = changing.stream()
                .filter(each -> everything || each.support() == Support.ORIGIN || each.support() == Support.DOCUMENT)
                .toList();
        if (!shown.isEmpty()) {
            page.paragraph(3, "Without one of these another path is the best:");
        }
        for (Withdrawal withdrawal : shown) {
            Route next = withdrawal.next();
            if (next != null) {
                page.paragraph(5, withdrawal.support().label() + " " + named(withdrawal) + ": " + described(next));
            }
        }
        if (shown.size() < changing.size()) {
            page.paragraph(
                    3,
                    (shown.isEmpty() ? "Another path is the best without " : "So it is without ")
                            + counted(changing, shown) + "; --explain prints each.");
        }
    }

    private String counted(List<Withdrawal> changing, List<Withdrawal> shown) {
        List<String> parts = new ArrayList<>();
        for (Support support : Support.values()) {
            long hidden = changing.stream()
                    .filter(each -> each.support() == support && !shown.contains(each))
                    .count();
            if (hidden > 0) {
                parts.add(hidden == 1 ? "one " + support.label() : hidden + " " + plural(support));
            }
        }
        return (changing.size() - shown.size() == 1 ? "" : "any of ") + String.join(" and ", parts);
    }

    private String named(Withdrawal withdrawal) {
        return withdrawal.support() == Support.CLAIM
                ? withdrawal.id() + " (" + claims(List.of(withdrawal.id())) + ")"
                : withdrawal.support().label() + " " + spelled(withdrawal.support(), withdrawal.id());
    }

    private String described(Route next) {
        List<String> entities = next.entities();
        List<String> now = Stream.concat(
                        Stream.of(best.hops().get(0).from()),
                        best.hops().stream().map(Hop::to))
                .toList();
        String way = entities.size() == 2
                ? "direct"
                : "through "
                        + String.join(
                                ", ",
                                entities.subList(1, entities.size() - 1).stream()
                                        .map(words::name)
                                        .toList());
        return (entities.equals(now) ? "the same entities" : Numbers.count(next.hops(), "hop")) + ", strength "
                + Numbers.round(next.strength()) + (entities.equals(now) ? "" : ", " + way);
    }

    /** Behind which hops of the best path the claims stand. */
    private String claims(List<String> ids) {
        List<Integer> hops = IntStream.range(0, best.hops().size())
                .filter(index -> rests(best.hops().get(index), ids))
                .mapToObj(index -> index + 1)
                .toList();
        return "behind " + Numbers.hops(hops) + " of path 1";
    }

    private static boolean rests(Hop hop, List<String> claims) {
        return Stream.concat(Stream.of(hop.link()), hop.parallel().stream())
                .map(Link::backing)
                .flatMap(backing -> Stream.concat(backing.claims().stream(), backing.against().stream()))
                .anyMatch(claims::contains);
    }
}
