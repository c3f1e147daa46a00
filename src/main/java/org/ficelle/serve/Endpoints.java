package org.ficelle.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import org.ficelle.graph.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens and how it is reached.
 *
 * @param host the address it listens on
 * @param name the host as it stands in links; always the same one, because Browser keeps its favourites by it
 * @param loopback whether only this machine reaches it
 */
public record Endpoints(String host, String name, boolean loopback, int httpPort, int boltPort) {

    /**
     * Ports that are free now; 0 asks for any. A {@link StoreException} says which port is taken, or that the host is no
     * address of this machine.
     */
    public static Endpoints find(String host, int httpPort, int boltPort) {
        InetAddress address = address(host);
        // Both are held until both are known, so that they differ.
        try (ServerSocket http = probe(address, httpPort, "--http-port");
                ServerSocket bolt = probe(address, boltPort, "--bolt-port")) {
            return new Endpoints(
                    host, name(host, address), address.isLoopbackAddress(), http.getLocalPort(), bolt.getLocalPort());
        } catch (IOException failure) {
            throw new StoreException("the ports of " + host + " cannot be tried: " + failure.getMessage(), failure);
        }
    }

    private static InetAddress address(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null) {
                return address;
            }
            throw notHere(host, null);
        } catch (UnknownHostException | SocketException unknown) {
            throw notHere(host, unknown);
        }
    }

    private static StoreException notHere(String host, @Nullable IOException cause) {
        return new StoreException(
                "--host " + host + " is no address of this machine; give one, or 0.0.0.0 for all of them", cause);
    }

    private static ServerSocket probe(InetAddress address, int port, String option) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(address, port));
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw new StoreException(
                    "port " + port + " is taken or not allowed; choose another with " + option + ", 0 for any", taken);
        }
    }

    private static String name(String host, InetAddress address) throws UnknownHostException {
        if (host.equals("127.0.0.1") || host.equals("localhost")) {
            return "localhost";
        }
        String name = address.isAnyLocalAddress() ? InetAddress.getLocalHost().getHostName() : host;
        return name.contains(":") ? "[" + name + "]" : name;
    }

    /** The address for drivers. */
    public URI bolt() {
        return URI.create("bolt://" + name + ":" + boltPort);
    }

    /** Where Browser's pages come from. */
    public String origin() {
        return "http://" + name + ":" + httpPort;
    }

    /** The link that opens Browser with the user filled in, or logged in when there is none. */
    public String link(@Nullable String user) {
        String browser = origin() + "/browser/?dbms=bolt://";
        return user == null
                ? browser + name + ":" + boltPort + "&preselectAuthMethod=NO_AUTH"
                : browser + user + "@" + name + ":" + boltPort;
    }
}
