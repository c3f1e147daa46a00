package org.ficelle.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ficelle.model.Claim;
import org.ficelle.model.Entity;
import org.ficelle.model.Ontology;
import org.ficelle.model.Profile;
import org.ficelle.model.Proposition;
import org.ficelle.model.Value;
import org.ficelle.model.When;

/** The answer to {@code ficelle show} for a reader at the terminal. */
public final class ShowText {

    private final Page page = new Page();
    private final Profile profile;
    private final Words words;
    private final Style style;

    private ShowText(Profile profile, Ontology ontology, Style style) {
        this.profile = profile;
        this.style = style;
        this.words = new Words(ontology, profile.entities(), profile.documents());
    }

    /** The whole profile, ending in a line break. */
    public static String of(Profile profile, Ontology ontology, Style style) {
        ShowText text = new ShowText(profile, ontology, style);
        text.head();
        text.topics();
        text.said();
        text.timeline();
        text.documents();
        return text.page.toString();
    }

    private void head() {
        Entity entity = profile.vertex().entity();
        page.line(style.heading(entity.name()) + " (" + words.kind(entity.kind()) + ", " + entity.id() + ")");
        if (!entity.aliases().isEmpty()) {
            page.paragraph(3, "also: " + String.join(", ", entity.aliases()));
        }
        if (profile.vertex().members().size() > 1) {
            page.paragraph(
                    3, "judged the same: " + String.join(", ", profile.vertex().members()));
        }
        if (entity.placeholder()) {
            page.paragraph(3, "a placeholder: the documents do not name it");
        }
        if (entity.description() != null) {
            page.paragraph(3, entity.description());
        }
        if (entity.annotations().marking() != null) {
            page.paragraph(3, "marked " + entity.annotations().marking().label());
        }
        if (entity.annotations().note() != null) {
            page.paragraph(3, "note: " + entity.annotations().note());
        }
    }

    private void topics() {
        page.blank();
        page.line(style.heading("What is claimed of it") + ": "
                + Numbers.count(profile.topics().size(), "proposition"));
        for (Profile.Topic topic : profile.topics()) {
            page.blank();
            page.line("   " + words.proposition(topic.proposition()) + "  " + standing(topic));
            topic.claims().forEach(this::claim);
        }
    }

    private String standing(Profile.Topic topic) {
        if (topic.status().isEmpty()) {
            return style.faint("asserted by nobody");
        }
        return style.status(topic.status().get())
                + style.faint(", " + Numbers.count(topic.documents().size(), "document") + ", "
                        + Numbers.count(topic.origins().size(), "origin"));
    }

    private void claim(Claim claim) {
        page.paragraph(6, words.voice(claim) + ": " + claim.wording().statement());
        page.paragraph(8, words.citation(claim));
        words.remarks(claim).forEach(remark -> page.paragraph(8, remark));
    }

    private void said() {
        if (profile.said().isEmpty()) {
            return;
        }
        page.blank();
        page.line(style.heading("What it says itself") + ": "
                + Numbers.count(profile.said().size(), "claim"));
        for (Claim claim : profile.said()) {
            page.blank();
            page.line("   " + words.proposition(claim.proposition()));
            claim(claim);
        }
    }

    private void documents() {
        if (!profile.documents().isEmpty()) {
            page.blank();
            page.line(style.heading("Documents"));
            words.documents(page, profile.documents().keySet());
        }
    }

    /** A dated claim, for the timeline. */
    private record Dated(When.Range range, String line) {}

    private void timeline() {
        List<Dated> dated = new ArrayList<>();
        Stream.concat(profile.topics().stream().flatMap(topic -> topic.claims().stream()), profile.said().stream())
                .distinct()
                .forEach(claim -> date(claim).ifPresent(dated::add));
        if (dated.isEmpty()) {
            return;
        }
        page.blank();
        page.line(style.heading("Timeline"));
        dated.stream()
                .distinct()
                .sorted(Comparator.comparing((Dated entry) -> entry.range().first())
                        .thenComparing(entry -> entry.range().last())
                        .thenComparing(Dated::line))
                .forEach(entry -> page.paragraph(3, entry.line()));
    }

    private Optional<Dated> date(Claim claim) {
        Proposition proposition = claim.proposition();
        Value value = proposition.value();
        When from = claim.scope().period().from();
        When until = claim.scope().period().until();
        When first = value instanceof Value.Date date ? date.when() : from != null ? from : until;
        if (first == null || first.range() == null) {
            return Optional.empty();
        }
        String time = value instanceof Value.Date
                ? first.spoken()
                : Objects.requireNonNull(words.period(claim.scope().period()));
        return Optional.of(
                new Dated(first.range(), time + "  " + claim.wording().statement() + " (" + words.voice(claim) + ")"));
    }
}
