package org.parley.sim;

import java.util.List;
import org.parley.ledger.Bytes;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Limits;
import org.parley.ledger.line.Receipt;

/** Clocks that are wrong: order never depends on them, and people are told. */
final class Clocks {
    private static final int MINUTE = 60_000;
    private static final int HOUR = 60 * MINUTE;

    private Clocks() {}

    static void jumps(Scene scene) {
        World world = scene.world(2);
        for (int jump : List.of(HOUR, 0, -HOUR, HOUR, -HOUR)) {
            for (Node node : world.nodes()) {
                world.fault(Fault.CLOCK, node);
                node.clockOffset = jump;
                scene.talk(15_000);
            }
        }
        scene.heal();
        timesGoForward(scene);
    }

    static void apart(Scene scene) {
        World world = scene.world(2);
        Node fast = world.nodes().getFirst();
        Node late = world.nodes().getLast();
        fast.clockOffset = 5 * MINUTE;
        late.clockOffset = -5 * MINUTE;
        world.nodes().forEach(node -> world.fault(Fault.CLOCK, node));
        scene.talk(MINUTE);
        for (Node node : world.nodes()) {
            scene.expect(node.alarms.getOrDefault(Effect.Cause.CLOCK, 0) > 0, node + " tells its people of the clocks");
        }
        world.say(late, Lane.SAFETY, "text", 20);
        scene.expectWithin(1_000, "receipts come as ever", () -> Scene.isReceipted(late, Lane.SAFETY, fast));
        scene.heal();
        timesGoForward(scene);
    }

    /** In each log, and in each member's receipts of it, no time is before the one in front of it. */
    private static void timesGoForward(Scene scene) {
        World world = scene.world();
        for (Node node : world.nodes()) {
            for (Origin origin : node.disk.origins()) {
                long before = Long.MIN_VALUE;
                for (Envelope entry : entries(node, origin)) {
                    scene.expect(entry.at() >= before, entry.recordName() + " is not before the one in front of it");
                    before = entry.at();
                    scene.expect(isAfterWhatItNames(node, entry), entry.recordName() + " is after what it names");
                }
                for (Node member : world.nodes()) {
                    long last = Long.MIN_VALUE;
                    for (Receipt receipt : node.disk.allReceipts(origin, member.party)) {
                        scene.expect(receipt.time() >= last, "receipts of " + member + " go forward");
                        last = receipt.time();
                    }
                }
            }
        }
    }

    private static List<Envelope> entries(Node node, Origin origin) {
        int size = (int) node.disk.size(origin);
        return node.disk.entries(origin, 0, size, (long) size * Limits.BODY).stream()
                .map(Disk.StoredEntry::entry)
                .map(Bytes::array)
                .map(Envelope::parse)
                .toList();
    }

    /** The writer's own receipts of the heads that an entry names are not later than the entry. */
    private static boolean isAfterWhatItNames(Node node, Envelope entry) {
        if (!entry.kind().equals("heads")) {
            return true;
        }
        return entry.content().orElseThrow().require("heads").array().stream()
                .map(Json::object)
                .allMatch(head ->
                        node
                                        .disk
                                        .allReceipts(
                                                Origin.of(head.require("origin").text()),
                                                entry.origin().party())
                                        .stream()
                                        .filter(receipt -> receipt.size()
                                                >= head.require("size").integer())
                                        .mapToLong(receipt -> receipt.time() * 1_000)
                                        .min()
                                        .orElse(entry.at())
                                <= entry.at());
    }
}
