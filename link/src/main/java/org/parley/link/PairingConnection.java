package org.parley.link;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.ledger.Hash;

/** One connection between two nodes that have no line yet: small frames, back and forth. It ends by itself. */
public final class PairingConnection implements AutoCloseable {
    private final Secured connection;
    private final boolean dialled;
    private final FrameInput in;
    private final FrameOutput out;
    private volatile Watch.Alarm alarm;
    private final Runnable gone;
    private final Watch watch;
    private final Bounds bounds;
    private final AtomicBoolean closed = new AtomicBoolean();
    private boolean spoken;

    PairingConnection(Secured connection, boolean dialled, Watch watch, Bounds bounds, Runnable gone)
            throws IOException {
        this.connection = connection;
        this.watch = watch;
        this.bounds = bounds;
        this.dialled = dialled;
        this.gone = gone;
        Meter meter = new Meter(watch.now());
        in = new FrameInput(connection.in(), meter, watch::now);
        out = new FrameOutput(connection.out(), meter, watch::now, (bytes, nanos) -> {});
        Duration handshake = bounds.times().handshake();
        Duration whole = bounds.times().pairing();
        alarm = ending(handshake.compareTo(whole) < 0 ? handshake : whole);
    }

    private Watch.Alarm ending(Duration after) {
        return watch.after(after, () -> {
            connection.abort();
            gone.run();
        });
    }

    /** SHA-256 of the SubjectPublicKeyInfo in the peer's certificate. */
    public Hash peerPin() {
        return connection.peerPin();
    }

    /** Address and port of the peer, for people. */
    public String peerAddress() {
        return connection.peerAddress();
    }

    /** Whether this side dialled. */
    public boolean dialled() {
        return dialled;
    }

    /**
     * Waits for a frame, at most {@link Bounds#PAIRING_FRAME} bytes; empty when the peer has ended. One thread reads. The first
     * must come as soon as a handshake: who says nothing holds a place for no longer.
     */
    public Optional<byte[]> read() throws IOException {
        try {
            Optional<byte[]> frame = in.next(Bounds.PAIRING_FRAME);
            if (!spoken && frame.isPresent() && alarm.callOff()) {
                spoken = true;
                alarm = ending(bounds.times().pairing());
            }
            return frame;
        } catch (IOException e) {
            throw told(e);
        }
    }

    /** Sends a frame of at most {@link Bounds#PAIRING_FRAME} bytes. One thread writes. */
    public void write(byte[] frame) throws IOException {
        if (frame.length < 1 || frame.length > Bounds.PAIRING_FRAME) {
            throw new IllegalArgumentException("a pairing frame of " + frame.length + " bytes");
        }
        try {
            out.frame(frame);
            out.flush();
        } catch (IOException e) {
            throw told(e);
        }
    }

    private IOException told(IOException e) {
        if (!alarm.rang()) {
            return e;
        }
        IOException told = new InterruptedIOException("the time for pairing is over");
        told.initCause(e);
        return told;
    }

    /** Ends the connection; what was written before still arrives. Any thread may do so, also more than once. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (alarm.callOff()) {
            Watch.Alarm farewell = watch.after(bounds.times().farewell(), connection::abort);
            Thread.ofVirtual().name("link farewell").start(() -> {
                leave();
                farewell.callOff();
                connection.abort();
                connection.release();
                gone.run();
            });
        } else {
            connection.release();
        }
    }

    /** Reads to the end: a socket that is closed with bytes unread takes back what it has sent. */
    private void leave() {
        try {
            connection.shutdownOutput();
            connection.in().transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            return; // over either way
        }
    }
}
