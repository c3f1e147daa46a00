package org.ficelle.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.ficelle.graph.StoreException;

/** What one logs in by. */
public record Login(String user, String password) {

    /** Whom people log in as; Browser fills in the same. */
    public static final String USER = "neo4j";

    private static final String COMMANDS = "ficelle";

    /** Neo4j takes none shorter. */
    public static final int SHORTEST = 8;

    private static final String FILE = "password";
    private static final int BYTES = 15;

    /** The file with the password that {@link #kept} gives. */
    public static Path file(Path store) {
        return store.resolve(FILE);
    }

    /** The password that was made for the store at its first serving, made now if there is none. */
    public static Login kept(Path store) {
        Path file = file(store);
        try {
            String password = Files.readString(file).strip();
            if (password.length() >= SHORTEST) {
                return new Login(USER, password);
            }
        } catch (NoSuchFileException first) {
            // Made below.
        } catch (IOException unreadable) {
            throw new StoreException(
                    "the password in " + file + " cannot be read; change its permissions or remove it", unreadable);
        }
        String password = random();
        PrivateFile.write(file, password + "\n");
        return new Login(USER, password);
    }

    /** What the commands on the store's folder log in by while one server runs. */
    static Login forCommands() {
        return new Login(COMMANDS, random());
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        // No sign among them that a shell or a program would take for one of its own.
        return HexFormat.of().formatHex(bytes);
    }
}
