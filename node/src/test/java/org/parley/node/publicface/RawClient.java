package org.parley.node.publicface;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends bytes that no HTTP client would send, and reads the status of what comes back. */
final class RawClient implements AutoCloseable {
    /** The other side closed the connection without an answer. */
    static final int NONE = 0;

    private static final int PATIENCE_MS = 30_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    RawClient(int port) throws IOException {
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** The status of the answer. Its end is read too; where the connection was closed, the next request opens another. */
    int send(byte[] request, boolean isHead) throws IOException {
        if (socket.isClosed()) {
            connect();
        }
        try {
            socket.getOutputStream().write(request);
            return read(isHead);
        } catch (SocketException | EOFException e) {
            socket.close();
            return NONE;
        }
    }

    private int read(boolean isHead) throws IOException {
        String first = line();
        int status = Integer.parseInt(first.split(" ", 3)[1]);
        int length = 0;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
            closes |= lower.equals("connection: close");
        }
        in.skipNBytes(isHead ? 0 : length);
        if (closes) {
            socket.close();
        }
        return status;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    int get(String path, String... headers) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        return send(request.getBytes(StandardCharsets.ISO_8859_1), false);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
