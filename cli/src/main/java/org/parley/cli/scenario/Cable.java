package org.parley.cli.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The cable between two nodes, on this machine: it carries bytes and knows nothing of them, and it can be cut. */
final class Cable implements AutoCloseable {
    private final String to;
    private final ServerSocket here;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Cable(String to, ServerSocket here) {
        this.to = to;
        this.here = here;
    }

    /** Lays one to an address, {@code 127.0.0.1:7443}. */
    static Cable to(String address) throws IOException {
        Cable cable = new Cable(address, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("cable to " + address).start(cable::take);
        return cable;
    }

    /** Where it is dialled. */
    String address() {
        return "127.0.0.1:" + here.getLocalPort();
    }

    private void take() {
        while (!here.isClosed()) {
            try {
                join(here.accept());
            } catch (IOException e) {
                // Nobody is at the other end, or the cable is taken away.
            }
        }
    }

    private void join(Socket near) throws IOException {
        ends.add(near);
        if (cut) {
            end(near);
            return;
        }
        int colon = to.lastIndexOf(':');
        try {
            Socket far = new Socket(to.substring(0, colon), Integer.parseInt(to.substring(colon + 1)));
            ends.add(far);
            Thread.ofVirtual().start(() -> carry(near, far));
            Thread.ofVirtual().start(() -> carry(far, near));
        } catch (IOException nobody) {
            end(near);
            throw nobody;
        }
    }

    private void carry(Socket from, Socket to) {
        try (InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One end is gone: so is the other.
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        ends.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // It was gone already.
        }
    }

    /** Cuts it: what is on it is lost, and whoever dials finds nobody. */
    void cut() {
        cut = true;
        ends.forEach(this::end);
    }

    /** From now on it carries again. */
    void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut();
        try {
            here.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
