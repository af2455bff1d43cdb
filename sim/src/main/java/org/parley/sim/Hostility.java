package org.parley.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Event;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;

/** Frames that should not be: changed, old, out of order. */
final class Hostility {
    private Hostility() {}

    /** A batch of a node as it lies on its disk, if there is one. */
    private static Optional<Frame.Batch> batch(SplittableRandom random, Node of) {
        List<Origin> origins = of.disk.origins().stream()
                .filter(origin -> of.disk.size(origin) > 0)
                .toList();
        if (origins.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = origins.get(random.nextInt(origins.size()));
        long from = random.nextLong(of.disk.size(origin));
        return batchFrom(of, origin, from);
    }

    private static Optional<Frame.Batch> batchFrom(Node of, Origin origin, long from) {
        List<Disk.StoredEntry> entries = of.disk.entries(origin, from, 256, 1 << 20);
        return of.disk.headSize(origin, from, from + entries.size()).map(until -> {
            List<Disk.StoredEntry> part = entries.subList(0, (int) (until - from));
            return new Frame.Batch(
                    origin,
                    from,
                    of.disk.head(origin, until).orElseThrow(),
                    part.stream().map(Disk.StoredEntry::entry).toList(),
                    part.stream().map(Disk.StoredEntry::body).toList());
        });
    }

    private static Optional<Cable> link(World world, Node to) {
        return world.cables().stream()
                .filter(cable -> cable.isAt(to) && cable.link != 0)
                .findFirst();
    }

    /** Whether there is a link to a node, and anything that could come over it. */
    static boolean isPossible(World world, Node to) {
        return link(world, to)
                .filter(cable -> !cable.other(to).disk.origins().isEmpty())
                .isPresent();
    }

    /** A frame with a byte changed. */
    static void frame(World world, Node to) {
        Optional<Cable> cable = link(world, to);
        Optional<Frame.Batch> batch = cable.flatMap(each -> batch(world.random(), each.other(to)));
        if (batch.isPresent()) {
            byte[] bytes = FrameCodec.bytes(batch.get());
            bytes[world.random().nextInt(bytes.length)] ^=
                    (byte) (1 << world.random().nextInt(8));
            try {
                to.came(cable.orElseThrow().link, FrameCodec.read(bytes), bytes.length);
            } catch (Refused malformed) {
                world.closed(to, cable.orElseThrow().link);
            }
        }
    }

    /** An old batch once more. */
    static void stale(World world, Node to) {
        Optional<Cable> cable = link(world, to);
        cable.flatMap(each -> batch(world.random(), each.other(to))).ifPresent(batch -> {
            to.came(cable.orElseThrow().link, batch, FrameCodec.bytes(batch).length);
            world.bug().came(to, batch);
        });
    }

    /** All that another holds, cut into bundles that come in any order, some twice. */
    static void bundles(World world, Node to) {
        Node from = world.nodes().stream()
                .filter(node -> node != to)
                .skip(world.random().nextInt(world.nodes().size() - 1))
                .findFirst()
                .orElseThrow();
        List<Frame> frames = new ArrayList<>();
        for (Origin origin : from.disk.origins()) {
            long at = Math.max(0, to.disk.size(origin) - 3);
            Optional<Frame.Batch> next = batchFrom(from, origin, at);
            while (next.isPresent() && at < from.disk.size(origin)) {
                frames.add(next.get());
                at = next.get().end();
                next = at < from.disk.size(origin) ? batchFrom(from, origin, at) : Optional.empty();
            }
        }
        while (!frames.isEmpty()) {
            Frame frame = frames.get(world.random().nextInt(frames.size()));
            if (world.random().nextInt(3) > 0) {
                frames.remove(frame);
            }
            to.tell(new Event.Import(world.ticket(), List.of(frame)));
        }
    }
}
