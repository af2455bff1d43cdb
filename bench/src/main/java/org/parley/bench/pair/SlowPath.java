package org.parley.bench.pair;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The process of a slow path: forwards TCP connections to a port of this machine. What all of them bring in one direction passes one
 * gate of so many bytes a second, in portions of a sixteenth of a second, first come first served. It keeps one portion of each
 * connection and the least buffers that the kernel grants, so that what the path does not take stays with the sender.
 */
public final class SlowPath {
    private static final int BUFFER = 4 << 10;
    private static final int SIXTEENTH = 16;

    /** One direction. */
    private static final class Gate {
        private final ReentrantLock turn = new ReentrantLock(true);
        private final int rate;

        Gate(int rate) {
            this.rate = rate;
        }

        void pass(int bytes) throws InterruptedException {
            turn.lock();
            try {
                Thread.sleep(bytes * 1_000L / rate, (int) (bytes * 1_000_000_000L / rate % 1_000_000));
            } finally {
                turn.unlock();
            }
        }
    }

    private SlowPath() {}

    /** The port to forward to, and bytes a second. Says where it listens. */
    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        int rate = Integer.parseInt(args[1]);
        Gate there = new Gate(rate);
        Gate back = new Gate(rate);
        try (ServerSocket server = new ServerSocket()) {
            server.setReceiveBufferSize(BUFFER);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            System.out.println(server.getLocalPort());
            while (true) {
                Socket from = server.accept();
                Socket to = new Socket();
                to.setReceiveBufferSize(BUFFER);
                to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                for (Socket socket : new Socket[] {from, to}) {
                    socket.setSendBufferSize(BUFFER);
                    socket.setTcpNoDelay(true);
                }
                Thread.ofPlatform().start(() -> forward(from, to, there, rate));
                Thread.ofPlatform().start(() -> forward(to, from, back, rate));
            }
        }
    }

    private static void forward(Socket from, Socket to, Gate gate, int rate) {
        byte[] portion = new byte[Math.max(1, rate / SIXTEENTH)];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(portion); count >= 0; count = in.read(portion)) {
                gate.pass(count);
                out.write(portion, 0, count);
            }
        } catch (IOException over) {
            System.err.println("a connection is over: " + over.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
