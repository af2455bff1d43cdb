package org.parley.sim;

import org.parley.ledger.Lane;
import org.parley.ledger.line.Limits;

/** One of three cables misbehaves: whoever is at its ends is served by the others as ever, and nothing piles up. */
final class BadCables {
    /** What frames add to entries and bodies, generously. */
    private static final long FRAMING = 1 << 20;

    private static final int STEPS = 60;
    private static final int BACKLOG_STEPS = 48;
    private static final int RECORDS_IN_STEP = 250;

    private BadCables() {}

    static void halfOpen(Scene scene) {
        Cable bad = bad(scene, Fault.HALF_OPEN, Cable.State.HALF_OPEN);
        long link = bad.link;
        served(scene, bad);
        scene.expect(bad.link != link, "a link that answers nothing is closed");
        mended(scene, bad);
    }

    static void stalled(Scene scene) {
        Cable bad = bad(scene, Fault.STALLED, Cable.State.STALLED);
        backlog(scene, bad);
        served(scene, bad);
        mended(scene, bad);
    }

    static void slow(Scene scene) {
        Cable bad = bad(scene, Fault.SLOW, Cable.State.SLOW);
        long link = bad.link;
        backlog(scene, bad);
        served(scene, bad);
        scene.expect(bad.link != link, "a link that brings no answer is closed");
        mended(scene, bad);
    }

    private static Cable bad(Scene scene, Fault fault, Cable.State state) {
        World world = scene.world(3);
        scene.talk(8_000);
        Cable bad = world.cables().getFirst();
        world.fault(fault, bad.dialler);
        scene.tamper(bad, state);
        return bad;
    }

    /** Much more than the credit of a link, said as fast as it is made durable. */
    private static void backlog(Scene scene, Cable bad) {
        World world = scene.world();
        int before = bad.dialler.acknowledged.size();
        for (int i = 0; i < BACKLOG_STEPS; i++) {
            for (int j = 0; j < RECORDS_IN_STEP; j++) {
                world.say(bad.dialler, Lane.MAIN, "text", 1_000);
            }
            world.run(50);
        }
        scene.expect(
                bad.dialler.acknowledged.size() == before + BACKLOG_STEPS * RECORDS_IN_STEP,
                "nobody who speaks waits for a slow peer");
    }

    /** For a minute somebody at the bad cable speaks, and the third member gives receipts as if nothing were wrong. */
    private static void served(Scene scene, Cable bad) {
        World world = scene.world();
        Node writer = bad.dialler;
        Node third = world.nodes().stream()
                .filter(node -> !bad.isAt(node))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < STEPS; i++) {
            world.say(writer, Lane.SAFETY, "text", 20);
            world.say(writer, Lane.MAIN, "text", 20);
            world.run(1_000);
            scene.expect(Scene.isReceipted(writer, Lane.SAFETY, third), third + " gave receipts for the safety log");
        }
        scene.expectWithin(
                120_000,
                third + " has given receipts for the main log",
                () -> Scene.isReceipted(writer, Lane.MAIN, third));
        scene.expect(
                bad.mostUnderWay() <= Limits.CREDIT_BYTES + Limits.BATCH_BYTES + FRAMING,
                "what waits for a slow peer stays within its credit: " + bad.mostUnderWay() + " bytes");
    }

    private static void mended(Scene scene, Cable bad) {
        World world = scene.world();
        world.mend(bad);
        scene.expectWithin(
                120_000, bad.acceptor + " has all", () -> Scene.isReceipted(bad.dialler, Lane.MAIN, bad.acceptor));
        scene.heal();
    }
}
