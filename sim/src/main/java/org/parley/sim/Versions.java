package org.parley.sim;

import org.parley.ledger.Lane;
import org.parley.ledger.line.Settings;

/** Nodes of different versions on one line. */
final class Versions {
    private Versions() {}

    static void skew(Scene scene) {
        World world = scene.world(2);
        Node old = world.nodes().getFirst();
        Node young = world.nodes().getLast();
        scene.talk(3_000);
        again(scene, young, new Settings.Versions(1, 2));
        for (int i = 0; i < 20; i++) {
            world.fault(Fault.UNKNOWN_KIND, young);
            world.say(young, i % 5 == 0 ? Lane.SAFETY : Lane.MAIN, "kind-of-version-" + i, 30);
            world.run(200);
        }
        scene.expectWithin(
                1_000,
                "what nobody knows is stored, and receipts are given",
                () -> Scene.isReceipted(young, Lane.MAIN, old) && Scene.isReceipted(young, Lane.SAFETY, old));
        again(scene, young, new Settings.Versions(2, 3));
        scene.talk(10_000);
        scene.expect(!Scene.isReceipted(young, Lane.MAIN, old), "no link where no version fits");
        scene.expect(
                world.lines().stream()
                        .anyMatch(line ->
                                line.matches(".*they speak versions (2 to 3 .*, we 1 to 1|1 to 1 .*, we 2 to 3).*")),
                "the reason names both");
        again(scene, young, new Settings.Versions(1, 3));
        scene.expectWithin(
                10_000,
                "where one fits, all goes on",
                () -> Scene.isReceipted(young, Lane.MAIN, old) && Scene.isReceipted(old, Lane.MAIN, young));
        scene.heal();
    }

    private static void again(Scene scene, Node node, Settings.Versions versions) {
        World world = scene.world();
        node.stop();
        node.versions = versions;
        node.disk.sameBoot();
        node.start();
        world.run(5_000);
    }
}
