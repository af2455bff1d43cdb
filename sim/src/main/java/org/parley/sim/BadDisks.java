package org.parley.sim;

import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Fence;
import org.parley.ledger.line.Image;

/** Disks that have no room or fail. */
final class BadDisks {
    private BadDisks() {}

    static void full(Scene scene) {
        World world = scene.world(2);
        for (Node node : world.nodes()) {
            Node peer = world.nodes().get(1 - node.number);
            scene.talk(3_000);
            world.run(1_000);
            int runs = node.runs();
            world.fault(Fault.DISK_FULL, node);
            node.disk.next(MemoryDisk.Next.FULL);
            int acknowledged = node.acknowledged.size();
            for (int i = 0; i < 40; i++) {
                world.say(node, Lane.MAIN, "text", 20);
                world.say(peer, Lane.MAIN, "text", 20);
                world.run(500);
            }
            scene.expect(node.acknowledged.size() == acknowledged, "what has no room is not acknowledged");
            scene.expect(node.refusals.getOrDefault(Refused.Reason.FULL, 0) >= 40, "who speaks is told why not");
            scene.expect(node.alarms.getOrDefault(Effect.Cause.DISK_FULL, 0) > 0, "people are told");
            node.disk.next(MemoryDisk.Next.WORKS);
            world.say(node, Lane.MAIN, "text", 20);
            scene.expectWithin(1_000, "it is written again", () -> node.acknowledged.size() == acknowledged + 1);
            scene.expectWithin(
                    10_000, "what came meanwhile comes again", () -> Scene.isReceipted(peer, Lane.MAIN, node));
            scene.expect(node.isUp() && node.runs() == runs, "without a new start");
        }
        scene.heal();
    }

    static void fsync(Scene scene) {
        World world = scene.world(2);
        Node node = world.nodes().getFirst();
        scene.talk(5_000);
        Origin main = Scene.log(node, Lane.MAIN);
        fails(scene, world, node, Fault.BROKEN_BEFORE_COMMIT, MemoryDisk.Next.BROKEN_BEFORE);
        again(scene, node);
        fails(scene, world, node, Fault.BROKEN_AFTER_COMMIT, MemoryDisk.Next.BROKEN_AFTER);
        again(scene, node);
        // The page cache had it and the platter had not: the machine goes down too, and the commit is gone.
        int place = node.disk.place();
        fails(scene, world, node, Fault.BROKEN_AFTER_COMMIT, MemoryDisk.Next.BROKEN_AFTER);
        node.disk.rollBack(place, false);
        node.disk.trust(Image.Trust.UNKNOWN);
        world.witness().rolledBack(node);
        again(scene, node);
        scene.expect(Scene.log(node, Lane.MAIN).equals(main), "the log goes on in its epoch");
        scene.heal();
    }

    private static void fails(Scene scene, World world, Node node, Fault fault, MemoryDisk.Next how) {
        world.fault(fault, node);
        int acknowledged = node.acknowledged.size();
        node.disk.next(how);
        world.say(node, Lane.MAIN, "text", 30);
        world.run(20);
        scene.expect(!node.isUp(), "the process ends at once");
        scene.expect(node.acknowledged.size() == acknowledged, "nothing is acknowledged");
    }

    private static void again(Scene scene, Node node) {
        World world = scene.world();
        scene.expectWithin(5_000, "it starts fenced", () -> node.isUp() && node.fence() == Fence.State.ASKING);
        scene.expectWithin(10_000, "its logs may be signed", () -> node.fence() == Fence.State.OPEN);
        int acknowledged = node.acknowledged.size();
        world.say(node, Lane.MAIN, "text", 30);
        scene.expectWithin(1_000, "it is written again", () -> node.acknowledged.size() == acknowledged + 1);
        world.run(2_000);
    }
}
