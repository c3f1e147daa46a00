package org.ficelle.serve;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The world outside of this machine, as a web browser with this as its proxy meets it: every request is noted and none
 * is answered. To a request for a page of its own it gives an empty page, which is of another origin than the server's.
 */
final class Outside implements AutoCloseable {

    private static final String PAGE = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n";
    private static final String REFUSAL = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";

    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Outside() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::answer);
        thread.setDaemon(true);
        thread.start();
    }

    /** The first lines of the requests that would have left the machine. */
    List<String> requests() {
        return requests;
    }

    String proxy() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    String page() {
        return "http://localhost:" + socket.getLocalPort() + "/";
    }

    private void answer() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                String request = reader.readLine();
                boolean own = request != null && request.startsWith("GET /");
                if (request != null && !own) {
                    requests.add(request);
                }
                for (String line = request; line != null && !line.isEmpty(); line = reader.readLine()) {
                    // The headers say nothing more.
                    continue;
                }
                client.getOutputStream().write((own ? PAGE : REFUSAL).getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException gone) {
                // The client went away, or this is closed.
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
