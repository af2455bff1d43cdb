package org.parley.node.control;

import java.io.IOException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;

/** Asks the process that serves a folder. */
public final class ControlClient implements AutoCloseable {
    private final Wire wire;

    private ControlClient(Wire wire) {
        this.wire = wire;
    }

    /** The process that serves this folder, if one does. */
    public static Optional<ControlClient> of(Path folder) throws IOException {
        Path socket = folder.toRealPath().resolve("parley.sock");
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ControlClient(new Wire(SocketChannel.open(UnixDomainSocketAddress.of(socket)))));
        } catch (SocketException left) {
            return Optional.empty(); // of a process that was killed
        }
    }

    /** Asks, and gives the items as they come; what the process refuses is {@link Refused} here. */
    public void ask(Json.Builder request, Sink sink) throws IOException {
        wire.write(request.put("v", Wire.VERSION).build());
        while (true) {
            Json.Obj line = wire.read(Wire.LONGEST_ANSWER)
                    .orElseThrow(() -> new Refused(
                            Refused.Reason.UNKNOWN, "the process that serves the folder has ended; ask again"));
            Optional<Json> refused = line.get("refused");
            if (refused.isPresent()) {
                Json.Obj why = refused.get().object();
                throw new Refused(
                        reason(why.require("code").integer()),
                        why.require("why").text());
            }
            Optional<Json> item = line.get("item");
            if (item.isEmpty()) {
                return;
            }
            sink.item(item.get().object());
        }
    }

    private static Refused.Reason reason(long code) {
        return Stream.of(Refused.Reason.values())
                .filter(reason -> reason.code() == code)
                .findFirst()
                .orElse(Refused.Reason.MALFORMED);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
