package org.parley.sim;

import java.util.function.Consumer;
import org.parley.ledger.Lane;

/** A short exchange, once for each of its durable steps: there the process ends, starts again, and nothing may be missing. */
final class Kills {
    private static final int SENDER = 0;
    private static final int RECEIVER = 1;

    private Kills() {}

    static void sender(Scene scene) {
        everywhere(scene, SENDER);
    }

    static void receiver(Scene scene) {
        everywhere(scene, RECEIVER);
    }

    /** What an exchange without faults does: commits, and effects that are carried out after them. */
    private record Steps(long commits, long effects) {}

    private static void everywhere(Scene scene, int victim) {
        Steps steps = steps(scene, victim);
        scene.expect(steps.commits >= 10 && steps.effects >= 20, "the exchange has steps: " + steps);
        for (long commit = 1; commit <= steps.commits; commit++) {
            long at = commit;
            killed(scene, victim, Fault.BROKEN_BEFORE_COMMIT, node -> node.disk.at(at, MemoryDisk.Next.BROKEN_BEFORE));
            killed(scene, victim, Fault.BROKEN_AFTER_COMMIT, node -> node.disk.at(at, MemoryDisk.Next.BROKEN_AFTER));
        }
        for (long effect = 0; effect < steps.effects; effect++) {
            long at = effect;
            killed(scene, victim, Fault.CRASH, node -> node.killAt(at));
        }
    }

    private static Steps steps(Scene scene, int victim) {
        World world = scene.world(2);
        Node node = world.nodes().get(victim);
        long commits = node.disk.commits();
        long effects = node.effects();
        exchange(world);
        return new Steps(node.disk.commits() - commits, node.effects() - effects);
    }

    private static void killed(Scene scene, int victim, Fault how, Consumer<Node> plan) {
        World world = scene.world(2);
        Node node = world.nodes().get(victim);
        int runs = node.runs();
        world.fault(how, node);
        plan.accept(node);
        exchange(world);
        scene.expect(node.runs() == runs + 1 || !node.isUp(), node + " ended once");
        scene.heal();
    }

    /** Records of the sender on both logs, one of the receiver, and time for receipts to be stored. */
    private static void exchange(World world) {
        Node sender = world.nodes().get(SENDER);
        Node receiver = world.nodes().get(RECEIVER);
        for (int round = 0; round < 4; round++) {
            world.say(sender, Lane.MAIN, "text", 30);
            world.say(sender, Lane.MAIN, "text", 40);
            world.run(50);
            world.say(sender, Lane.SAFETY, "text", 20);
            world.run(50);
            world.say(receiver, Lane.MAIN, "text", 20);
            world.run(900);
        }
    }
}
