package org.ficelle.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ficelle.bench.Cast.Kind;
import org.ficelle.bench.Cast.Member;
import org.ficelle.bench.Cast.Slice;
import org.jspecify.annotations.Nullable;

/** Writes one made-up dossier. */
final class DossierWriter {

    private static final int CLAIMS_PER_DOCUMENT = 60;
    private static final double LOCAL = 0.5;
    private static final List<Kind> PUBLISHERS = List.of(Kind.OUTLET, Kind.OUTLET, Kind.AGENCY, Kind.ORGANIZATION);

    private final Synthetic size;
    private final int dossier;
    private final int edition;
    private final JsonGenerator json;
    private final Cast cast;
    private final Dice dice;
    private final Member[] publishers;
    private final int[] locators;
    private final Map<Kind, Integer> turns = new EnumMap<>(Kind.class);
    private final Set<String> asserted = new HashSet<>();
    private int links;
    private int claims;

    /** A proposition with what its sentence needs. */
    private record Tie(Member subject, String relation, String reads, Member object) {}

    /** Who does what with a proposition. */
    private record Voice(String stance, @Nullable String modality, Member by) {}

    DossierWriter(Synthetic size, int dossier, int edition, JsonGenerator json) {
        this.size = size;
        this.dossier = dossier;
        this.edition = edition;
        this.json = json;
        this.cast = size.cast();
        this.dice = new Dice(size.seed(), dossier, 0);
        int documents = 1 + size.quota(dossier) / CLAIMS_PER_DOCUMENT;
        this.publishers = new Member[documents];
        this.locators = new int[documents];
        for (int i = 0; i < documents; i++) {
            publishers[i] = cast.any(dice.one(PUBLISHERS), dice);
        }
    }

    /** Returns how many claims it wrote. */
    int write() throws IOException {
        json.writeStartObject();
        json.writeStringField("dossier", Synthetic.name(dossier));
        json.writeStringField("title", "Made-up findings, part " + (dossier + 1));
        writeDocuments();
        writeEntities();
        json.writeArrayFieldStart("claims");
        writeClaims();
        json.writeEndArray();
        json.writeEndObject();
        return claims;
    }

