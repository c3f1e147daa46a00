package org.ficelle.serve;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.ficelle.graph.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the server that holds a store: a file in the store's folder, there as long as the server runs, which only
 * its owner may read.
 *
 * @param link opens Neo4j Browser
 * @param login of commands, which may load; absent when the server asks for none
 * @param process the server's, with its start, which tells it from a later process of the same number
 */
public record ServerFile(URI bolt, URI link, @Nullable Login login, long process, Instant started) {

    private static final String FILE = "server";

    /** Clocks are set, and with them the start of a process moves. */
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    /** This process as a server. */
    static ServerFile here(Endpoints endpoints, @Nullable Login people, @Nullable Login commands) {
        ProcessHandle process = ProcessHandle.current();
        return new ServerFile(
                endpoints.bolt(),
                URI.create(endpoints.link(people == null ? null : people.user())),
                commands,
                process.pid(),
                process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The server that holds the store, if one does; a file that a dead server left counts for nothing. */
    public static Optional<ServerFile> live(Path store) {
        Path file = store.resolve(FILE);
        try {
            return parse(Files.readString(file)).filter(ServerFile::isAlive);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new StoreException(
                    "a server seems to hold the store " + store + ", and " + file
                            + ", which tells how to reach it, cannot be read; run this as the user who serves it",
                    unreadable);
        }
    }

    /** Opens Neo4j Browser with the statement in its editor. */
    public String linkTo(String statement) {
        return link + "&cmd=edit&arg="
                + URLEncoder.encode(statement, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private boolean isAlive() {
        return ProcessHandle.of(process)
                .map(other -> other.info().startInstant().orElse(Instant.EPOCH))
                .filter(start -> Duration.between(start, started).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }

    private static Optional<ServerFile> parse(String content) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(content));
        String bolt = properties.getProperty("bolt");
        String link = properties.getProperty("link");
        String process = properties.getProperty("process");
        String started = properties.getProperty("started");
        if (bolt == null || link == null || process == null || started == null) {
            return Optional.empty();
        }
        String user = properties.getProperty("user");
        String password = properties.getProperty("password");
        Login login = user == null || password == null ? null : new Login(user, password);
        return Optional.of(new ServerFile(
                URI.create(bolt), URI.create(link), login, Long.parseLong(process), Instant.parse(started)));
    }

    void write(Path store) {
        Properties properties = new Properties();
        properties.setProperty("bolt", bolt.toString());
        properties.setProperty("link", link.toString());
        properties.setProperty("process", String.valueOf(process));
        properties.setProperty("started", started.toString());
        if (login != null) {
            properties.setProperty("user", login.user());
            properties.setProperty("password", login.password());
        }
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        PrivateFile.write(store.resolve(FILE), text.toString());
    }

    static void remove(Path store) {
        try {
            Files.deleteIfExists(store.resolve(FILE));
        } catch (IOException left) {
            throw new StoreException("the file " + store.resolve(FILE) + " cannot be removed; remove it", left);
        }
    }
}
