package org.parley.sim;

import org.parley.ledger.Lane;

/** No way from one side to the other, for long. */
final class Partitions {
    private static final int RECORDS = 10_000;
    private static final int HOUR = 3_600_000;

    private Partitions() {}

    static void hour(Scene scene) {
        World world = scene.world(2);
        Node one = world.nodes().getFirst();
        Node other = world.nodes().getLast();
        world.fault(Fault.PARTITION, one);
        scene.cutOff(one);
        for (int i = 0; i < RECORDS; i++) {
            for (Node node : world.nodes()) {
                world.say(node, i % 100 == 0 ? Lane.SAFETY : Lane.MAIN, "text", 200);
            }
            world.run(HOUR / RECORDS);
        }
        scene.expect(
                one.acknowledged.size() == RECORDS && other.acknowledged.size() == RECORDS, "all was acknowledged");
        scene.mend(one);
        scene.expectWithin(
                5_000,
                "each has the other's safety log",
                () -> Scene.isReceipted(one, Lane.SAFETY, other) && Scene.isReceipted(other, Lane.SAFETY, one));
        scene.expectWithin(
                120_000,
                "each has the other's main log",
                () -> Scene.isReceipted(one, Lane.MAIN, other) && Scene.isReceipted(other, Lane.MAIN, one));
        scene.heal();
    }
}
