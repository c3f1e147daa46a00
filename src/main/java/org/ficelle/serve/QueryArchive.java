package org.ficelle.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ficelle.graph.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * The stored queries as an archive that Neo4j Browser takes for its favourites when it is dropped there.
 *
 * <p>The classic Browser makes a folder of every entry's path, the new one of the entries for folders; it stumbles over two
 * of one name. The same files give the same archive, byte for byte.
 */
final class QueryArchive {

    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private QueryArchive() {}

    /** @param folder absent for an empty archive */
    static byte[] of(@Nullable Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            if (folder != null) {
                add(archive, folder, "");
            }
        } catch (IOException unreadable) {
            throw new StoreException(
                    "the stored queries in " + folder + " cannot be read; check the folder's permissions", unreadable);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream archive, Path folder, String prefix) throws IOException {
        for (Path path : visible(folder)) {
            String name = prefix + path.getFileName();
            if (Files.isDirectory(path)) {
                put(archive, name + "/", new byte[0]);
                add(archive, path, name + "/");
            } else if (name.endsWith(".cypher")) {
                put(archive, name, Files.readAllBytes(path));
            }
        }
    }

    private static List<Path> visible(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static void put(ZipOutputStream archive, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        archive.putNextEntry(entry);
        archive.write(content);
        archive.closeEntry();
    }
}
