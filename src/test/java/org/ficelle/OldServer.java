package org.ficelle;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Answers over Bolt 4.4 as a Neo4j of an older version would, and holds nothing. */
public final class OldServer implements AutoCloseable {

    private static final int HELLO = 0x01;
    private static final int GOODBYE = 0x02;

    private final String agent;
    private final ServerSocket entrance;

    public OldServer(String agent) throws IOException {
        this.agent = agent;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "old-server");
        thread.setDaemon(true);
        thread.start();
    }

    public URI uri() {
        return URI.create("bolt://127.0.0.1:" + entrance.getLocalPort());
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try (Socket socket = entrance.accept()) {
                answer(new DataInputStream(socket.getInputStream()), new DataOutputStream(socket.getOutputStream()));
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private void answer(DataInputStream in, DataOutputStream out) throws IOException {
        in.skipNBytes(20);
        out.write(new byte[] {0, 0, 4, 4});
        while (true) {
            int length = in.readUnsignedShort();
            if (length == 0) {
                continue;
            }
            int signature = in.readNBytes(length)[1];
            if (signature == GOODBYE) {
                return;
            }
            byte[] success = signature == HELLO ? success("server", agent, "connection_id", "bolt-1") : success();
            out.writeShort(success.length);
            out.write(success);
            out.writeShort(0);
        }
    }

    /** SUCCESS with a map of short texts, as PackStream has it. */
    private static byte[] success(String... entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0xB1);
        bytes.write(0x70);
        bytes.write(0xA0 + entries.length / 2);
        for (String text : entries) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            bytes.write(0x80 + utf8.length);
            bytes.writeBytes(utf8);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
