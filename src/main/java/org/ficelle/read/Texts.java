package org.ficelle.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ficelle.model.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The words of very many claims, which a load compares and copies but does not work with: kept in a file of the system's
 * temporary folder, so that memory need not hold them. The file goes with the process, and small data makes none.
 *
 * <p>Where that file cannot be written or read, an {@link UncheckedIOException} says so.
 */
final class Texts {

    private static final int BUFFER = 1 << 20;

    /** Of the place of a text, the bits that say how long it is. */
    private static final int LENGTH_BITS = 24;

    private static final int ABSENT = -1;

    /** What comes after the end of the file. */
    private ByteBuffer tail = ByteBuffer.allocate(BUFFER);

    private long written;
    private @Nullable FileChannel file;

    private static final class Kept extends Wording {

        private final Texts texts;
        private final long place;

        Kept(Texts texts, long place) {
            this.texts = texts;
            this.place = place;
        }

        @Override
        public Words words() {
            return texts.words(place >>> LENGTH_BITS, (int) (place & (1 << LENGTH_BITS) - 1));
        }
    }

    /** The same words, kept here unless they are very long. */
    Wording keep(String statement, @Nullable String quote, @Nullable String note) {
        byte @Nullable [][] parts = {bytes(statement), bytes(quote), bytes(note)};
        int length = 0;
        for (byte[] part : parts) {
            length += Integer.BYTES + (part == null ? 0 : part.length);
        }
        if (length > BUFFER) {
            return Wording.of(statement, quote, note);
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            bytes.putInt(part == null ? ABSENT : part.length);
            if (part != null) {
                bytes.put(part);
            }
        }
        return new Kept(this, append(bytes.flip()) << LENGTH_BITS | length);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private synchronized long append(ByteBuffer bytes) {
        if (bytes.remaining() > tail.remaining()) {
            flush();
        }
        long place = written + tail.position();
        tail.put(bytes);
        return place;
    }

    private void flush() {
        try {
            FileChannel channel = file;
            if (channel == null) {
                Path path = Files.createTempFile("ficelle", ".texts");
                channel = FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
                file = channel;
            }
            tail.flip();
            while (tail.hasRemaining()) {
                written += channel.write(tail, written);
            }
            tail.clear();
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    private Wording.Words words(long place, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        FileChannel channel = take(place, bytes);
        try {
            while (channel != null && bytes.hasRemaining()) {
                if (channel.read(bytes, place + bytes.position()) < 0) {
                    throw new EOFException("the file is shorter than it was");
                }
            }
        } catch (IOException failure) {
            throw unusable(failure);
        }
        bytes.flip();
        String statement = text(bytes);
        return new Wording.Words(statement == null ? "" : statement, text(bytes), text(bytes));
    }

    /** Fills in what was not written yet; else gives the file from which to read it. */
    private synchronized @Nullable FileChannel take(long place, ByteBuffer bytes) {
        if (place < written) {
            return file;
        }
        bytes.put(tail.duplicate().position((int) (place - written)).limit((int) (place - written) + bytes.capacity()));
        return null;
    }

    private static @Nullable String text(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length == ABSENT) {
            return null;
        }
        String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    private static UncheckedIOException unusable(IOException failure) {
        return new UncheckedIOException(
                "the temporary folder " + System.getProperty("java.io.tmpdir") + " cannot be used: "
                        + failure.getMessage(),
                failure);
    }
}
