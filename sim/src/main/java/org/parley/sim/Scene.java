package org.parley.sim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.line.Image;

/** A scenario on its way: the worlds that it makes of its seed, one after the other, and what is expected of them. */
final class Scene {
    private static final int MOMENT = 5;

    private final long seed;
    private final Signatures stub;
    private final Bug bug;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final List<String> broken = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private Optional<World> current = Optional.empty();
    private int nodes;
    private long events;
    private long slowestSafety;

    Scene(long seed, Signatures stub, Bug bug) {
        this.seed = seed;
        this.stub = stub;
        this.bug = bug;
    }

    /** A fresh world, the same for the same number of nodes; its nodes have founded their line and found each other. */
    World world(int count) {
        closeWorld(false);
        World world = new World(new SplittableRandom(seed), stub, count, bug);
        nodes = Math.max(nodes, count);
        current = Optional.of(world);
        world.run(3_000);
        return world;
    }

    /** The world that is played in now. */
    World world() {
        return current.orElseThrow();
    }

    /** Of many worlds only those are traced in which something broke, and the last. */
    private void closeWorld(boolean last) {
        current.ifPresent(world -> {
            events += world.events();
            world.faults().forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
            broken.addAll(world.witness().broken());
            slowestSafety = Math.max(slowestSafety, world.witness().slowestSafety());
            if (last || !world.witness().broken().isEmpty()) {
                trace.addAll(world.lines());
            }
        });
        current = Optional.empty();
    }

    Outcome outcome() {
        closeWorld(true);
        return new Outcome(seed, nodes, events, faults, broken, slowestSafety, trace);
    }

    /** What the scenario is about must be so, beside what holds in every run. */
    void expect(boolean so, String what) {
        if (!so) {
            world().witness().breaks("NOT AS EXPECTED: " + what);
        }
    }

    /** Something becomes so within so many milliseconds. */
    void expectWithin(long millis, String what, BooleanSupplier so) {
        World world = world();
        long until = world.now() + millis;
        while (!so.getAsBoolean() && world.now() < until) {
            world.run(MOMENT);
        }
        expect(so.getAsBoolean(), what + " within " + millis + " ms");
    }

    /** Records by chance, for so long. */
    void talk(long millis) {
        World world = world();
        long until = world.now() + millis;
        while (world.now() < until) {
            new Play(world).traffic();
            world.run(200 + world.random().nextInt(400));
        }
    }

    /** All is mended; after that everything must hold that holds in every run. */
    void heal() {
        World world = world();
        Simulation.heal(world);
        world.witness().afterHealing();
    }

    /** The log that a node writes now. */
    static Origin log(Node node, Lane lane) {
        return Play.current(node, lane).orElseThrow();
    }

    /** Up to where a member has given receipts for a log of this node. */
    static long receipted(Node writer, Lane lane, Node member) {
        return writer.receipted.getOrDefault(new Node.From(log(writer, lane), member.party), 0L);
    }

    /** Whether the receipt of a member covers all that a node has written. */
    static boolean isReceipted(Node writer, Lane lane, Node member) {
        return receipted(writer, lane, member) == writer.disk.size(log(writer, lane));
    }

    /** How a disk comes back. */
    enum Comes {
        /** An old copy of the whole machine, mark and all. */
        AS_IT_WAS,
        /** A restored backup: there is no mark. */
        WITHOUT_MARK,
        /** The machine ran on, and so did the mark. */
        BELOW_ITS_MARK
    }

    /** A node's process ends, its disk comes back as it was at a place, and it starts again. */
    void comesBack(Node node, int place, Comes how) {
        node.stop();
        node.disk.rollBack(place, how == Comes.AS_IT_WAS);
        switch (how) {
            case AS_IT_WAS -> node.disk.trust(Image.Trust.UNKNOWN);
            case WITHOUT_MARK -> {
                node.disk.trust(Image.Trust.MARK_LOST);
                node.disk.loseMark();
            }
            case BELOW_ITS_MARK -> node.disk.sameBoot();
        }
        World world = world();
        world.witness().rolledBack(node);
        world.run(300);
        node.start();
    }

    /** The cable between two nodes. */
    Cable cable(Node one, Node other) {
        return world().cables().stream()
                .filter(cable -> cable.joins(one, other))
                .findFirst()
                .orElseThrow();
    }

    /** All cables of a node are cut. */
    void cutOff(Node node) {
        World world = world();
        for (Cable cable : world.cables()) {
            if (cable.isAt(node)) {
                tamper(cable, Cable.State.CUT);
            }
        }
    }

    /** A cable behaves badly from now on. */
    void tamper(Cable cable, Cable.State state) {
        World world = world();
        cable.state = state;
        cable.upSince = world.now();
        if (state == Cable.State.CUT) {
            world.down(cable);
        }
    }

    /** All cables of a node work again. */
    void mend(Node node) {
        World world = world();
        world.cables().stream().filter(cable -> cable.isAt(node)).toList().forEach(world::mend);
    }
}
