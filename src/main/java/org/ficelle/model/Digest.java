package org.ficelle.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** SHA-256 over content, so that the same content has the same key on every machine and in every file. */
public final class Digest {

    /** What one character of Java takes in UTF-8 at the most. */
    private static final int MAX_BYTES = 3;

    private Digest() {}

    /** 64 hexadecimal digits over the parts in order; each part is preceded by its length, so none can pass for two. */
    public static String of(Collection<String> parts) {
        ByteBuffer content = ByteBuffer.allocate(
                parts.stream().mapToInt(part -> 4 + MAX_BYTES * part.length()).sum());
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            content.putInt(bytes.length).put(bytes);
        }
        MessageDigest digest = sha256();
        digest.update(content.flip());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** 64 hexadecimal digits over the bytes as they are. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
