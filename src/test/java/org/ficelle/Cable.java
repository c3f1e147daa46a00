package org.ficelle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The way to a server on loopback, which can be cut. */
public final class Cable implements AutoCloseable {

    private final int port;
    private final ServerSocket entrance;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong carried = new AtomicLong();
    private volatile boolean cut;

    public Cable(int port) throws IOException {
        this.port = port;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + entrance.getLocalPort());
    }

    /** Cuts the cable when so many more bytes have gone to the server. */
    public void cutAfter(long bytes) {
        left.set(bytes);
    }

    /** How many bytes have gone to the server. */
    public long carried() {
        return carried.get();
    }

    public void cut() {
        cut = true;
        sockets.forEach(Cable::close);
        sockets.clear();
    }

    public void mend() {
        left.set(Long.MAX_VALUE);
        cut = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (cut) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                sockets.add(client);
                sockets.add(server);
                start(() -> carry(client, server, true));
                start(() -> carry(server, client, false));
            } catch (IOException closed) {
                cut();
            }
        }
    }

    private void carry(Socket from, Socket to, boolean toServer) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[512];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (toServer && left.addAndGet(-read) < 0) {
                    cut();
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
                carried.addAndGet(toServer ? read : 0);
            }
        } catch (IOException ended) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
