package org.parley.sim;

import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Fence;
import org.parley.ledger.line.Image;
import org.parley.sim.Scene.Comes;

/** Disks that come back older than they were. */
final class Restores {
    private Restores() {}

    static void withPeer(Scene scene) {
        World world = scene.world(2);
        Node node = world.nodes().getFirst();
        Comes how = world.random().nextBoolean() ? Comes.AS_IT_WAS : Comes.WITHOUT_MARK;
        int backup = backupAndMore(scene, world, node);
        Origin main = Scene.log(node, Lane.MAIN);
        long held = node.disk.size(main);
        world.fault(Fault.OLD_BACKUP, node);
        scene.comesBack(node, backup, how);
        scene.expect(node.disk.size(main) < held, "the backup lacks records");
        world.say(node, Lane.MAIN, "text", 40);
        scene.expectWithin(10_000, "the logs may be signed again", () -> node.fence() == Fence.State.OPEN);
        scene.expectWithin(1_000, "all is here again, and the new record", () -> node.disk.size(main) > held);
        scene.expect(Scene.log(node, Lane.MAIN).equals(main), "the log goes on in its epoch");
        scene.heal();
    }

    /** Traffic, a backup, more traffic that the peer has too; answers with the backup's place. */
    private static int backupAndMore(Scene scene, World world, Node node) {
        scene.talk(10_000);
        int backup = node.disk.place();
        scene.talk(10_000);
        world.say(node, Lane.MAIN, "text", 40);
        world.run(3_000);
        return backup;
    }

    static void alone(Scene scene) {
        World world = scene.world(2);
        Node node = world.nodes().getFirst();
        Comes how = world.random().nextBoolean() ? Comes.AS_IT_WAS : Comes.WITHOUT_MARK;
        int backup = backupAndMore(scene, world, node);
        Origin main = Scene.log(node, Lane.MAIN);
        long held = node.disk.size(main);
        world.fault(Fault.OLD_BACKUP_ALONE, node);
        scene.cutOff(node);
        scene.comesBack(node, backup, how);
        world.run(500);
        int acknowledged = node.acknowledged.size();
        world.say(node, Lane.MAIN, "text", 40);
        world.run(500);
        scene.expect(node.acknowledged.size() == acknowledged, "nothing is acknowledged while the peer is waited for");
        goesOnInSuccessor(scene, node, main);
        scene.mend(node);
        scene.expectWithin(10_000, "the old epoch is whole again", () -> node.disk.size(main) == held);
        scene.heal();
    }

    /** Found by seed 4532: what the peer said it held it has lost again, and nobody else has it. */
    static void both(Scene scene) {
        World world = scene.world(2);
        Node node = world.nodes().getFirst();
        Node peer = world.nodes().getLast();
        scene.talk(10_000);
        int peersBackup = peer.disk.place();
        int backup = backupAndMore(scene, world, node);
        Origin main = Scene.log(node, Lane.MAIN);
        world.fault(Fault.OLD_BACKUP, node);
        scene.comesBack(node, backup, Comes.AS_IT_WAS);
        scene.expectWithin(5_000, "the peer says what it holds", () -> node.heardFrom(peer));
        world.fault(Fault.OLD_BACKUP, peer);
        scene.comesBack(peer, peersBackup, Comes.AS_IT_WAS);
        world.say(node, Lane.MAIN, "text", 40);
        scene.expectWithin(
                20_000,
                "the log goes on in the next epoch",
                () -> Scene.log(node, Lane.MAIN).epoch().number()
                        == main.epoch().number() + 1);
        scene.heal();
    }

    private static void goesOnInSuccessor(Scene scene, Node node, Origin main) {
        scene.expectWithin(
                5_000,
                "the log goes on in the next epoch",
                () -> Scene.log(node, Lane.MAIN).epoch().number()
                        == main.epoch().number() + 1);
        scene.expect(
                node.alarms.getOrDefault(Effect.Cause.SUCCESSOR_EPOCH, 0) == 1, "people are told of the new epoch");
    }

    static void resumeAlone(Scene scene) {
        World world = scene.world(2);
        Node node = world.nodes().getFirst();
        scene.talk(10_000);
        Origin main = Scene.log(node, Lane.MAIN);
        long held = node.disk.size(main);
        world.fault(Fault.PARTITION, node);
        scene.cutOff(node);
        node.stop();
        node.disk.trust(Image.Trust.CLEAN);
        world.run(5_000);
        node.start();
        world.say(node, Lane.MAIN, "text", 40);
        scene.expectWithin(5_000, "the record is written in the same epoch", () -> node.disk.size(main) > held);
        scene.heal();
    }

    static void suffix(Scene scene) {
        World world = scene.world(2);
        Node node = world.nodes().getFirst();
        backupAndMore(scene, world, node);
        Origin main = Scene.log(node, Lane.MAIN);
        long held = node.disk.size(main);
        world.fault(Fault.LOST_SUFFIX, node);
        scene.comesBack(node, node.disk.place() - 8, Comes.BELOW_ITS_MARK);
        scene.expect(node.disk.size(main) < held, "the disk lost records");
        scene.expectWithin(10_000, "the peer gave back what was lost", () -> node.disk.size(main) == held);
        scene.expect(Scene.log(node, Lane.MAIN).equals(main), "the log goes on in its epoch");
        world.run(3_000);
        scene.cutOff(node);
        int place = node.disk.place();
        world.say(node, Lane.MAIN, "text", 40);
        world.run(500);
        scene.expect(node.disk.size(main) > held, "a record is acknowledged that nobody else holds");
        world.fault(Fault.LOST_SUFFIX, node);
        scene.mend(node);
        scene.comesBack(node, place, Comes.BELOW_ITS_MARK);
        world.say(node, Lane.MAIN, "text", 41);
        goesOnInSuccessor(scene, node, main);
        scene.heal();
    }
}
