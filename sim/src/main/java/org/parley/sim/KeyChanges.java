package org.parley.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Event;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.merkle.Frontier;
import org.parley.ledger.merkle.Merkle;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.NoteSigner;
import org.parley.ledger.note.SignatureType;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.VerifierKey;

/** Keys that change while records go to and fro. */
final class KeyChanges {
    private KeyChanges() {}

    static void rotation(Scene scene) {
        World world = scene.world(3);
        Play play = new Play(world);
        for (int i = 0; i < 9; i++) {
            Node node = world.nodes().get(i % 3);
            scene.talk(2_000);
            world.fault(Fault.ROTATION, node);
            play.rotate(node);
        }
        scene.talk(3_000);
        scene.heal();
        for (Node node : world.nodes()) {
            scene.expect(node.keys.newest() >= 3, node + " has changed its keys: " + node.keys.newest());
            for (Node other : world.nodes()) {
                scene.expect(
                        other.disk.keySets(world.line(), node.party) == node.keys.newest(),
                        other + " knows the keys of " + node);
            }
        }
    }

    /** What is signed with stolen keys is taken until they are revoked; then it is void, and no more of it is taken. */
    static void compromise(Scene scene) {
        World world = scene.world(3);
        Node robbed = world.nodes().get(0);
        Node fooled = world.nodes().get(1);
        scene.talk(5_000);
        world.run(3_000);
        Origin main = Scene.log(robbed, Lane.MAIN);
        long size = robbed.disk.size(main);
        VerifyingKey stolen = robbed.keys.logKey();
        scene.cutOff(robbed);
        world.fault(Fault.COMPROMISE, robbed);
        fooled.tell(new Event.Import(world.ticket(), List.of(forged(world, robbed, main, 1, stolen))));
        scene.expectWithin(1_000, "nobody can see yet that it is a thief", () -> fooled.disk.size(main) == size + 1);
        new Play(world).revoke(robbed);
        world.run(1_000);
        scene.mend(robbed);
        scene.expectWithin(
                10_000,
                "all know of the revocation",
                () -> world.nodes().stream()
                        .allMatch(node -> node.disk
                                .image(main)
                                .flatMap(LogImage::voidFrom)
                                .equals(Optional.of(size))));
        for (Node node : world.nodes()) {
            scene.expect(node.alarms.getOrDefault(Effect.Cause.REVOKED, 0) > 0, node + " tells its people");
            long before = node.disk.size(main);
            node.tell(new Event.Import(world.ticket(), List.of(forged(world, robbed, main, 2, stolen))));
            world.run(1_000);
            scene.expect(node.disk.size(main) == before, node + " takes nothing more from the thief");
        }
        scene.talk(5_000);
        scene.heal();
        scene.expect(
                Scene.log(robbed, Lane.MAIN).epoch().number() == 2, "the log goes on in a new epoch with new keys");
    }

    /** Records after the last of a log, signed with its key by somebody who has it. */
    private static Frame.Batch forged(World world, Node of, Origin main, int records, VerifyingKey key) {
        long size = of.disk.size(main);
        Frontier frontier = Frontier.at((level, index) -> of.disk.subtree(main, level, index), size);
        List<Bytes> entries = new ArrayList<>();
        for (int i = 1; i <= records; i++) {
            Body body = Body.of(
                    Json.Obj.builder().put("text", "a thief's").build(),
                    world.bytes(32).array());
            entries.add(Bytes.of(Envelope.builder(main, size + i, world.now(), "text")
                    .body(body.commitment())
                    .bytes()));
        }
        List<Hash> leaves =
                entries.stream().map(entry -> Merkle.leafHash(entry.array())).toList();
        Hash root = frontier.append(leaves).root();
        Checkpoint head = new Checkpoint(main.toString(), size + records, root);
        Bytes note = Bytes.of(
                SignedNote.sign(head.text(), List.of(signer(of, main, key))).bytes());
        return new Frame.Batch(
                main,
                size,
                note,
                entries,
                entries.stream()
                        .map(entry -> Optional.<Frame.SealedBody>empty())
                        .toList());
    }

    private static NoteSigner signer(Node of, Origin main, VerifyingKey key) {
        return NoteSigner.of(
                new VerifierKey(main.toString(), SignatureType.ED25519, key.raw()),
                message -> of.keys.signed(key, message));
    }
}
