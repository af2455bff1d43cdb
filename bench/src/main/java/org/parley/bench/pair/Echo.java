package org.parley.bench.pair;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.function.BiConsumer;
import org.HdrHistogram.Histogram;
import org.parley.link.Address;
import org.parley.link.Bounds;
import org.parley.link.Carrier;
import org.parley.link.Channel;
import org.parley.link.Link;
import org.parley.link.Links;
import org.parley.link.PairingConnection;
import org.parley.link.TlsEngine;
import org.parley.link.TlsIdentity;

/** A frame there and back over a link within this process: sockets, TLS and threads, nothing of the ledger. */
public final class Echo {
    private static final int BYTES = 1_024;

    private Echo() {}

    /** What a link calls; sends nothing by itself. */
    private record Ear(CompletableFuture<Link> link, BiConsumer<Link, byte[]> heard) implements Carrier {
        @Override
        public void up(Link up) {
            link.complete(up);
            up.send(Channel.CONTROL, new byte[1]);
        }

        @Override
        public void frame(Link from, byte[] frame) {
            if (frame.length > 1) {
                heard.accept(from, frame);
            }
        }

        @Override
        public void lost(Link lost, String why) {
            link.completeExceptionally(new IOException(why));
        }
    }

    /** Microseconds of so many round trips, after as many to get warm. */
    public static Histogram micros(int count) throws Exception {
        SynchronousQueue<byte[]> back = new SynchronousQueue<>();
        Ear asking = new Ear(new CompletableFuture<>(), (link, frame) -> put(back, frame));
        Ear answering = new Ear(new CompletableFuture<>(), (link, frame) -> link.send(Channel.CONTROL, frame));
        Histogram micros = new Histogram(60_000_000L, 3);
        try (Links there = links(answering);
                Links here = links(asking)) {
            InetSocketAddress at = there.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            here.dial(Address.of("127.0.0.1:" + at.getPort()), Optional.empty());
            Link link = asking.link().get();
            for (int i = -count; i < count; i++) {
                long begin = System.nanoTime();
                link.send(Channel.CONTROL, new byte[BYTES]);
                back.take();
                if (i >= 0) {
                    micros.recordValue((System.nanoTime() - begin) / 1_000);
                }
            }
        }
        return micros;
    }

    private static void put(SynchronousQueue<byte[]> queue, byte[] frame) {
        try {
            queue.put(frame);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Links links(Carrier carrier) {
        SecureRandom random = new SecureRandom();
        return new Links(
                TlsIdentity.create(random),
                TlsEngine.best(),
                Bounds.USUAL,
                carrier,
                PairingConnection::close,
                random,
                System::nanoTime);
    }
}
