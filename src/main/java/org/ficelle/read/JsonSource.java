package org.ficelle.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ficelle.model.Location;
import org.jspecify.annotations.Nullable;

/**
 * The values of one JSON file in the order they stand, each with its place. Strings come in Unicode's composed form
 * (NFC), so that the same words written by two editors are the same.
 */
final class JsonSource {

    /** How deep objects and lists may lie in one another. */
    static final int MAX_DEPTH = 32;

    /** Far above what any field may hold; a string this long is not read to its end. */
    private static final int MAX_STRING = 1_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH + 1)
                    .maxStringLength(MAX_STRING)
                    .maxNameLength(1_000)
                    .maxNumberLength(100)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** All characters before it stand for themselves in every text. */
    private static final char FIRST_COMBINING = '\u0300';

    private static final Pattern NUMBER_WORD = Pattern.compile("^Non-standard token '([^']*)'");

    private final FileText text;
    private final Shared names;
    private final JsonParser parser;

    JsonSource(FileText text) {
        this(text, new Shared());
    }

    /** @param names one string for each name of a member */
    JsonSource(FileText text, Shared names) {
        this.text = text;
        this.names = names;
        try {
            this.parser = JSON.createParser(text.characters(), 0, text.length());
        } catch (IOException impossible) {
            throw new UncheckedIOException("characters in memory can be read", impossible);
        }
    }

    /** The one value of the file, which must be an object. */
    Json.Obj whole() throws Unreadable {
        begin();
        Json.Obj object = object(at());
        end();
        return object;
    }

    /** Goes into the one value of the file, which must be an object. */
    void begin() throws Unreadable {
        if (next() == null) {
            throw new Unreadable(at(), "empty", "the file is empty", "a data file is one JSON object");
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new Unreadable(at(), "not-an-object", "the file is no object", "a data file is one JSON object");
        }
    }

    /** The name of the next member of the object the source stands in, or null at its end. */
    @Nullable
    String nextName() throws Unreadable {
        try {
            return parser.nextToken() == JsonToken.END_OBJECT ? null : parser.currentName();
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /** Goes into the member's value or the list's next item; whether it begins a list. */
    boolean beginsList() throws Unreadable {
        return next() == JsonToken.START_ARRAY;
    }

    /** Goes to the next item of the list the source stands in; false at its end. */
    boolean nextItem() throws Unreadable {
        return next() != JsonToken.END_ARRAY;
    }

    /** The whole value that begins where the source stands. */
    Json value() throws Unreadable {
        Location at = at();
        try {
            return switch (parser.currentToken()) {
                case START_OBJECT -> object(at);
                case START_ARRAY -> list(at);
                case VALUE_STRING -> new Json.Text(at, composed(parser.getText()));
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(at, new BigDecimal(parser.getText()));
                case VALUE_TRUE, VALUE_FALSE -> new Json.Bool(at, parser.currentToken() == JsonToken.VALUE_TRUE);
                default -> new Json.Null(at);
            };
        } catch (NumberFormatException | ArithmeticException outOfRange) {
            throw new Unreadable(at, "syntax", "this number is out of every range", "write a smaller one");
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /** Checks that nothing stands behind the one value of the file. */
    void end() throws Unreadable {
        boolean more;
        try {
            more = parser.nextToken() != null;
        } catch (IOException garbage) {
            throw trailing(place(garbage));
        }
        if (more) {
            throw trailing(at());
        }
    }

    /** Where the current name or value begins. */
    Location at() {
        return text.at(parser.currentTokenLocation().getCharOffset());
    }

    private Json.Obj object(Location at) throws Unreadable {
        checkDepth(at);
        List<Json.Member> members = new ArrayList<>();
        for (String name = nextName(); name != null; name = nextName()) {
            Location nameAt = at();
            next();
            members.add(new Json.Member(names.of(composed(name)), nameAt, value()));
        }
        return new Json.Obj(at, members);
    }

    private Json.Arr list(Location at) throws Unreadable {
        checkDepth(at);
        List<Json> items = new ArrayList<>();
        while (nextItem()) {
            items.add(value());
        }
        return new Json.Arr(at, items);
    }

    private void checkDepth(Location at) throws Unreadable {
        if (parser.getParsingContext().getNestingDepth() > MAX_DEPTH) {
            throw new Unreadable(
                    at,
                    "too-deep",
                    "objects and lists lie deeper than " + MAX_DEPTH + " in one another",
                    "no dossier needs more than six");
        }
    }

    private @Nullable JsonToken next() throws Unreadable {
        try {
            return parser.nextToken();
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    private Unreadable trailing(Location at) {
        return new Unreadable(
                at, "trailing", "something stands behind the end of the object", "a data file is one JSON object");
    }

    private Unreadable unreadable(IOException broken) {
        if (broken instanceof JsonEOFException || parser.currentLocation().getCharOffset() >= text.length()) {
            return new Unreadable(
                    text.at(text.length()),
                    "cut-short",
                    "the file ends before everything opened is closed",
                    "it looks cut short: restore the rest");
        }
        if (broken instanceof StreamConstraintsException) {
            return new Unreadable(
                    at(), "too-long", "a name, string or number here is far too long", "no field holds this much");
        }
        SyntaxFault fault = SyntaxFault.of(String.valueOf(broken.getMessage()));
        return new Unreadable(place(broken), "syntax", fault.wrong(), fault.right());
    }

    /** Where the fault begins: the parser stands behind a word such as NaN. */
    private Location place(IOException broken) {
        JsonLocation at = broken instanceof JsonProcessingException parsing ? parsing.getLocation() : null;
        long offset = (at == null ? parser.currentLocation() : at).getCharOffset();
        Matcher word = NUMBER_WORD.matcher(String.valueOf(broken.getMessage()));
        return text.at(word.find() ? offset - word.group(1).length() : offset);
    }

    private static String composed(String string) {
        return isPlain(string) || Normalizer.isNormalized(string, Normalizer.Form.NFC)
                ? string
                : Normalizer.normalize(string, Normalizer.Form.NFC);
    }

    /** Whether nothing in it can be composed, which Java's tables need not tell. */
    private static boolean isPlain(String string) {
        for (int i = 0; i < string.length(); i++) {
            if (string.charAt(i) >= FIRST_COMBINING) {
                return false;
            }
        }
        return true;
    }
}
