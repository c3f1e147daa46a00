package org.ficelle.graph;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.os.OsBeanUtil;

/**
 * The folder of an embedded store. A small file in it says that it is one, so that a folder with other content is never
 * written to.
 */
public final class StoreFolder {

    /** Rises when a store of the new shape must not be opened by an older Ficelle. */
    private static final int FORMAT = 1;

    private static final String MARKER = "ficelle-store";
    private static final Pattern CONTENT = Pattern.compile("format (\\d{1,9})\\s*");
    private static final String CHOOSE = "choose another with --store";

    private StoreFolder() {}

    /** Makes sure that the folder is a store or can become one; a {@link StoreException} says why not. */
    public static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            Path marker = folder.resolve(MARKER);
            if (Files.exists(marker)) {
                check(folder, Files.readString(marker));
            } else if (!isEmpty(folder)) {
                throw somethingElse(folder);
            }
            if (!Files.isWritable(folder)) {
                throw notWritable(folder, null);
            }
            if (!Files.exists(marker)) {
                Files.writeString(marker, "format " + FORMAT + "\n");
            }
        } catch (FileAlreadyExistsException file) {
            throw new StoreException("the store " + folder + " is a file and must be a folder; " + CHOOSE, file);
        } catch (MalformedInputException binary) {
            throw somethingElse(folder);
        } catch (IOException refused) {
            throw notWritable(folder, refused);
        }
    }

    /**
     * How many bytes Neo4j may keep of the store outside the heap: all of it, but at most an eighth of the machine's
     * memory, and at least what a small store grows to while it is open.
     */
    static long pageCache(Path folder) {
        long least = ByteUnit.mebiBytes(64);
        long most = Math.max(least, OsBeanUtil.getTotalPhysicalMemory() / 8);
        try (Stream<Path> files = Files.walk(folder)) {
            long size = files.map(Path::toFile).mapToLong(File::length).sum();
            return Math.min(most, Math.max(least, size));
        } catch (IOException | UncheckedIOException unreadable) {
            return least;
        }
    }

    private static void check(Path folder, String content) {
        Matcher matcher = CONTENT.matcher(content);
        if (!matcher.matches()) {
            throw somethingElse(folder);
        }
        if (Integer.parseInt(matcher.group(1)) > FORMAT) {
            throw new StoreException(
                    "the store " + folder + " was written by a newer Ficelle; use that one, or " + CHOOSE, null);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static StoreException somethingElse(Path folder) {
        return new StoreException("the folder " + folder + " holds something other than a store; " + CHOOSE, null);
    }

    private static StoreException notWritable(Path folder, @Nullable IOException cause) {
        return new StoreException(
                "the store " + folder + " cannot be written to; change its permissions or " + CHOOSE, cause);
    }
}
