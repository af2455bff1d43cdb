package org.parley.sim;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.parley.ledger.Bytes;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.keys.LastHead;
import org.parley.ledger.keys.Opening;
import org.parley.ledger.line.Event;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.LogImage;

/** What happens in a run: records, and faults among them. */
final class Play {
    private static final int HOUR = 3_600_000;

    private final World world;
    private final SplittableRandom random;

    Play(World world) {
        this.world = world;
        this.random = world.random();
    }

    /** Some node. */
    Node any() {
        return world.nodes().get(random.nextInt(world.nodes().size()));
    }

    /** A little traffic: a few records, most on the main log; half of them are of a kind that means nothing. */
    void traffic() {
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            Node node = any();
            if (random.nextBoolean()) {
                new Officer(world, node).speaks();
            } else {
                world.say(node, random.nextInt(8) == 0 ? Lane.SAFETY : Lane.MAIN, "text", 10 + random.nextInt(300));
            }
        }
    }

    /** A record of everybody on both logs, when all is well again. */
    void everybodySpeaks() {
        for (Node node : world.nodes()) {
            world.say(node, Lane.MAIN, "text", 50);
            world.say(node, Lane.SAFETY, "text", 50);
        }
    }

    void fault(Fault fault) {
        Node node = any();
        if (!isPossible(fault, node)) {
            return;
        }
        world.fault(fault, node);
        switch (fault) {
            case CRASH -> node.crash();
            case BROKEN_BEFORE_COMMIT -> {
                node.disk.next(MemoryDisk.Next.BROKEN_BEFORE);
                world.say(node, Lane.MAIN, "text", 20);
            }
            case BROKEN_AFTER_COMMIT -> {
                node.disk.next(MemoryDisk.Next.BROKEN_AFTER);
                world.say(node, Lane.MAIN, "text", 20);
            }
            case LOST_SUFFIX -> comesBack(node, node.disk.place() - 1 - random.nextInt(4), false, false);
            case OLD_BACKUP -> comesBack(node, random.nextInt(node.disk.place()), true, false);
            case OLD_BACKUP_ALONE -> comesBack(node, random.nextInt(node.disk.place()), random.nextBoolean(), true);
            case PARTITION -> cable(node, Cable.State.CUT, 2_000 + random.nextInt(20_000));
            case HALF_OPEN -> cable(node, Cable.State.HALF_OPEN, 5_000 + random.nextInt(40_000));
            case SLOW -> cable(node, Cable.State.SLOW, 5_000 + random.nextInt(20_000));
            case STALLED -> cable(node, Cable.State.STALLED, 5_000 + random.nextInt(40_000));
            case DISK_FULL -> {
                node.disk.next(MemoryDisk.Next.FULL);
                world.in(1_000 + random.nextInt(8_000), () -> node.disk.next(MemoryDisk.Next.WORKS));
            }
            case CLOCK -> node.clockOffset = random.nextInt(-HOUR, HOUR);
            case ROTATION -> rotate(node);
            case COMPROMISE -> revoke(node);
            case HOSTILE_FRAME -> Hostility.frame(world, node);
            case STALE_FRAME -> Hostility.stale(world, node);
            case UNKNOWN_KIND -> world.say(node, Lane.MAIN, "kind-of-version-" + random.nextInt(9), 30);
            case FLOOD -> flood(node);
            case BUNDLES -> Hostility.bundles(world, node);
            case ERASURE ->
                node.tell(new Event.Forget(world.ticket(), world.line(), node.party + "-" + (1 + random.nextInt(5))));
            case CLONE -> clone(node);
            case EQUIVOCATION -> twoFaces(node);
        }
    }

    /** What cannot happen to this node now is not counted as a fault. */
    private boolean isPossible(Fault fault, Node node) {
        return switch (fault) {
            case PARTITION -> true;
            case ROTATION, COMPROMISE -> node.isUp() && node.nextSerial().isPresent();
            case EQUIVOCATION -> node.isUp() && world.nodes().size() > 2;
            case HOSTILE_FRAME, STALE_FRAME -> node.isUp() && Hostility.isPossible(world, node);
            default -> node.isUp();
        };
    }

    /** Many records at once at a node, and a safety record behind them. */
    private void flood(Node node) {
        for (int i = 0; i < 400; i++) {
            world.say(node, Lane.MAIN, "text", 200);
        }
        world.in(5, () -> world.say(node, Lane.SAFETY, "text", 20));
    }

    private void cable(Node node, Cable.State state, long millis) {
        List<Cable> cables =
                world.cables().stream().filter(cable -> cable.isAt(node)).toList();
        Cable cable = cables.get(random.nextInt(cables.size()));
        cable.state = state;
        cable.upSince = world.now();
        if (state == Cable.State.CUT) {
            world.down(cable);
        }
        world.in(millis, () -> world.mend(cable));
    }

    /** The process ends, its disk is an older one, and it starts again; while alone, no cable leads to it. */
    private void comesBack(Node node, int place, boolean markToo, boolean alone) {
        node.stop();
        int from = Math.max(1, place);
        node.disk.rollBack(from, markToo);
        if (markToo) {
            node.disk.trust(Image.Trust.UNKNOWN);
        } else {
            node.disk.sameBoot();
        }
        if (alone && random.nextInt(4) == 0) {
            node.disk.loseMark();
        }
        world.witness().rolledBack(node);
        if (alone) {
            world.cables().stream().filter(cable -> cable.isAt(node)).forEach(cable -> {
                cable.state = Cable.State.CUT;
                world.in(8_000 + random.nextInt(4_000), () -> world.mend(cable));
            });
        }
        world.in(300, () -> {
            if (!node.isUp()) {
                node.start();
                world.say(node, Lane.MAIN, "text", 40);
            }
        });
    }

    static Optional<Origin> current(Node node, Lane lane) {
        return node.disk.origins().stream()
                .filter(origin -> origin.party().equals(node.party) && origin.lane() == lane)
                .reduce((one, other) -> other.epoch().number() > one.epoch().number() ? other : one);
    }

    void rotate(Node node) {
        Optional<Origin> main = current(node, Lane.MAIN);
        Optional<Origin> safety = current(node, Lane.SAFETY);
        if (main.isPresent() && safety.isPresent() && node.nextSerial().isPresent()) {
            Opening ofMain = new Opening(main.get().epoch(), node.disk.size(main.get()) + 1);
            Opening ofSafety = new Opening(safety.get().epoch(), node.disk.size(safety.get()) + 1);
            int serial = node.nextSerial().get();
            node.keys.tearUpRevocation(serial - 1);
            Bytes keySet = node.keys.keySet(world.line(), serial, ofMain, ofSafety);
            node.tell(new Event.Rotate(world.ticket(), world.line(), keySet));
        }
    }

    /** The keys were stolen: what is durable now counts, and the logs go on in new epochs with new keys. */
    void revoke(Node node) {
        Optional<LogImage> main = current(node, Lane.MAIN).flatMap(node.disk::image);
        Optional<LogImage> safety = current(node, Lane.SAFETY).flatMap(node.disk::image);
        if (main.isEmpty() || safety.isEmpty() || node.nextSerial().isEmpty()) {
            return;
        }
        int serial = node.nextSerial().get();
        int number = main.get().origin().epoch().number();
        Bytes revocation = node.keys.revocation(world.line(), serial - 1, last(main.get()), last(safety.get()));
        Opening next = new Opening(node.keys.epoch(number + 1), 1);
        Bytes keySet = node.keys.keySet(world.line(), serial, next, next);
        node.tell(new Event.Revoke(world.ticket(), world.line(), revocation));
        node.tell(new Event.Rotate(world.ticket(), world.line(), keySet));
    }

    private static LastHead last(LogImage log) {
        return new LastHead(log.origin().epoch(), log.size(), log.root());
    }

    /** A second live copy of a node, reachable by all. */
    private void clone(Node node) {
        world.witness().cloned(node.party);
        Node twin = twin(node);
        for (Node other : world.nodes()) {
            if (other != node) {
                world.cables().add(new Cable(twin, other));
            }
        }
        twin.start();
        world.in(20_000, () -> retire(twin, node));
    }

    /** A copy of a node that talks to one member, while the node talks to the others: both sign, whatever others hold of them. */
    private void twoFaces(Node node) {
        world.witness().twoFaced(node.party);
        Node twin = twin(node);
        twin.bug = Bug.NO_FENCE;
        List<Node> others =
                world.nodes().stream().filter(other -> other != node).toList();
        Node deceived = others.get(random.nextInt(others.size()));
        Cable direct = world.cables().stream()
                .filter(cable -> cable.joins(node, deceived))
                .findFirst()
                .orElseThrow();
        direct.state = Cable.State.CUT;
        world.down(direct);
        world.cables().add(new Cable(twin, deceived));
        twin.start();
        world.in(3_000, () -> {
            world.say(node, Lane.MAIN, "text", 33);
            world.say(twin, Lane.MAIN, "text", 34);
        });
        world.in(25_000, () -> {
            retire(twin, node);
            world.mend(direct);
        });
    }

    private Node twin(Node node) {
        MemoryDisk copy = node.disk.copy();
        copy.sameBoot();
        Node twin = new Node(world, node.number, node.party, node.keys, copy);
        twin.isTwin = true;
        return twin;
    }

    /** The second copy is switched off, and the first is started again, as the alarm says. */
    private void retire(Node twin, Node node) {
        twin.stop();
        world.cables().removeIf(cable -> cable.isAt(twin));
        node.stop();
        node.disk.sameBoot();
        node.start();
    }
}
