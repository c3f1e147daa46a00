package org.ficelle.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ficelle.model.Location;

/** The characters of a file, and the line and column of each. */
final class FileText {

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final char[] text;
    private final int length;

    /** The place last asked for: places are asked for in the order of the text, and a file may be one long line. */
    private int offset;

    private int line = 1;
    private int column = 1;

    private FileText(String file, char[] text, int length) {
        this.file = file;
        this.text = text;
        this.length = length;
    }

    /** Decodes UTF-8, with or without a byte order mark. */
    static FileText decode(String file, byte[] bytes) throws Unreadable {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        FileText decoded = of(file, out);
        if (result.isError()) {
            if (endsInside(in)) {
                throw new Unreadable(
                        decoded.at(decoded.length),
                        "cut-short",
                        "the file ends in the middle of a character",
                        "it looks cut short: restore the rest");
            }
            boolean utf16 = bytes.length > 1 && (bytes[0] & 0xFE) == 0xFE && (bytes[1] & 0xFE) == 0xFE;
            throw new Unreadable(
                    decoded.at(decoded.length),
                    "not-utf-8",
                    utf16
                            ? "the file is in UTF-16"
                            : "the byte 0x%02X is no UTF-8".formatted(in.get(in.position()) & 0xFF),
                    "save the file as UTF-8");
        }
        return decoded;
    }

    /** Whether the bytes that are left begin a character and are too few for it. */
    private static boolean endsInside(ByteBuffer left) {
        int first = left.get(left.position()) & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        return first >= 0xC2 && first <= 0xF4 && left.remaining() < length;
    }

    private static FileText of(String file, CharBuffer out) {
        int length = out.position();
        char[] chars = out.array();
        if (length > 0 && chars[0] == BYTE_ORDER_MARK) {
            return new FileText(file, Arrays.copyOfRange(chars, 1, length), length - 1);
        }
        return new FileText(file, chars, length);
    }

    String file() {
        return file;
    }

    char[] characters() {
        return text;
    }

    int length() {
        return length;
    }

    /** The place of the character at this offset, or just behind the last one. */
    Location at(long wanted) {
        int target = (int) Math.max(0, Math.min(wanted, length));
        if (target < offset) {
            offset = 0;
            line = 1;
            column = 1;
        }
        for (; offset < target; offset++) {
            char character = text[offset];
            boolean carriageReturnOfPair = character == '\r' && offset + 1 < length && text[offset + 1] == '\n';
            if (character == '\n' || character == '\r' && !carriageReturnOfPair) {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(character)) {
                column++;
            }
        }
        return new Location(file, line, column);
    }
}
