package org.ficelle.graph;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/** What the driver reports, as one sentence for the user. */
final class RemoteFailures {

    /** Relationships can have unique ids since 5.7. */
    private static final int MAJOR = 5;

    private static final int MINOR = 7;
    private static final Pattern AGENT = Pattern.compile("Neo4j/(\\d{1,9})\\.(\\d{1,9}).*");

    private final URI uri;
    private final @Nullable String username;
    private final @Nullable String database;

    RemoteFailures(URI uri, @Nullable String username, @Nullable String database) {
        this.uri = uri;
        this.username = username;
        this.database = database;
    }

    /** @param agent what the server says it is, such as {@code Neo4j/5.26.30} */
    void checkVersion(String agent) {
        Matcher version = AGENT.matcher(agent);
        if (!version.matches()) {
            throw new StoreException(stranger(), null);
        }
        int major = Integer.parseInt(version.group(1));
        if (major < MAJOR || major == MAJOR && Integer.parseInt(version.group(2)) < MINOR) {
            throw new StoreException(
                    "the server at " + uri + " is " + agent.replace('/', ' ') + ", and Ficelle needs Neo4j " + MAJOR
                            + "." + MINOR + " or later; give another with --uri",
                    null);
        }
    }

    /** The connection could not be made. */
    StoreException refused(Neo4jException failure) {
        return sentence(
                failure,
                "the server at " + uri + " hangs up or keeps silent; wait until it has started, and see"
                        + " whether it asks for TLS, which " + withTls() + ":// gives");
    }

    /** A reading failed. */
    StoreException notRead(Neo4jException failure) {
        return sentence(failure, "the connection to " + uri + " was lost; run the command again");
    }

    /** A load failed. */
    StoreException notWritten(Neo4jException failure) {
        if (code(failure).endsWith("Schema.ConstraintValidationFailed")) {
            return StoreException.taken(failure);
        }
        if (code(failure).contains("General.MemoryPool") || code(failure).contains("TransactionOutOfMemory")) {
            return new StoreException(
                    "the load changed nothing, because it is too large for the memory that the server at " + uri
                            + " gives one transaction; raise dbms.memory.transaction.total.max there",
                    failure);
        }
        return sentence(
                failure,
                "the connection to " + uri + " was lost during the load, and the graph is as before it or"
                        + " as after it, nothing between; load again");
    }

    /** The load was planned on a graph that another load has changed since. */
    StoreException anotherLoad() {
        return new StoreException(
                "the load changed nothing, because another load of the graph at " + uri + " came first; load again",
                null);
    }

    /** A load in several transactions was cut short; the graph is in between. */
    StoreException cutShort(Throwable failure) {
        return new StoreException(
                "the load of the graph at " + uri + " was cut short half-way; 'ficelle load' completes it, and until"
                        + " then nothing is read from it",
                failure);
    }

    /** A load in several transactions is under way, or was cut short. */
    StoreException halfLoaded() {
        return new StoreException(
                "the graph at " + uri + " is half loaded: wait until the load has ended, or run 'ficelle load' to"
                        + " complete it when it was cut short",
                null);
    }

    /** A load is under way for too long, or was cut short and the user may not tidy up after it. */
    StoreException unfinishedLoad(Neo4jException failure) {
        return new StoreException(
                "a load of the graph at " + uri
                        + " has not ended; wait until it has, or load again when it was cut short",
                failure);
    }

    private StoreException sentence(Neo4jException failure, String lost) {
        return new StoreException(sentence(failure, trail(failure), lost), failure);
    }

    private String sentence(Neo4jException failure, List<Throwable> trail, String lost) {
        String code = code(failure);
        if (has(trail, UnknownHostException.class)) {
            return "the host " + uri.getHost() + " is not known; correct --uri";
        }
        if (has(trail, ConnectException.class)) {
            return "nothing answers at " + uri + "; start the server there or correct --uri";
        }
        if (has(trail, SSLHandshakeException.class) && says(trail, "certification path")) {
            return "the certificate of the server at " + uri + " is signed by nobody this Java trusts; give "
                    + uri.getScheme() + "sc:// to accept it nevertheless";
        }
        if (says(trail, "SSL handshake") || has(trail, SSLHandshakeException.class)) {
            return "the server at " + uri + " offers no TLS; give " + plain() + ":// or set up TLS there";
        }
        if (says(trail, "responded HTTP")) {
            return "what answers at " + uri + " is a web server; give the port of Bolt, which is 7687 by default";
        }
        if (says(trail, "protocol version")) {
            return stranger();
        }
        if (code.endsWith("Security.Unauthorized")) {
            return username == null
                    ? "the server at " + uri + " asks who it is; give --username and --password"
                    : "the server at " + uri + " refuses the user " + username
                            + " with this password; correct --username or --password";
        }
        if (code.endsWith("Security.AuthenticationRateLimit")) {
            return "the server at " + uri + " was given too many wrong passwords; wait a few seconds";
        }
        if (code.endsWith("Security.CredentialsExpired")) {
            return "the password of the user " + username
                    + " has to be changed before its first use; change it in Neo4j" + " Browser";
        }
        if (code.endsWith("Security.Forbidden")) {
            return "the user " + username + " may not do this on the server at " + uri + "; give another --username";
        }
        if (code.endsWith("Database.DatabaseNotFound")) {
            return "the server at " + uri + " has no database " + database + "; correct --database";
        }
        if (failure instanceof RetryableException) {
            return isOfTheServer(failure) ? refusal(failure) : lost;
        }
        return refusal(failure);
    }

    private String refusal(Neo4jException failure) {
        String message = String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        return "the server at " + uri + " refuses: " + message;
    }

    private String stranger() {
        return "what answers at " + uri + " does not speak as Neo4j " + MAJOR + " does; if it asks for TLS, give "
                + withTls() + "://, else correct --uri";
    }

    private String plain() {
        return uri.getScheme().replaceFirst("\\+.*", "");
    }

    private String withTls() {
        return plain() + "+s";
    }

    /** Whether the server sent it, and not the driver. */
    static boolean isOfTheServer(Neo4jException failure) {
        return code(failure).startsWith("Neo.");
    }

    private static String code(Neo4jException failure) {
        String code = failure.code();
        return code == null ? "" : code;
    }

    private static boolean has(List<Throwable> trail, Class<? extends Throwable> type) {
        return trail.stream().anyMatch(type::isInstance);
    }

    private static boolean says(List<Throwable> trail, String words) {
        return trail.stream()
                .anyMatch(failure -> String.valueOf(failure.getMessage()).contains(words));
    }

    /** The failure with all that led to it: discovery of a cluster keeps the reasons beside its own. */
    private static List<Throwable> trail(Throwable failure) {
        List<Throwable> trail = new ArrayList<>();
        trail.add(failure);
        for (int i = 0; i < trail.size(); i++) {
            Throwable current = trail.get(i);
            if (current.getCause() != null) {
                trail.add(current.getCause());
            }
            trail.addAll(List.of(current.getSuppressed()));
        }
        return trail;
    }
}
