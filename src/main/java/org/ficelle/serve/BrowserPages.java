package org.ficelle.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;

/** What Neo4j's HTTP server gives besides Browser: the files of {@link BrowserFiles}, which anybody may read. */
@javax.ws.rs.Path("/")
public final class BrowserPages {

    private static final Map<String, String> TYPES = Map.of(
            BrowserFiles.STYLE, "text/plain; charset=utf-8",
            BrowserFiles.GUIDE, "text/html; charset=utf-8",
            BrowserFiles.QUERIES, "application/zip");

    private final Path folder;

    /** Made by the server for every request. */
    public BrowserPages(@Context Config config) {
        this.folder = folder(config.get(GraphDatabaseSettings.neo4j_home));
    }

    /** Where the files of a store lie. */
    static Path folder(Path store) {
        return store.resolve("browser");
    }

    /** One of the files, or 404. */
    @GET
    @javax.ws.rs.Path("{name}")
    public Response file(@PathParam("name") String name) throws IOException {
        String type = TYPES.get(name);
        byte[] content = type == null ? null : content(name);
        if (content == null) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        return Response.ok(content, type).header("Cache-Control", "no-cache").build();
    }

    private byte @Nullable [] content(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readAllBytes(file) : null;
    }
}
