package org.parley.sim;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.parley.ledger.crypto.Signatures;

/** One seed: a world, a play with faults, healing, and what must hold then. */
final class Simulation {
    /** Faults that make other rules hold afterwards: never mixed with the rest. */
    private static final Set<Fault> ALONE = EnumSet.of(Fault.CLONE, Fault.EQUIVOCATION);

    /** In every fourth seed so many steps end with a crash between two effects. */
    private static final double CRASHES_WITHIN = 0.01;

    private static final int LEAST_EVENTS = 500;
    private static final int LEAST_FAULTS = 5;

    /** Where so many rounds bring no faults, none is possible: better too few are counted than that it never ends. */
    private static final int MOST_ROUNDS = 2_000;

    /** After so many rounds a picture is looked at: not after each, which would take most of the time. */
    private static final int LOOKED_AT = 16;

    private final long seed;
    private final int nodes;
    private final Optional<Fault> only;
    private final Bug bug;

    /**
     * A run of this seed.
     *
     * @param nodes how many, or 0 for as many as the seed says
     * @param only this fault alone, or all kinds
     */
    Simulation(long seed, int nodes, Optional<Fault> only, Bug bug) {
        this.seed = seed;
        this.nodes = nodes;
        this.only = only;
        this.bug = bug;
    }

    Outcome run(Signatures stub) {
        SplittableRandom random = new SplittableRandom(seed);
        int least = only.equals(Optional.of(Fault.EQUIVOCATION)) ? 3 : 2;
        int count = nodes > 0 ? nodes : Math.max(least, 2 + random.nextInt(random.nextInt(4) == 0 ? 4 : 2));
        World world = new World(random, stub, count, bug);
        List<String> broken = new ArrayList<>();
        try {
            play(world, random);
            heal(world);
            world.witness().afterHealing();
        } catch (RuntimeException fault) {
            broken.add(told(fault));
        }
        broken.addAll(world.witness().broken());
        return new Outcome(
                seed,
                count,
                world.events(),
                world.faults(),
                broken,
                world.witness().slowestSafety(),
                world.lines());
    }

    /** What was thrown, and where. */
    static String told(RuntimeException fault) {
        return "EXCEPTION " + fault + " at "
                + Stream.of(fault.getStackTrace()).limit(4).toList();
    }

    private void play(World world, SplittableRandom random) {
        world.crashChance(random.nextInt(4) == 0 ? CRASHES_WITHIN : 0);
        world.run(3_000);
        Play play = new Play(world);
        List<Fault> kinds = kinds(world, random);
        for (int i = 0; i < MOST_ROUNDS && (world.events() < LEAST_EVENTS || count(world) < LEAST_FAULTS); i++) {
            play.traffic();
            if (random.nextInt(4) == 0) {
                play.fault(kinds.get(random.nextInt(kinds.size())));
            }
            world.run(100 + random.nextInt(1_500));
            if (i % LOOKED_AT == LOOKED_AT - 1) {
                world.witness().pictures().isAsFromNothing(play.any());
            }
        }
    }

    private List<Fault> kinds(World world, SplittableRandom random) {
        if (only.isPresent()) {
            return List.of(only.get());
        }
        List<Fault> mixed = new ArrayList<>(List.of(Fault.values()));
        mixed.removeAll(ALONE);
        if (random.nextInt(12) == 0) {
            return world.nodes().size() > 2 && random.nextBoolean()
                    ? List.of(Fault.EQUIVOCATION, Fault.PARTITION, Fault.CRASH)
                    : List.of(Fault.CLONE, Fault.PARTITION, Fault.CRASH);
        }
        return mixed;
    }

    private int count(World world) {
        if (only.isPresent()) {
            return world.faults().getOrDefault(only.get(), 0);
        }
        return world.faults().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Cables are mended, disks work, clocks stay as they are, everybody runs: after that, quiet. */
    static void heal(World world) {
        world.crashChance(0);
        world.run(45_000);
        world.cables().stream().filter(cable -> cable.state != Cable.State.GOOD).forEach(world::mend);
        for (Node node : world.nodes()) {
            node.disk.next(MemoryDisk.Next.WORKS);
            if (!node.isUp()) {
                node.disk.sameBoot();
                node.start();
            }
        }
        world.run(60_000);
        new Play(world).everybodySpeaks();
        world.run(20_000);
    }
}
