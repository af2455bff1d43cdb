package org.parley.link.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Forwards TCP connections to one address, and on demand slowly, late, not at all, or only for a while. What it may pass in a
 * second is shared by the connections of one direction in turn, some bytes each. It keeps little in its own buffers, so that what
 * the path does not take stays with the sender.
 */
public final class Relay implements AutoCloseable {
    /** As fast as it goes. */
    public static final long UNLIMITED = Turnstile.UNLIMITED;

    private static final int BUFFER = 8 << 10;

    private final InetSocketAddress target;
    private final ServerSocket server;
    private final List<Forwarding> connections = new CopyOnWriteArrayList<>();
    private final Turnstile upstream = new Turnstile();
    private final Turnstile downstream = new Turnstile();
    private volatile boolean cut;
    private volatile Duration delay = Duration.ZERO;

    /** Listens on the loopback and forwards to this address. */
    public Relay(InetSocketAddress target) throws IOException {
        this.target = target;
        server = new ServerSocket();
        server.setReceiveBufferSize(BUFFER);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().name("relay").start(this::accept);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /** Bytes a second in each direction, all connections together. */
    public void bandwidth(long bytesPerSecond) {
        upstream.rate(bytesPerSecond);
        downstream.rate(bytesPerSecond);
    }

    /** One byte a second. */
    public void trickle() {
        bandwidth(1);
    }

    /** Each byte arrives so much later, in each direction. */
    public void delay(Duration time) {
        delay = time;
    }

    /** Forwards nothing more and keeps every socket: nobody is told. */
    public void halfOpen() {
        bandwidth(0);
    }

    /** What comes from the target stays on the way; what goes there arrives. */
    public void oneWay() {
        downstream.rate(0);
    }

    /** Resets all connections, and each new one at once. */
    public void cut() {
        cut = true;
        connections.forEach(Forwarding::reset);
    }

    /** Everything as at first; connections that were cut stay so. */
    public void heal() {
        cut = false;
        delay = Duration.ZERO;
        bandwidth(UNLIMITED);
    }

    /** Connections that were made so far. */
    public int connections() {
        return connections.size();
    }

    /** Bytes that a connection, counted from 0, has brought to the target. */
    public long toTarget(int connection) {
        return connections.get(connection).toTarget.forwarded();
    }

    /** Bytes that a connection, counted from 0, has brought from the target. */
    public long fromTarget(int connection) {
        return connections.get(connection).fromTarget.forwarded();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
        bandwidth(UNLIMITED);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket from = server.accept();
                if (cut) {
                    reset(from);
                } else {
                    forward(from);
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void forward(Socket from) throws IOException {
        Socket to = new Socket();
        try {
            to.setSendBufferSize(BUFFER);
            to.connect(target);
        } catch (IOException e) {
            reset(from); // nobody listens there: whoever dialled is told as the network would
            return;
        }
        from.setSendBufferSize(BUFFER);
        from.setTcpNoDelay(true);
        to.setTcpNoDelay(true);
        Forwarding forwarding = new Forwarding(
                from,
                to,
                new Forwarder(from, to, upstream, () -> delay),
                new Forwarder(to, from, downstream, () -> delay));
        connections.add(forwarding);
        forwarding.toTarget.start();
        forwarding.fromTarget.start();
        if (cut) {
            forwarding.reset();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException _) {
            return; // it was closed by the other side
        }
    }

    private record Forwarding(Socket from, Socket to, Forwarder toTarget, Forwarder fromTarget) {
        void reset() {
            Relay.reset(from);
            Relay.reset(to);
        }
    }
}
