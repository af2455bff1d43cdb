package org.parley.node.control;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/** One connection on the socket: an object a line, each way. One thread reads and one writes. */
final class Wire implements AutoCloseable {
    /** The version that every request and every answer names. */
    static final long VERSION = 1;

    /** Bytes of a request: the largest body of a record, escaped, and room. */
    static final int LONGEST_REQUEST = 1 << 20;

    /** Bytes of an answer: a page of a thousand subjects. Who asks trusts its own process. */
    static final int LONGEST_ANSWER = 1 << 28;

    private final SocketChannel channel;
    private final InputStream in;
    private final OutputStream out;

    Wire(SocketChannel channel) {
        this.channel = channel;
        in = new BufferedInputStream(Channels.newInputStream(channel));
        out = Channels.newOutputStream(channel);
    }

    void write(Json.Obj line) throws IOException {
        byte[] bytes = Canonical.bytes(line);
        byte[] ended = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        ended[bytes.length] = '\n';
        out.write(ended);
    }

    /** The next object; empty at the end. What is no object of this version is {@link Refused}. */
    Optional<Json.Obj> read(int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            if (line.size() == longest) {
                throw new Refused(Refused.Reason.TOO_LARGE, "a line has more than " + longest + " bytes");
            }
            line.write(next);
        }
        Json.Obj object = Canonical.parse(line.toByteArray()).object();
        if (object.require("v").integer() != VERSION) {
            throw Refused.malformed("this process speaks version " + VERSION + " on its socket");
        }
        return Optional.of(object);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
