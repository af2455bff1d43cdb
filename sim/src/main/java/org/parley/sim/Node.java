package org.parley.sim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Agenda;
import org.parley.ledger.line.Disk;
import org.parley.ledger.line.Effect;
import org.parley.ledger.line.Event;
import org.parley.ledger.line.Fence;
import org.parley.ledger.line.Frame;
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

    /** Whose receipts of which log. */
    record From(Origin origin, PartyName member) {}

    final World world;
    final PartyName party;
    final Keys keys;
    final int number;
    final Desk desk;
    MemoryDisk disk;
    long clockOffset;
    Versions versions = Versions.CURRENT;
    boolean isTwin;
    Bug bug;
    final Map<Long, Long> askedAt = new HashMap<>();
    final List<Acknowledged> acknowledged = new ArrayList<>();
    final Map<Effect.Cause, Integer> alarms = new EnumMap<>(Effect.Cause.class);
    final Map<Refused.Reason, Integer> refusals = new EnumMap<>(Refused.Reason.class);
    /** Up to where a member's receipt of this node's logs came, whether or not it is stored yet. */
    final Map<From, Long> receipted = new HashMap<>();

    private final Agenda agenda = new Agenda();
    private Optional<Ledger> ledger = Optional.empty();
    private boolean scheduled;
    private int run;
    private long effects;
    private long killAt = -1;
    private final Set<Long> forgetting = new HashSet<>();
    private final Set<PartyName> heard = new HashSet<>();

    /** Whether its logs may be signed, as it said last. */
    private Fence.State fence = Fence.State.ASKING;

    Node(World world, int number, PartyName party, Keys keys, MemoryDisk disk) {
        this.world = world;
        this.number = number;
        this.party = party;
        this.keys = keys;
        this.disk = disk;
        this.desk = new Desk(world, this);
        this.bug = world.bug();
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
        return Optional.of(durable + 1).filter(next -> keys.newest() == durable && agenda.isEmpty());
    }

    private Now clocks() {
        return new Now(world.now() + clockOffset, world.now());
    }

    Fence.State fence() {
        return fence;
    }

    /** Whether a node has said in this run what it holds. */
    boolean heardFrom(Node other) {
        return heard.contains(other.party);
    }

    /** The process begins. What the root key signed lies beside the keys, where no backup reaches: an old disk learns it again. */
    void start() {
        Bytes incarnation = world.bytes(16);
        Settings settings = bug.settings(
                Settings.usual(incarnation, world::bytes).speaking(versions).lastingEvery(LASTING_EVERY));
        ledger = Optional.of(new Ledger(disk, world.signatures(this), keys::secret, settings, clocks()));
        world.witness().cosigners().started(this);
        fence = Fence.State.ASKING;
        desk.begin();
        forgetting.clear();
        heard.clear();
        run++;
        agenda.clear();
        scheduled = false;
        if (lacksKeys()) {
            tell(new Event.Import(world.ticket(), keys.handedOut(world.line())));
        }
        int thisRun = run;
        tell(new Event.Tick());
        world.in(1_000, () -> tick(thisRun));
        world.dialAll(this);
    }

    /** The process ends at once. */
    void stop() {
        ledger = Optional.empty();
        disk.processEnds();
        agenda.clear();
        askedAt.clear();
        world.linksLost(this);
    }

    private boolean lacksKeys() {
        return keys.newest() > Math.max(1, disk.ownKeySets(world.line()));
    }

    /** Where its keys cannot be learned again, because the disk is full, it does not start; somebody tries it again. */
    private void tick(int ofRun) {
        if (isUp() && ofRun == run && lacksKeys()) {
            crash();
        } else if (isUp() && ofRun == run) {
            tell(new Event.Tick());
            world.in(1_000, () -> tick(ofRun));
        }
    }

    /** Puts an event in the inbox; what waits becomes one step a moment later. */
    void tell(Event event) {
        if (!isUp()) {
            return;
        }
        if (event instanceof Event.Forget forget) {
            forgetting.add(forget.ticket());
        }
        if (event instanceof Event.Say say) {
            wait(say);
        } else {
            agenda.put(Agenda.Item.of(event, () -> {}));
        }
        schedule();
    }

    /** A frame of so many bytes came over a link. */
    void came(long link, Frame frame, int bytes) {
        if (isUp()) {
            agenda.put(Agenda.Item.came(new Event.Came(link, frame), bytes, () -> {}));
            schedule();
        }
    }

    private void wait(Event.Say say) {
        try {
            agenda.say(say);
        } catch (Refused refused) {
            refused(say.ticket(), refused.reason());
        }
    }

    private void refused(long ticket, Refused.Reason reason) {
        askedAt.remove(ticket);
        refusals.merge(reason, 1, Integer::sum);
    }

    private void schedule() {
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
        List<Event> events = agenda.take().events(false);
        world.counted(events.size());
        List<Effect> effects;
        try {
            effects = ledger.orElseThrow().step(clocks(), events);
        } catch (Disk.Broken broken) {
            disk.contradiction().ifPresent(what -> world.witness().contradicted(this, what));
            keys.durable(disk.ownKeySets(world.line()));
            crash();
            return;
        }
        world.witness().cosigners().stepped(this, effects);
        keys.durable(disk.ownKeySets(world.line()));
        int all = effects.size();
        int until = all > 0 && world.crashesWithin(this) ? world.random().nextInt(all) : killedAfter(all);
        for (Effect effect : effects.subList(0, until)) {
            if (isUp()) {
                carryOut(effect);
            }
        }
        if (until < all) {
            crash();
        } else if (isUp() && !agenda.isEmpty()) {
            schedule();
        }
    }

    /** The process is killed before it carries out the effect with this number from now, 0 being the next. */
    void killAt(long effect) {
        killAt = effects + effect;
    }

    /** How many effects were carried out in all. */
    long effects() {
        return effects;
    }

    /** How often the process was started. */
    int runs() {
        return run;
    }

    private int killedAfter(int all) {
        boolean killed = killAt >= effects && killAt < effects + all;
        int until = killed ? (int) (killAt - effects) : all;
        effects += until;
        if (killed) {
            killAt = -1;
        }
        return until;
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
            case Effect.FenceChanged changed -> {
                fence = changed.state();
                world.trace(this, "fence " + changed.state() + " " + changed.why());
            }
            case Effect.RefusedRequest refused -> refused(refused.ticket(), refused.reason());
            case Effect.Receipted came -> {
                receipted.merge(new From(came.origin(), came.member()), came.size(), Math::max);
                desk.receipted(came);
                world.receipted(this, came);
            }
            case Effect.Done done -> {
                world.trace(this, "done " + done.what());
                if (forgetting.remove(done.ticket())) {
                    desk.foldAnew();
                }
            }
            case Effect.Appended appended -> {
                world.counted(appended.entries().isEmpty() ? 1 : 0);
                desk.appended(appended.origin());
            }
            case Effect.LineChanged _ -> desk.foldAnew();
            case Effect.Signed _ -> {}
            case Effect.Linked linked -> {
                heard.add(linked.party());
                world.trace(this, "linked with " + linked.party());
            }
            case Effect.ClockOffset offset -> world.trace(this, "clock of " + offset.party() + " " + offset.offset());
        }
    }

    @Override
    public String toString() {
        return party + (isTwin ? "'" : "");
    }
}
