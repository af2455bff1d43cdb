package org.parley.node.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.node.journal.Journal;

/** Answers requests on a socket that the owner of the folder alone may use. */
public final class ControlServer implements AutoCloseable {
    /** Commands at a time: more than people and their scripts begin, fewer than a loop that forgot to end. */
    private static final int AT_A_TIME = 64;

    /** Bytes of the path of a Unix socket: what Linux takes. */
    private static final int LONGEST_PATH = 107;

    private final Requests requests;
    private final Path path;
    private final ServerSocketChannel server;
    private final Journal journal = new Journal();
    private final Set<Wire> open = ConcurrentHashMap.newKeySet();
    private final Semaphore room = new Semaphore(AT_A_TIME);

    private ControlServer(Requests requests, Path path, ServerSocketChannel server) {
        this.requests = requests;
        this.path = path;
        this.server = server;
    }

    /** Begins to serve. Whoever calls owns the folder, so a socket that lies there is one of a process that ended. */
    public static ControlServer serve(Requests requests, Path path) throws IOException {
        if (path.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw new Refused(
                    Refused.Reason.TOO_LARGE,
                    "the path of the socket, " + path + ", is longer than " + LONGEST_PATH
                            + " bytes: move the folder to a shorter one");
        }
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        ControlServer control = new ControlServer(requests, path, server);
        Thread.ofVirtual().name("control").start(control::accept);
        return control;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel channel = server.accept();
                Thread.ofVirtual().name("control client").start(() -> converse(channel));
            }
        } catch (ClosedChannelException ended) {
            journal.detail("control ended", Json.Obj.builder());
        } catch (IOException e) {
            journal.fault("no more commands are taken", e);
        }
    }

    private void converse(SocketChannel channel) {
        boolean admitted = room.tryAcquire();
        try (Wire wire = new Wire(channel)) {
            open.add(wire);
            try {
                if (!admitted) {
                    throw new Refused(Refused.Reason.FULL, AT_A_TIME + " commands are under way");
                }
                for (Optional<Json.Obj> request = wire.read(Wire.LONGEST_REQUEST);
                        request.isPresent();
                        request = wire.read(Wire.LONGEST_REQUEST)) {
                    answer(wire, request.get());
                }
            } catch (Refused refused) {
                wire.write(refusal(refused));
            } finally {
                open.remove(wire);
            }
        } catch (IOException gone) {
            journal.detail("a command left", Json.Obj.builder().put("why", String.valueOf(gone.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            journal.fault("a command failed", fault);
        } finally {
            if (admitted) {
                room.release();
            }
        }
    }

    private void answer(Wire wire, Json.Obj request) throws IOException, InterruptedException {
        try {
            requests.answer(request, item -> wire.write(line().put("item", item).build()));
            wire.write(line().put("end", true).build());
        } catch (Refused refused) {
            wire.write(refusal(refused));
        }
    }

    private static Json.Obj refusal(Refused refused) {
        Json.Obj why = Json.Obj.builder()
                .put("code", refused.reason().code())
                .put("why", refused.why())
                .build();
        return line().put("refused", why).build();
    }

    private static Json.Builder line() {
        return Json.Obj.builder().put("v", Wire.VERSION);
    }

    /** Takes no more commands, and ends those under way. */
    @Override
    public void close() throws IOException {
        server.close();
        for (Wire wire : open) {
            wire.close();
        }
        Files.deleteIfExists(path);
    }
}
