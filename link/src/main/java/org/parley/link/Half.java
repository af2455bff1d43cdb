package org.parley.link;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.parley.ledger.Refused;

/** One of the two connections of a link: who reads from it, who writes to it, and what became of it. */
final class Half {
    /** Takes a frame on the reader's thread. */
    interface Sink {
        void frame(byte[] frame);
    }

    /** How reading or writing ended. */
    record End(Loss loss, String why) {}

    private final Secured connection;
    private final Outbox outbox;
    private final Meter meter;
    private final LongSupplier nanos;
    private final FrameOutput.Pace pace;

    /** A connection for what must not wait. */
    static Half control(Secured connection, Bounds.Sizes sizes, LongSupplier nanos) {
        return new Half(connection, sizes, nanos, (bytes, took) -> {});
    }

    /** A connection that keeps out of the way of the other. */
    static Half bulk(Secured connection, Bounds.Sizes sizes, LongSupplier nanos) {
        return new Half(connection, sizes, nanos, new SendBuffer(connection::sendBuffer)::wrote);
    }

    private Half(Secured connection, Bounds.Sizes sizes, LongSupplier nanos, FrameOutput.Pace pace) {
        this.pace = pace;
        this.connection = connection;
        this.nanos = nanos;
        outbox = new Outbox(sizes.queue());
        meter = new Meter(nanos.getAsLong());
    }

    Secured connection() {
        return connection;
    }

    Outbox outbox() {
        return outbox;
    }

    Meter meter() {
        return meter;
    }

    /** Hands over frame after frame until the connection ends. */
    End read(int limitOfFirst, int limit, Sink sink) {
        try {
            FrameInput in = new FrameInput(connection.in(), meter, nanos);
            int allowed = limitOfFirst;
            while (true) {
                Optional<byte[]> frame = in.next(allowed);
                if (frame.isEmpty()) {
                    return new End(Loss.ENDED, "the peer ended the connection");
                }
                meter.handing();
                sink.frame(frame.get());
                meter.handed(in.hasMore(), nanos.getAsLong());
                allowed = limit;
            }
        } catch (FrameInput.BadLength e) {
            return new End(Loss.MALFORMED, "the peer sent " + e.getMessage());
        } catch (Refused e) {
            return new End(Loss.REFUSED, e.why());
        } catch (IOException e) {
            return new End(Loss.BROKEN, "the connection broke: " + e.getMessage());
        }
    }

    /** Sends what is queued until nothing more will come, then says so to the peer. Empty when all was sent. */
    Optional<End> write() {
        try {
            FrameOutput out = new FrameOutput(connection.out(), meter, nanos, pace);
            List<byte[]> frames = outbox.take();
            while (!frames.isEmpty()) {
                for (byte[] frame : frames) {
                    out.frame(frame);
                }
                out.flush();
                frames.forEach(outbox::sent);
                frames = outbox.take();
            }
            connection.shutdownOutput();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new End(Loss.BROKEN, "the connection broke: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new End(Loss.CLOSED, "this node stops"));
        }
    }

    void abort() {
        outbox.stop();
        connection.abort();
    }
}
