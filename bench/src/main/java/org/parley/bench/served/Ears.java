package org.parley.bench.served;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Many who listen to the events of a node, on one thread: of each event they look at its number alone, so that they take as
 * little as they can of the processors on which the nodes run.
 */
public final class Ears implements AutoCloseable {
    private static final byte[] ID = "\nid: ".getBytes(StandardCharsets.US_ASCII);
    private static final int A_MEGABYTE = 1 << 20;

    private final Selector selector;
    private final List<Listener> listeners = new ArrayList<>();
    private final Thread thread;

    private Ears(Selector selector) {
        this.selector = selector;
        thread = Thread.ofPlatform().name("ears").daemon().unstarted(this::listen);
    }

    /** One connection: when it had events up to which number. */
    private static final class Listener {
        private final SocketChannel channel;
        private final List<Long> numbers = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();
        private long events;
        private int matched;
        private boolean digits;
        private long number;
        private long last;

        Listener(SocketChannel channel) {
            this.channel = channel;
        }

        /** Takes what came at an instant; an event counts when the line after its id has begun. */
        synchronized void take(ByteBuffer came, long now) {
            long before = events;
            while (came.hasRemaining()) {
                take(came.get());
            }
            if (events > before) {
                numbers.add(last);
                times.add(now);
            }
            notifyAll();
        }

        private void take(byte next) {
            if (digits && next == '\n') {
                digits = false;
                event();
            } else if (digits) {
                number = next == '-' ? 0 : 10 * number + next - '0';
            }
            matched = next == ID[matched] ? matched + 1 : next == ID[0] ? 1 : 0;
            if (matched == ID.length) {
                matched = 0;
                digits = true;
            }
        }

        /** A number that a border of the transfer went through is none. */
        private void event() {
            if (last == 0 || (number > last && number < last + A_MEGABYTE)) {
                events++;
                last = number;
            }
        }

        /** When it had the event of this number, by {@link System#nanoTime}. */
        synchronized long heard(long event) throws InterruptedException, IOException {
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (numbers.isEmpty() || numbers.getLast() < event) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new IOException("nothing was heard of event " + event + " within a minute");
                }
                wait(left);
            }
            int first = numbers.size() - 1;
            while (first > 0 && numbers.get(first - 1) >= event) {
                first--;
            }
            return times.get(first);
        }
    }

    /** So many begin to listen. */
    public static Ears to(Desk desk, int howMany) throws IOException {
        Ears ears = new Ears(Selector.open());
        byte[] request = ("GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1:"
                        + desk.api().getPort() + "\r\nAuthorization: Bearer " + desk.token() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < howMany; i++) {
            SocketChannel channel = SocketChannel.open(
                    new InetSocketAddress(desk.api().getHost(), desk.api().getPort()));
            channel.write(ByteBuffer.wrap(request));
            begin(channel);
            channel.configureBlocking(false);
            Listener listener = new Listener(channel);
            ears.listeners.add(listener);
            channel.register(ears.selector, SelectionKey.OP_READ, listener);
        }
        ears.thread.start();
        return ears;
    }

    /** Waits for the first comment that the node sends, after which the listener is one. */
    private static void begin(SocketChannel channel) throws IOException {
        StringBuilder answer = new StringBuilder();
        ByteBuffer some = ByteBuffer.allocate(4_096);
        while (answer.indexOf("\r\n\r\n") < 0 || answer.indexOf(": \n\n") < 0) {
            if (channel.read(some.clear()) < 0) {
                throw new IOException("no events: " + answer);
            }
            answer.append(StandardCharsets.US_ASCII.decode(some.flip()));
        }
    }

    private void listen() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(A_MEGABYTE);
        try {
            while (selector.isOpen()) {
                selector.select(key -> read((Listener) key.attachment(), buffer));
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException e) {
            // Nobody listens any more.
        }
    }

    private static void read(Listener listener, ByteBuffer buffer) {
        try {
            if (listener.channel.read(buffer.clear()) > 0) {
                listener.take(buffer.flip(), System.nanoTime());
            } else {
                listener.channel.close();
            }
        } catch (IOException e) {
            // The node is gone: what was not heard is missed by who asks.
        }
    }

    /** When each of them had the event of this number, by {@link System#nanoTime}; waits for it, a minute at most. */
    public List<Long> heard(long event) throws InterruptedException, IOException {
        List<Long> all = new ArrayList<>();
        for (Listener listener : listeners) {
            all.add(listener.heard(event));
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (Listener listener : listeners) {
            listener.channel.close();
        }
    }
}
