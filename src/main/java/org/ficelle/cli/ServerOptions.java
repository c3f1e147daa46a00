package org.ficelle.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.ficelle.graph.RemoteStore;
import org.ficelle.graph.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which Neo4j server keeps the graph, and how to log in there; the variables are those of Neo4j's own tools. */
final class ServerOptions {

    private static final Set<String> SCHEMES = Set.of("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc");
    private static final String DEFAULT_USER = "neo4j";
    private static final String ASK = "";

    @Option(
            names = "--uri",
            paramLabel = "URI",
            description =
                    "Neo4j server to use in place of a store of one's own: neo4j://HOST or bolt://HOST:PORT, with +s"
                            + " for TLS and +ssc for TLS with a self-signed certificate; default: the variable NEO4J_URI.")
    private @Nullable String uri;

    /** The password that was asked for, since a scheduled load connects again and again. */
    private @Nullable String asked;

    @Option(
            names = "--username",
            paramLabel = "NAME",
            description = "User there; default: the variable NEO4J_USERNAME.")
    private @Nullable String username;

    @ArgGroup
    private Password password = new Password();

    @Option(
            names = "--database",
            paramLabel = "NAME",
            description = "Database there; default: the variable NEO4J_DATABASE, else the user's own.")
    private @Nullable String database;

    private static final class Password {

        @Option(
                names = "--password",
                arity = "0..1",
                fallbackValue = ASK,
                paramLabel = "PASSWORD",
                description =
                        "Password there; asked for when the value is left out; default: the variable NEO4J_PASSWORD.")
        private @Nullable String value;

        @Option(
                names = "--password:env",
                paramLabel = "VARIABLE",
                description = "Take the password from this variable.")
        private @Nullable String variable;

        @Option(names = "--password:file", paramLabel = "FILE", description = "Take the password from this file.")
        private @Nullable Path file;
    }

    /** The server's address, or null when none is named. */
    @Nullable
    String uri(Context context) {
        return orVariable(uri, context, "NEO4J_URI");
    }

    /** The name of the database, or null when it is the user's own. */
    @Nullable
    String database(Context context) {
        return orVariable(database, context, "NEO4J_DATABASE");
    }

    /** Whether the address was given as an option. */
    boolean given() {
        return uri != null;
    }

    /** Connects to the server with this address. */
    Store open(String address, Context context) {
        String source = uri == null ? "the variable NEO4J_URI" : "--uri";
        String secret = password(context);
        String user = orVariable(username, context, "NEO4J_USERNAME");
        if (user != null && secret == null) {
            throw new Fault(
                    ExitCode.USAGE,
                    "the user " + user + " has no password; give --password, --password:env or --password:file");
        }
        try {
            return RemoteStore.open(
                    checked(address, source),
                    user == null && secret != null ? DEFAULT_USER : user,
                    secret,
                    database(context));
        } catch (IllegalArgumentException unusable) {
            throw wrong(address, source);
        }
    }

    private static URI checked(String address, String source) {
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && SCHEMES.contains(uri.getScheme())) {
                return uri;
            }
            throw wrong(address, source);
        } catch (URISyntaxException broken) {
            throw wrong(address, source);
        }
    }

    private static Fault wrong(String address, String source) {
        return new Fault(
                ExitCode.USAGE,
                source + " is " + address + "; give neo4j://HOST or bolt://HOST:PORT, with +s or +ssc for TLS, as in"
                        + " neo4j+s://graph.example");
    }

    private @Nullable String password(Context context) {
        if (password.variable != null) {
            String value = context.variable(password.variable);
            if (value == null) {
                throw new Fault(
                        ExitCode.USAGE, "the variable " + password.variable + " is not set; put the password in it");
            }
            return value;
        }
        if (password.file != null) {
            Path file = context.directory().resolve(password.file);
            return Passwords.in(file)
                    .orElseThrow(() -> new Fault(
                            ExitCode.USAGE, "the file " + file + " cannot be read; name one with the password in it"));
        }
        if (ASK.equals(password.value)) {
            asked = asked == null ? ask() : asked;
            return asked;
        }
        return orVariable(password.value, context, "NEO4J_PASSWORD");
    }

    private static String ask() {
        return Passwords.typed("Password: ")
                .orElseThrow(() -> new Fault(
                        ExitCode.USAGE,
                        "there is no terminal to ask for the password on; give --password:env or --password:file"));
    }

    private static @Nullable String orVariable(@Nullable String option, Context context, String variable) {
        return option == null ? context.variable(variable) : option;
    }
}
