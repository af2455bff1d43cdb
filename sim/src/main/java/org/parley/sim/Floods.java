package org.parley.sim;

import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Agenda;

/** Much that is not urgent, and then something that is. */
final class Floods {
    private static final int BACKLOG = 10_000;

    /** A safety record passes everything; the slowest way of the simulated network takes 40 ms there and back. */
    private static final int IN_TIME = 500;

    private Floods() {}

    static void backlog(Scene scene) {
        World world = scene.world(2);
        Node writer = world.nodes().getFirst();
        Node reader = world.nodes().getLast();
        world.fault(Fault.PARTITION, writer);
        scene.cutOff(writer);
        for (int said = 0; said < BACKLOG; said += Agenda.SAYS_IN_STEP) {
            for (int i = 0; i < Agenda.SAYS_IN_STEP; i++) {
                world.say(writer, Lane.MAIN, "text", 200);
            }
            world.run(20);
        }
        scene.mend(writer);
        Origin main = Scene.log(writer, Lane.MAIN);
        long before = reader.disk.size(main);
        scene.expectWithin(10_000, "the backlog begins to move", () -> reader.disk.size(main) > before);
        safetyInTime(scene, writer, reader);
        scene.expect(reader.disk.size(main) < writer.disk.size(main), "the backlog was still on its way");
        scene.expectWithin(120_000, "the backlog arrives too", () -> Scene.isReceipted(writer, Lane.MAIN, reader));
        scene.heal();
    }

    static void flood(Scene scene) {
        World world = scene.world(2);
        Node writer = world.nodes().getFirst();
        Node reader = world.nodes().getLast();
        for (int round = 0; round < 3; round++) {
            world.fault(Fault.FLOOD, writer);
            int acknowledged = writer.acknowledged.size();
            int refused = writer.refusals.getOrDefault(Refused.Reason.FULL, 0);
            for (int i = 0; i < Agenda.SAYS_WAITING + 100; i++) {
                world.say(writer, Lane.MAIN, "text", 200);
            }
            scene.expect(
                    writer.refusals.getOrDefault(Refused.Reason.FULL, 0) == refused + 100,
                    "who says more than may wait is refused, and told so");
            safetyInTime(scene, writer, reader);
            scene.expect(!Scene.isReceipted(writer, Lane.MAIN, reader), "the flood was still on its way");
            scene.expectWithin(120_000, "the flood arrives too", () -> Scene.isReceipted(writer, Lane.MAIN, reader));
            scene.expect(
                    writer.acknowledged.size() == acknowledged + Agenda.SAYS_WAITING + 1,
                    "all the rest was acknowledged");
        }
        scene.heal();
    }

    private static void safetyInTime(Scene scene, Node writer, Node reader) {
        Origin safety = Scene.log(writer, Lane.SAFETY);
        long before = writer.disk.size(safety);
        scene.world().say(writer, Lane.SAFETY, "text", 20);
        scene.expectWithin(
                IN_TIME,
                "the safety record has its receipt",
                () -> writer.disk.size(safety) > before && Scene.isReceipted(writer, Lane.SAFETY, reader));
    }
}
