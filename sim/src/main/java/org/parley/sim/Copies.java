package org.parley.sim;

import org.parley.ledger.Lane;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Fence;

/** One party, and more than one copy of its node. */
final class Copies {
    private Copies() {}

    static void twoLive(Scene scene) {
        World world = scene.world(2);
        scene.talk(5_000);
        Play play = new Play(world);
        play.fault(Fault.CLONE);
        Node node = world.nodes().stream()
                .filter(each -> world.witness().isCloned(each.party))
                .findFirst()
                .orElseThrow();
        Node peer = world.nodes().get(1 - node.number);
        scene.expectWithin(15_000, "the copies sign nothing", () -> node.fence() == Fence.State.CLONED);
        scene.expect(peer.alarms.getOrDefault(Effect.Cause.CLONE, 0) > 0, "the peer's people are told");
        scene.expect(node.alarms.getOrDefault(Effect.Cause.CLONE, 0) > 0, "the node's people are told");
        int acknowledged = node.acknowledged.size();
        world.say(node, Lane.SAFETY, "text", 20);
        world.run(1_000);
        scene.expect(node.acknowledged.size() == acknowledged, "a fenced copy acknowledges nothing");
        scene.talk(10_000);
        scene.expectWithin(30_000, "one copy alone signs again", () -> node.fence() == Fence.State.OPEN);
        scene.heal();
    }

    static void faces(Scene scene) {
        World world = scene.world(3);
        scene.talk(5_000);
        new Play(world).fault(Fault.EQUIVOCATION);
        Node liar = world.nodes().stream()
                .filter(each -> world.witness().isTwoFaced(each.party))
                .findFirst()
                .orElseThrow();
        scene.talk(60_000);
        for (Node node : world.nodes()) {
            if (node != liar) {
                scene.expect(node.alarms.getOrDefault(Effect.Cause.EQUIVOCATION, 0) > 0, node + " tells its people");
                scene.expect(!node.disk.evidence().isEmpty(), node + " keeps the proof");
            }
        }
        scene.heal();
        int refused = liar.refusals.getOrDefault(Refused.Reason.FENCED, 0);
        world.say(liar, Lane.MAIN, "text", 20);
        world.run(1_000);
        scene.expect(liar.refusals.getOrDefault(Refused.Reason.FENCED, 0) == refused + 1, "the main log stays frozen");
        for (Node writer : world.nodes()) {
            Lane lane = writer == liar ? Lane.SAFETY : Lane.MAIN;
            world.say(writer, lane, "text", 20);
            world.run(2_000);
            for (Node member : world.nodes()) {
                scene.expect(
                        member == writer || Scene.isReceipted(writer, lane, member),
                        "the " + lane + " log of " + writer + " goes on at " + member);
            }
        }
    }
}