    private void writeDocuments() throws IOException {
        json.writeArrayFieldStart("documents");
        for (int i = 0; i < publishers.length; i++) {
            json.writeStartObject();
            json.writeStringField("id", document(dossier, i));
            json.writeStringField("type", dice.one(List.of("report", "article", "article", "post", "dataset")));
            json.writeStringField("title", "Made-up document " + i + " of part " + (dossier + 1));
            json.writeStringField("publisher", cast.id(publishers[i]));
            writeDate("published", LocalDate.of(2019, 1, 1).plusDays(dice.below(2_500)));
            json.writeStringField("url", "https://documents.example/" + dossier + "/" + i);
            if (i > 0 && dice.chance(0.3)) {
                writeDerivation(document(dossier, dice.below(i)));
            } else if (dossier > 0 && dice.chance(0.05)) {
                writeDerivation(document(dossier - 1, 0));
            }
            if (dice.chance(0.5)) {
                json.writeStringField("reliability", dice.one(List.of("A", "B", "B", "C", "C", "D", "F")));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeDerivation(String source) throws IOException {
        json.writeArrayFieldStart("derivesFrom");
        json.writeString(source);
        json.writeEndArray();
    }

    private static String document(int dossier, int number) {
        return Synthetic.name(dossier) + "-document-" + number;
    }

    private void writeEntities() throws IOException {
        json.writeArrayFieldStart("entities");
        for (Kind kind : Kind.values()) {
            Slice slice = cast.slice(kind, dossier);
            for (int number = slice.first(); number < slice.end(); number++) {
                Cast.Declaration entity = cast.declaration(new Member(kind, number));
                json.writeStartObject();
                json.writeStringField("id", entity.id());
                json.writeStringField("kind", kind.label());
                json.writeStringField("name", entity.name());
                if (entity.alias().isPresent()) {
                    json.writeArrayFieldStart("aliases");
                    json.writeString(entity.alias().get());
                    json.writeEndArray();
                }
                if (entity.description().isPresent()) {
                    json.writeStringField("description", entity.description().get());
                }
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void writeClaims() throws IOException {
        for (Tie tie : ties()) {
            if (!isFull()) {
                writeLink(tie);
            }
        }
        while (!isFull()) {
            Tie tie = tie(Pattern.draw(dice));
            if (tie != null) {
                writeLink(tie);
                writeMore(tie);
            }
        }
    }

    private boolean isFull() {
        return (size.unit() == Synthetic.Unit.LINKS ? links : claims) >= size.quota(dossier);
    }

    /** The ties within the groups that hang together with nobody else; half of the groups are on a platform. */
    private List<Tie> ties() {
        List<Tie> ties = new ArrayList<>();
        Slice islands = Cast.islands(cast.slice(Kind.ACCOUNT, dossier));
        for (int first = islands.first(); first < islands.end(); first += Cast.ISLAND) {
            for (int i = 0; i + 1 < Cast.ISLAND; i++) {
                ties.add(new Tie(
                        new Member(Kind.ACCOUNT, first + i),
                        "AMPLIFIED",
                        "amplified",
                        new Member(Kind.ACCOUNT, first + i + 1)));
            }
            if (dice.chance(0.5)) {
                ties.add(new Tie(
                        new Member(Kind.ACCOUNT, first), "ON_PLATFORM", "is on", cast.any(Kind.PLATFORM, dice)));
            }
        }
        return ties;
    }

    /** A new tie of that sort; absent when none was found. */
    private @Nullable Tie tie(Pattern pattern) {
        Slice slice = mainland(pattern.subject());
        if (slice.size() == 0) {
            return null;
        }
        Slice near = mainland(pattern.object());
        for (int tries = 0; tries < 8; tries++) {
            Member subject = new Member(pattern.subject(), slice.first() + offset(pattern.subject(), slice.size()));
            Member object = near.size() > 0 && dice.chance(LOCAL)
                    ? new Member(pattern.object(), near.first() + dice.rank(near.size()))
                    : cast.any(pattern.object(), dice);
            Tie tie = new Tie(subject, pattern.relation(), pattern.reads(), object);
            if (!subject.equals(object) && asserted.add(proposition(tie))) {
                return tie;
            }
        }
        return null;
    }

    /** One half of the time whose turn it is, so that nobody is left out, and otherwise some far more often than others. */
    private int offset(Kind kind, int among) {
        return dice.chance(0.5) ? turns.merge(kind, 1, Integer::sum) % among : dice.rank(among);
    }

    private Slice mainland(Kind kind) {
        Slice slice = cast.slice(kind, dossier);
        return kind == Kind.ACCOUNT
                ? new Slice(slice.first(), Cast.islands(slice).first())
                : slice;
    }

    private String proposition(Tie tie) {
        return cast.id(tie.subject()) + " " + tie.relation() + " " + cast.id(tie.object());
    }

    /** The tie, asserted for the first time. */
    private void writeLink(Tie tie) throws IOException {
        int document = dice.below(publishers.length);
        writeClaim(tie, new Voice("asserts", modality(), publishers[document]), document);
        links++;
    }

    private String modality() {
        return dice.one(List.of(
                "stated",
                "stated",
                "stated",
                "stated",
                "assessed",
                "assessed",
                "assessed",
                "alleged",
                "alleged",
                "self-declared",
                "inferred"));
    }

    /** What others say of the tie, and now and then something that draws no link. */
    private void writeMore(Tie tie) throws IOException {
        int document = dice.below(publishers.length);
        double part = dice.fraction();
        if (isFull()) {
            return;
        }
        if (part < 0.15) {
            writeClaim(tie, new Voice("asserts", modality(), publishers[document]), document);
        } else if (part < 0.165) {
            writeClaim(tie, new Voice("denies", null, spokesman()), document);
        } else if (part < 0.175) {
            writeClaim(tie, new Voice("not-established", null, publishers[document]), document);
        } else if (part < 0.18) {
            writeClaim(tie, new Voice("no-comment", null, spokesman()), document);
        } else if (part < 0.185) {
            writeApart(new Voice("forecasts", null, publishers[document]), document);
        } else if (part < 0.19) {
            writeApart(new Voice("not-established", null, publishers[document]), document);
        } else if (part < 0.195) {
            writeApart(new Voice("asserts", "hypothetical", publishers[document]), document);
        } else if (part < 0.2) {
            writeSameAs(document);
        }
    }

    private Member spokesman() {
        return cast.any(dice.chance(0.5) ? Kind.COMPANY : Kind.PERSON, dice);
    }

    /** A proposition that nobody asserts. */
    private void writeApart(Voice voice, int document) throws IOException {
        Tie tie = tie(Pattern.draw(dice));
        if (tie != null) {
            writeClaim(tie, voice, document);
        }
    }

    /** A judgement that an account and the next are one; it draws no link, since what is one has none to itself. */
    private void writeSameAs(int document) throws IOException {
        Slice slice = mainland(Kind.ACCOUNT);
        if (slice.size() > 1) {
            int number = slice.first() + dice.below(slice.size() - 1);
            Tie tie = new Tie(
                    new Member(Kind.ACCOUNT, number),
                    "SAME_AS",
                    "is the same as",
                    new Member(Kind.ACCOUNT, number + 1));
            if (asserted.add(proposition(tie))) {
                writeClaim(tie, new Voice("asserts", "inferred", publishers[document]), document);
            }
        }
    }

    private void writeClaim(Tie tie, Voice voice, int document) throws IOException {
        claims++;
        json.writeStartObject();
        json.writeStringField("subject", cast.id(tie.subject()));
        json.writeStringField("relation", tie.relation());
        json.writeStringField("object", cast.id(tie.object()));
        json.writeStringField("stance", voice.stance());
        if (voice.modality() != null) {
            json.writeStringField("modality", voice.modality());
        }
        json.writeStringField("assertedBy", cast.id(voice.by()));
        json.writeStringField("document", document(dossier, document));
        json.writeStringField("locator", "¶" + ++locators[document]);
        json.writeStringField("statement", statement(tie));
        if (dice.chance(0.15)) {
            json.writeStringField("quote", Prose.quote(dice));
        }
        if (dice.chance(0.08)) {
            json.writeStringField("hedge", dice.one(List.of("likely", "at least in part", "appears to")));
        }
        if (dice.chance(0.45)) {
            writeConfidence();
        }
        if (dice.chance(0.3)) {
            json.writeNumberField("credibility", 1 + dice.below(6));
        }
        if (dice.chance(0.6)) {
            json.writeStringField("evidence", dice.one(List.of("technical", "technical", "behavioural", "contextual")));
        }
        if (dice.chance(0.3)) {
            LocalDate from = LocalDate.of(2018, 1, 1).plusDays(dice.below(2_000));
            writeDate("from", from);
            if (dice.chance(0.5)) {
                writeDate("until", from.plusDays(dice.below(700)));
            }
        }
        if ("inferred".equals(voice.modality())) {
            json.writeStringField("note", "Inferred from equal names, times of activity and registration data.");
        }
        json.writeEndObject();
    }

    private String statement(Tie tie) {
        Dice words = new Dice(size.seed(), dossier, claims, edition);
        return Prose.statement(words, cast.name(tie.subject()), tie.reads(), cast.name(tie.object()))
                + (edition == 0 ? "" : " Wording of edition " + edition + ".");
    }

    private void writeConfidence() throws IOException {
        int value = 20 + 5 * dice.below(16);
        json.writeObjectFieldStart("confidence");
        json.writeNumberField("value", value);
        if (dice.chance(0.5)) {
            json.writeStringField("scale", "ICD 203");
            json.writeStringField("term", value >= 80 ? "very likely" : value >= 55 ? "likely" : "unlikely");
        }
        json.writeEndObject();
    }

    private void writeDate(String field, LocalDate date) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField(
                "raw",
                date.getDayOfMonth() + " " + date.getMonth().toString().toLowerCase(Locale.ROOT) + " "
                        + date.getYear());
        json.writeStringField("date", date.toString());
        json.writeEndObject();
    }
}
