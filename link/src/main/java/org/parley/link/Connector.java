package org.parley.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;

/** Opens connections to a peer, each with its preface. */
final class Connector {
    private final TlsIdentity self;
    private final TlsEngine engine;
    private final Bounds bounds;
    private final Watch watch;
    private final RandomGenerator chance;

    Connector(TlsIdentity self, TlsEngine engine, Bounds bounds, Watch watch, RandomGenerator chance) {
        this.self = self;
        this.engine = engine;
        this.bounds = bounds;
        this.watch = watch;
        this.chance = chance;
    }

    /** Both connections of a link, control first. */
    record Pair(Secured control, Secured bulk) {}

    Pair pair(Address address, Optional<Hash> pin) throws IOException {
        Bytes name = name();
        Secured control = open(address, pin, new Preface(name, Preface.CONTROL));
        try {
            Secured bulk = open(address, Optional.of(control.peerPin()), new Preface(name, Preface.BULK));
            return new Pair(control, bulk);
        } catch (IOException e) {
            control.abort();
            control.release();
            throw e;
        }
    }

    Secured forPairing(Address address) throws IOException {
        return open(address, Optional.empty(), new Preface(name(), Preface.PAIRING));
    }

    /** Chance of its own for one who takes it at other times than all others. */
    synchronized RandomGenerator chance() {
        return new SplittableRandom(chance.nextLong());
    }

    private synchronized Bytes name() {
        byte[] name = new byte[Preface.NAME];
        chance.nextBytes(name);
        return Bytes.of(name);
    }

    /** Tries every address of the host in turn. */
    private Secured open(Address address, Optional<Hash> pin, Preface preface) throws IOException {
        IOException failed = new IOException(address.host() + " has no address");
        for (InetSocketAddress to : address.resolve()) {
            try {
                return open(to, pin, preface);
            } catch (IOException e) {
                failed = e;
            }
        }
        throw failed;
    }

    private Secured open(InetSocketAddress to, Optional<Hash> pin, Preface preface) throws IOException {
        Socket raw = new Socket();
        Watch.Alarm alarm = watch.after(bounds.times().handshake(), () -> Sockets.close(raw));
        try {
            raw.connect(to);
            Secured connection = Secured.handshake(raw, engine, self, pin, true);
            connection.out().write(preface.bytes());
            connection.out().flush();
            if (!alarm.callOff()) {
                throw new IOException("no handshake in time");
            }
            return connection;
        } catch (IOException e) {
            Sockets.close(raw);
            alarm.callOff();
            throw alarm.rang() ? new IOException("no handshake in time", e) : e;
        }
    }
}
