package org.ficelle.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.ficelle.graph.StoreException;
import org.ficelle.model.Ontology;
import org.jspecify.annotations.Nullable;

/**
 * What Neo4j Browser shows besides the graph: its style, a guide through the example case, and the stored queries to drop
 * into its favourites.
 */
public final class BrowserFiles {

    static final String STYLE = "style.grass";
    static final String GUIDE = "start.html";
    static final String QUERIES = "queries.zip";

    /** Where the server gives them. */
    public static final String MOUNT = "/explorer";

    private final String style;
    private final String guide;
    private final byte[] queries;

    private BrowserFiles(String style, String guide, byte[] queries) {
        this.style = style;
        this.guide = guide;
        this.queries = queries;
    }

    /**
     * The files for a graph.
     *
     * @param queries the folder of the stored queries; absent when there is none
     */
    public static BrowserFiles of(Ontology ontology, @Nullable Path queries) {
        return new BrowserFiles(GrassStyle.of(ontology), guide(), QueryArchive.of(queries));
    }

    static String guide() {
        try (InputStream stream = Objects.requireNonNull(BrowserFiles.class.getResourceAsStream(GUIDE))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes the files into the folder, which is made when there is none. */
    public void write(Path folder) {
        write(folder, STYLE, style.getBytes(StandardCharsets.UTF_8));
        write(folder, GUIDE, guide.getBytes(StandardCharsets.UTF_8));
        write(folder, QUERIES, queries);
    }

    static void write(Path folder, String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), content);
        } catch (IOException refused) {
            throw new StoreException(
                    "the files for Neo4j Browser cannot be written to " + folder + "; check its permissions", refused);
        }
    }

    /**
     * The setting {@code browser.post_connect_cmd} of a server that gives the files. Browser is told to draw no
     * relationships that a query did not return, and to write nothing.
     *
     * @param origin of the server that gives the files, such as {@code http://localhost:7474}
     */
    public static String onConnect(String origin) {
        String at = origin + MOUNT + "/";
        return "config {initCmd: \":guide " + at + GUIDE + "\", autoComplete: false, useReadTransactions: true,"
                + " initialNodeDisplay: 500, showSampleScripts: false, allowUserStats: false, allowCrashReports: false};"
                + " style " + at + STYLE + "; guide " + at + GUIDE;
    }
}
