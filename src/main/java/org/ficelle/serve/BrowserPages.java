package org.ficelle.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ficelle.graph.EmbeddedStore;
import org.ficelle.read.OntologyReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;

/**
 * What Neo4j's HTTP server gives besides Browser: the files of {@link BrowserFiles}, which anybody may read. The style is
 * that of the ontology in the graph at the time.
 */
@javax.ws.rs.Path("/")
public final class BrowserPages {

    private static final Map<String, String> TYPES = Map.of(
            BrowserFiles.STYLE, "text/plain; charset=utf-8",
            BrowserFiles.GUIDE, "text/html; charset=utf-8",
            BrowserFiles.QUERIES, "application/zip");

    private final Path folder;
    private final DatabaseManagementService neo4j;

    /** Made by the server for every request. */
    public BrowserPages(@Context Config config, @Context DatabaseManagementService neo4j) {
        this.folder = folder(config.get(GraphDatabaseSettings.neo4j_home));
        this.neo4j = neo4j;
    }

    /** Where those files of a store lie that the graph does not tell. */
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
        return switch (name) {
            case BrowserFiles.STYLE ->
                EmbeddedStore.ontology(neo4j)
                        .map(text -> GrassStyle.of(OntologyReader.parse(text)).getBytes(StandardCharsets.UTF_8))
                        .orElse(null);
            case BrowserFiles.GUIDE -> BrowserFiles.guide().getBytes(StandardCharsets.UTF_8);
            default -> Files.readAllBytes(folder.resolve(name));
        };
    }
}
