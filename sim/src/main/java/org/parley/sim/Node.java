package org.parley.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Event;
import org.parley.ledger.line.Ledger;
import org.parley.ledger.line.Now;
import org.parley.ledger.line.Settings;
import org.parley.ledger.line.Settings.Versions;

/** One node: the real ledger, and around it what a process has: an inbox, a disk that fails, a clock that is wrong. */
final class Node {
    /** Runs last some minutes: lasting heads come more often than at a desk. */
    private static final long LASTING_EVERY = 15_000;

    /** What the node was told to be durable, and by whom. */
    record Acknowledged(Origin origin, long index, Hash leaf, long saidAt, boolean safety) {}

    final World world;
    final PartyName party;
    final Keys keys;
    final int number;
    MemoryDisk disk;
    long clockOffset;
    Versions versions = Versions.CURRENT;
    boolean isTwin;
    final List<Event> inbox = new ArrayList<>();
    final Map<Long, Long> askedAt = new HashMap<>();
    final List<Acknowledged> acknowledged = new ArrayList<>();
    final Map<Effect.Cause, Integer> alarms = new HashMap<>();
    private Optional<Ledger> ledger = Optional.empty();
    private boolean scheduled;
    private int run;

    Node(World world, int number, PartyName party, Keys keys, MemoryDisk disk) {
        this.world = world;
        this.number = number;
        this.party = party;
        this.keys = keys;
        this.disk = disk;
    }

    boolean isUp() {
        return ledger.isPresent();
    }

    /** The pin of the certificate that this node shows. */
    Hash pin() {
        return keys.pin();
    }

    /** The serial of the next key set, where this disk knows the newest. */
    Optional<Integer> nextSerial() {
        int durable = disk.ownKeySets(world.line());
        return Optional.of(durable + 1).filter(next -> keys.newest() == durable && inbox.isEmpty());
    }

    /** Root-signed notes lie beside the keys, where no backup reaches: the officer hands over what an old disk lacks. */
    void handOverKeys() {
        if (isUp() && disk.ownKeySets(world.line()) < keys.newest()) {
            tell(new Event.Import(world.ticket(), keys.handedOut(world.line())));
        }
    }

    private Now clocks() {
        return new Now(world.now() + clockOffset, world.now());
    }

    /** The process begins. */
    void start() {
        Bytes incarnation = world.bytes(16);
        Settings settings = world.bug()
                .settings(Settings.usual(incarnation, world::bytes)
                        .speaking(versions)
                        .lastingEvery(LASTING_EVERY));
        ledger = Optional.of(new Ledger(disk, world.signatures(this), keys::secret, settings, clocks()));
        run++;
        inbox.clear();
        scheduled = false;
        tick(run);
        world.dialAll(this);
    }

    /** The process ends at once. */
    void stop() {
        ledger = Optional.empty();
        disk.processEnds();
        inbox.clear();
        askedAt.clear();
        world.linksLost(this);
    }

    private void tick(int ofRun) {
        if (isUp() && ofRun == run) {
            tell(new Event.Tick());
            world.in(1_000, () -> tick(ofRun));
        }
    }

    /** Puts an event in the inbox; what waits becomes one step a moment later. */
    void tell(Event event) {
        if (!isUp()) {
            return;
        }
        inbox.add(event);
        if (!scheduled) {
            scheduled = true;
            int ofRun = run;
            world.in(world.random().nextInt(4), () -> {
                if (ofRun == run && isUp()) {
                    step();
                }
            });
        }
    }

    private void step() {
        scheduled = false;
        List<Event> events = List.copyOf(inbox);
        inbox.clear();
        world.counted(events.size());
        List<Effect> effects;
        try {
            effects = ledger.orElseThrow().step(clocks(), events);
        } catch (Disk.Broken broken) {
            keys.durable(disk.ownKeySets(world.line()));
            crash();
            return;
        }
        keys.durable(disk.ownKeySets(world.line()));
        int all = effects.size();
        int until = all > 0 && world.crashesWithin(this) ? world.random().nextInt(all) : all;
        for (Effect effect : effects.subList(0, until)) {
            if (isUp()) {
                carryOut(effect);
            }
        }
        if (until < all) {
            crash();
        }
    }

    /** The process ends, and is started again after a while: same boot, nothing that was committed is lost. */
    void crash() {
        stop();
        disk.next(MemoryDisk.Next.WORKS);
        disk.sameBoot();
        world.in(200 + world.random().nextInt(3_000), () -> {
            if (!isUp()) {
                start();
            }
        });
    }

    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Said said -> {
                Long asked = askedAt.remove(said.ticket());
                boolean safety = said.origin().lane() == Lane.SAFETY;
                acknowledged.add(new Acknowledged(
                        said.origin(), said.index(), said.leaf(), asked == null ? world.now() : asked, safety));
                if (safety) {
                    world.witness().safetySaid(this, said);
                }
            }
            case Effect.Send send -> world.send(this, send);
            case Effect.Close close -> {
                world.trace(this, "closes a link: " + close.why());
                world.closed(this, close.link());
            }
            case Effect.Alarm alarm -> {
                alarms.merge(alarm.cause(), 1, Integer::sum);
                world.trace(this, alarm.cause() + ": " + alarm.text());
            }
            case Effect.FenceChanged fence -> world.trace(this, "fence " + fence.state() + " " + fence.why());
            case Effect.RefusedRequest refused -> askedAt.remove(refused.ticket());
            case Effect.Receipted receipted -> world.receipted(this, receipted);
            case Effect.Done done -> world.trace(this, "done " + done.what());
            case Effect.Appended appended -> world.counted(appended.entries().isEmpty() ? 1 : 0);
            case Effect.Signed _, Effect.LineChanged _ -> {}
            case Effect.Linked linked -> world.trace(this, "linked with " + linked.party());
            case Effect.ClockOffset offset -> world.trace(this, "clock of " + offset.party() + " " + offset.offset());
        }
    }

    @Override
    public String toString() {
        return party + (isTwin ? "'" : "");
    }
}
