package org.parley.link;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/** A link while it lives: two readers, two writers, and one end. */
final class LiveLink implements Link, Watch.Watched {
    private final Carrier carrier;
    private final Bounds bounds;
    private final LongSupplier nanos;
    private final Optional<Address> dialledAt;
    private final Hash peerPin;
    private final String peerAddress;
    private final Half control;
    private final Half bulk;

    /** Whether the first control frame was taken. */
    private volatile boolean met;

    /** Opened by the first control frame that was taken, or by the end. */
    private final CountDownLatch greeted = new CountDownLatch(1);

    private final CountDownLatch gone = new CountDownLatch(1);

    /** Readers and writers that have not come to their end in peace. */
    private final AtomicInteger busy = new AtomicInteger(4);

    private final AtomicReference<Half.@Nullable End> end = new AtomicReference<>();
    private volatile Half.@Nullable End leaving;
    private volatile long leavingSince;

    LiveLink(
            Carrier carrier,
            Bounds bounds,
            LongSupplier nanos,
            Optional<Address> dialledAt,
            Secured control,
            Secured bulk) {
        this.carrier = carrier;
        this.bounds = bounds;
        this.nanos = nanos;
        this.dialledAt = dialledAt;
        this.peerPin = control.peerPin();
        this.peerAddress = control.peerAddress();
        this.control = Half.control(control, bounds.sizes(), nanos);
        this.bulk = Half.bulk(bulk, bounds.sizes(), nanos);
    }

    /** Lives until the link is lost and the carrier knows it. {@code known} runs when the first frame was taken. */
    void run(Runnable known) {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("link " + peerAddress + " ", 0).factory())) {
            threads.execute(() -> write(control));
            threads.execute(() -> write(bulk));
            threads.execute(() -> {
                guarded(() -> carrier.up(this));
                read(control, bounds.sizes().firstFrame(), frame -> {
                    hand(frame);
                    if (!met) {
                        met = true;
                        known.run();
                        greeted.countDown();
                    }
                });
            });
            threads.execute(() -> {
                awaitGreeting();
                read(bulk, bounds.sizes().frame(), frame -> {
                    if (met) {
                        hand(frame);
                    }
                });
            });
        } finally {
            end(Loss.CLOSED, "this node stops");
            control.connection().release();
            bulk.connection().release();
            try {
                carrier.lost(this, why());
            } finally {
                gone.countDown();
            }
        }
    }

    /** Waits until the carrier knows of the loss; false when that takes longer. */
    boolean awaitGone(Duration time) {
        try {
            return gone.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void read(Half half, int limitOfFirst, Half.Sink sink) {
        guarded(() -> {
            Half.End how = half.read(limitOfFirst, bounds.sizes().frame(), sink);
            if (how.loss() == Loss.ENDED) {
                leave(how); // what the peer said last on the other connection is still read
                done();
            } else {
                end(how.loss(), how.why());
            }
        });
    }

    private void write(Half half) {
        guarded(() -> half.write().ifPresentOrElse(how -> end(how.loss(), how.why()), this::done));
    }

    private void hand(byte[] frame) {
        Half.End parting = leaving;
        if (end.get() == null && (parting == null || parting.loss() == Loss.ENDED)) {
            carrier.frame(this, frame);
        }
    }

    /** A fault of the carrier ends this link and is thrown on, to whoever hears of faults in threads. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (Refused e) {
            end(Loss.REFUSED, e.why());
        } catch (RuntimeException | Error e) {
            end(Loss.REFUSED, "this node failed: " + e);
            throw e;
        }
    }

    private void awaitGreeting() {
        try {
            greeted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(Loss.CLOSED, "this node stops");
        }
    }

    @Override
    public void send(Channel channel, byte[] frame) {
        if (frame.length < 1 || frame.length > bounds.sizes().frame()) {
            throw new IllegalArgumentException("a frame of " + frame.length + " bytes");
        }
        if (!half(channel).outbox().offer(frame)) {
            end(
                    Loss.OVERFLOW,
                    "the peer takes less than is sent: more than "
                            + bounds.sizes().queue() + " bytes wait for it");
        }
    }

    @Override
    public long queued(Channel channel) {
        return half(channel).outbox().queued();
    }

    @Override
    public void close(String why) {
        leave(new Half.End(Loss.CLOSED, why));
    }

    /** One side is going: what is queued still leaves and what comes is still read, for a time. */
    private synchronized void leave(Half.End how) {
        if (leaving == null) {
            leavingSince = nanos.getAsLong();
            leaving = how;
            control.outbox().finish();
            bulk.outbox().finish();
            greeted.countDown();
        } else if (how.loss() == Loss.CLOSED) {
            leaving = how;
        }
    }

    private void done() {
        if (busy.decrementAndGet() == 0) {
            end(Loss.CLOSED, "");
        }
    }

    /** What happens while one side is going is part of that. */
    private void end(Loss loss, String why) {
        Half.End parting = leaving;
        Half.End how = parting != null ? parting : new Half.End(loss, why);
        if (end.compareAndSet(null, how)) {
            control.abort();
            bulk.abort();
            greeted.countDown();
        }
    }

    @Override
    public void check(long now) {
        Half.End parting = leaving;
        if (parting != null) {
            if (now - leavingSince > bounds.times().farewell().toNanos()) {
                end(parting.loss(), parting.why());
            }
            return;
        }
        if (control.meter().silent(bounds.times().idle(), now)
                && bulk.meter().silent(bounds.times().idle(), now)) {
            end(Loss.SILENT, "nothing came for " + bounds.times().idle().toMillis() + " ms");
        }
        for (Half half : List.of(control, bulk)) {
            if (half.meter().stalled(bounds.times().stall(), now)) {
                end(
                        Loss.STALLED,
                        "the peer took nothing for " + bounds.times().stall().toMillis() + " ms");
            }
            if (half.meter().slow(bounds.times().idle(), bounds.sizes().progress(), now)) {
                end(
                        Loss.SLOW,
                        "a frame came slower than " + bounds.sizes().progress() + " bytes in "
                                + bounds.times().idle().toMillis() + " ms");
            }
        }
    }

    @Override
    public Hash peerPin() {
        return peerPin;
    }

    @Override
    public boolean dialled() {
        return dialledAt.isPresent();
    }

    @Override
    public Optional<Address> dialledAt() {
        return dialledAt;
    }

    @Override
    public String peerAddress() {
        return peerAddress;
    }

    @Override
    public Optional<Loss> loss() {
        return Optional.ofNullable(end.get()).map(Half.End::loss);
    }

    private String why() {
        Half.End how = end.get();
        return how == null ? "" : how.why();
    }

    private Half half(Channel channel) {
        return channel == Channel.CONTROL ? control : bulk;
    }

    @Override
    public String toString() {
        return (dialled() ? "link to " : "link from ") + peerAddress;
    }
}
