package org.parley.sim;

import java.util.List;
import java.util.function.Supplier;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Equivocation;
import org.parley.ledger.line.Event;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.FrameCodec;
import org.parley.ledger.line.Receipt;

/** What a broken or hostile peer may send: refused with a reason, and the line goes on. */
final class HostileFrames {
    private static final int ROUNDS = 40;

    private HostileFrames() {}

    static void all(Scene scene) {
        World world = scene.world(3);
        Node victim = world.nodes().getFirst();
        scene.talk(5_000);
        int runs = victim.runs();
        for (int i = 0; i < ROUNDS; i++) {
            for (Supplier<Frame> lie : lies(world, victim)) {
                world.fault(Fault.HOSTILE_FRAME, victim);
                deliver(world, victim, FrameCodec.bytes(lie.get()));
                world.run(world.random().nextInt(100));
            }
            deliver(world, victim, world.bytes(1 + world.random().nextInt(300)).array());
            Hostility.frame(world, victim);
            Hostility.stale(world, victim);
            victim.tell(new Event.Import(
                    world.ticket(),
                    lies(world, victim).stream().map(Supplier::get).toList()));
            scene.talk(1_000);
        }
        scene.expect(victim.alarms.getOrDefault(Effect.Cause.HOSTILE, 0) > 0, "people are told");
        scene.expect(victim.isUp() && victim.runs() == runs, "nothing crashed");
        scene.expect(victim.disk.evidence().isEmpty(), "nobody is accused by what proves nothing");
        scene.heal();
    }

    /** Over whatever link the victim has now. */
    private static void deliver(World world, Node victim, byte[] bytes) {
        world.cables().stream()
                .filter(cable -> cable.isAt(victim) && cable.link != 0)
                .findFirst()
                .ifPresent(cable -> {
                    try {
                        victim.came(cable.link, FrameCodec.read(bytes), bytes.length);
                    } catch (Refused malformed) {
                        world.closed(victim, cable.link);
                    }
                });
    }

    /** Frames of a right form that are not true, one of each type. */
    private static List<Supplier<Frame>> lies(World world, Node victim) {
        Node other = world.nodes().getLast();
        Origin ours = Scene.log(victim, Lane.MAIN);
        Origin theirs = Scene.log(other, Lane.MAIN);
        Origin foreign = new Origin(new LineId(world.bytes(16).toString()), other.party, Lane.MAIN, theirs.epoch());
        Bytes head = victim.disk.head(theirs, 1).orElse(Bytes.NONE);
        Hash root = Hash.of(world.bytes(Hash.LENGTH).array());
        long much = world.random().nextLong(Long.MAX_VALUE);
        Receipt receipt = new Receipt(1 + world.random().nextInt(9), root, world.now() / 1_000, world.bytes(64));
        return List.of(
                () -> new Frame.Batch(foreign, 0, head, List.of(), List.of()),
                () -> new Frame.Batch(theirs, much, head, List.of(), List.of()),
                () -> new Frame.Receipts(ours, other.party, List.of(receipt)),
                () -> new Frame.Receipts(foreign, other.party, List.of(receipt)),
                () -> new Frame.Want(foreign, 0),
                () -> new Frame.Want(ours, much),
                () -> new Frame.Credit(much, much),
                () -> new Frame.NotTaken(ours, 409, much, "no"),
                () -> new Frame.Evidence(new Equivocation(theirs, head, head, root, List.of(root))),
                () -> new Frame.Pong(much, world.bytes(16), much),
                () -> new Frame.Head(world.bytes(100)),
                () -> new Frame.Keys(world.line(), world.bytes(100)),
                () -> new Frame.Keys(foreign.line(), world.bytes(100)),
                () -> new Frame.Revoked(world.line(), world.bytes(100)),
                () -> new Frame.Clone(world.bytes(16), world.bytes(16)),
                () -> new Frame.Bye("go away"));
    }
}
