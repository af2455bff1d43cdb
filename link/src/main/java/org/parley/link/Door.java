package org.parley.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Bytes;

/** Where peers come in: accepts, bounds how many are strangers and how long, and finds the two connections of a link. */
final class Door implements AutoCloseable {
    private static final int BACKLOG = 128;

    /** What came in whole. Called on a virtual thread of its own. */
    interface Guests {
        void link(Secured control, Secured bulk, Runnable known);

        void pairing(Secured connection, Runnable gone) throws IOException;

        void turnedAway(String address, String why);
    }

    /** The link's name together with the certificate: another peer can neither join nor spoil a pair. */
    private record Key(Bytes link, Bytes certificate, int kind) {}

    private record Waiting(Secured connection, Strangers.Place place, Watch.Alarm alarm) {}

    private final ServerSocket server;
    private final TlsIdentity self;
    private final TlsEngine engine;
    private final Bounds bounds;
    private final Watch watch;
    private final Strangers strangers;
    private final Guests guests;
    private final Map<Key, Waiting> halves = new HashMap<>();

    Door(
            InetSocketAddress at,
            TlsIdentity self,
            TlsEngine engine,
            Bounds bounds,
            Watch watch,
            Strangers strangers,
            Guests guests)
            throws IOException {
        this.self = self;
        this.engine = engine;
        this.bounds = bounds;
        this.watch = watch;
        this.strangers = strangers;
        this.guests = guests;
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(at, BACKLOG);
        Thread.ofVirtual().name("link door " + server.getLocalPort()).start(this::run);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void run() {
        while (!server.isClosed()) {
            try {
                welcome(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    guests.turnedAway(server.getLocalSocketAddress().toString(), "accepting failed: " + e.getMessage());
                    pause();
                }
            }
        }
    }

    /** No file descriptors, most likely: some will come back. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void welcome(Socket raw) {
        String from = String.valueOf(raw.getRemoteSocketAddress());
        Optional<Strangers.Place> place = strangers.enter(raw.getInetAddress());
        if (place.isEmpty()) {
            Sockets.close(raw);
            guests.turnedAway(from, "too many connections of strangers");
            return;
        }
        Thread.ofVirtual().name("link guest " + from).start(() -> handshake(raw, from, place.get()));
    }

    private void handshake(Socket raw, String from, Strangers.Place place) {
        Watch.Alarm alarm = watch.after(bounds.times().handshake(), () -> Sockets.close(raw));
        try {
            Secured connection = Secured.handshake(raw, engine, self, Optional.empty(), false);
            Preface preface = Preface.read(connection.in());
            if (alarm.callOff()) {
                sort(connection, preface, from, place);
            } else {
                throw new IOException("no handshake in time");
            }
        } catch (IOException e) {
            Sockets.close(raw);
            place.leave();
            guests.turnedAway(from, alarm.rang() ? "no handshake in time" : String.valueOf(e.getMessage()));
            alarm.callOff();
        }
    }

    private void sort(Secured connection, Preface preface, String from, Strangers.Place place) throws IOException {
        if (preface.kind() == Preface.PAIRING) {
            if (!place.pairs()) {
                throw new IOException("too many pairings at a time");
            }
            guests.pairing(connection, place::leave);
            return;
        }
        Optional<Waiting> other = match(connection, preface, from, place);
        if (other.isPresent()) {
            Waiting first = other.get();
            Secured control = preface.kind() == Preface.CONTROL ? connection : first.connection();
            Secured bulk = preface.kind() == Preface.CONTROL ? first.connection() : connection;
            Runnable known = () -> {
                place.leave();
                first.place().leave();
            };
            try {
                guests.link(control, bulk, known);
            } finally {
                known.run();
            }
        }
    }

    /** The other connection of this link, or empty: then this one waits for it, for a time. */
    private synchronized Optional<Waiting> match(
            Secured connection, Preface preface, String from, Strangers.Place place) throws IOException {
        Bytes certificate = connection.peerCertificate();
        Waiting other = halves.get(new Key(preface.link(), certificate, Preface.BULK - preface.kind()));
        if (other != null && other.alarm().callOff()) {
            halves.remove(new Key(preface.link(), certificate, Preface.BULK - preface.kind()));
            return Optional.of(other);
        }
        Key key = new Key(preface.link(), certificate, preface.kind());
        if (halves.containsKey(key)) {
            throw new IOException("the same connection of one link came twice");
        }
        Watch.Alarm alarm = watch.after(bounds.times().handshake(), () -> {
            forget(key);
            connection.abort();
            place.leave();
            guests.turnedAway(from, "the second connection of the link did not come");
        });
        halves.put(key, new Waiting(connection, place, alarm));
        return Optional.empty();
    }

    private synchronized void forget(Key key) {
        halves.remove(key);
    }

    @Override
    public void close() {
        Sockets.close(server);
        synchronized (this) {
            halves.values().forEach(waiting -> {
                if (waiting.alarm().callOff()) {
                    waiting.connection().abort();
                    waiting.place().leave();
                }
            });
            halves.clear();
        }
    }
}
