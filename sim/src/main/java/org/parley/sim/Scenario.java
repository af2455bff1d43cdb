package org.parley.sim;

import java.util.Locale;
import org.parley.ledger.crypto.Signatures;

/** Cases that must each be survived, with a name: what happens is fixed, and the seed decides details only. */
public enum Scenario {
    RESTORE_WITH_PEER("an old backup is restored, and the peer gives back what it lacks"),
    RESTORE_ALONE("an old backup is restored while nobody can be reached: a successor epoch"),
    RESTORE_BOTH("an old backup is restored, and then the peer's too, which held what it lacks: a successor epoch"),
    RESUME_ALONE("a clean stop and a start while nobody can be reached: the same epoch"),
    LOST_SUFFIX("a disk loses its last commits, which the peer holds, and then some that nobody holds"),
    KILLED_SENDER("the sender is killed at every commit and at every effect of a short exchange"),
    KILLED_RECEIVER("the receiver is killed at every commit and at every effect of a short exchange"),
    TWO_LIVE_COPIES("two live copies of one node, both reachable: both are fenced"),
    EQUIVOCATION("one of three shows two faces: proof everywhere, its main log frozen, all else goes on"),
    HOUR_OF_PARTITION("an hour without a cable, 10,000 records a side"),
    HALF_OPEN_PEER("a link swallows what is sent and tells nobody"),
    STALLED_PEER("a link carries a frame every twenty seconds"),
    SLOW_PEER("a link carries one byte a second, and 12,000 records wait for it"),
    DISK_FULL("a disk is full for a while and has room again, without a restart"),
    FSYNC_ERROR("a commit fails, and whether it was durable nobody knows"),
    CLOCK_JUMPS("clocks jump an hour forward and an hour back"),
    CLOCKS_APART("the clocks of two peers are ten minutes apart"),
    KEY_ROTATION("keys change again and again in traffic"),
    KEY_COMPROMISE("a thief writes with stolen keys, and they are revoked in traffic"),
    HOSTILE_FRAMES("changed, old, lying and meaningless frames and bundles"),
    VERSION_SKEW("a peer of another version, and kinds of records that nobody knows"),
    BACKLOG_AND_SAFETY("a backlog of 10,000 records, and a safety record behind it"),
    FLOOD_AND_SAFETY("more records at once than may wait, and a safety record behind them");

    /** How a scenario goes. */
    interface Script {
        void play(Scene scene);
    }

    private final String about;

    Scenario(String about) {
        this.about = about;
    }

    private Script script() {
        return switch (this) {
            case RESTORE_WITH_PEER -> Restores::withPeer;
            case RESTORE_ALONE -> Restores::alone;
            case RESTORE_BOTH -> Restores::both;
            case RESUME_ALONE -> Restores::resumeAlone;
            case LOST_SUFFIX -> Restores::suffix;
            case KILLED_SENDER -> Kills::sender;
            case KILLED_RECEIVER -> Kills::receiver;
            case TWO_LIVE_COPIES -> Copies::twoLive;
            case EQUIVOCATION -> Copies::faces;
            case HOUR_OF_PARTITION -> Partitions::hour;
            case HALF_OPEN_PEER -> BadCables::halfOpen;
            case STALLED_PEER -> BadCables::stalled;
            case SLOW_PEER -> BadCables::slow;
            case DISK_FULL -> BadDisks::full;
            case FSYNC_ERROR -> BadDisks::fsync;
            case CLOCK_JUMPS -> Clocks::jumps;
            case CLOCKS_APART -> Clocks::apart;
            case KEY_ROTATION -> KeyChanges::rotation;
            case KEY_COMPROMISE -> KeyChanges::compromise;
            case HOSTILE_FRAMES -> HostileFrames::all;
            case VERSION_SKEW -> Versions::skew;
            case BACKLOG_AND_SAFETY -> Floods::backlog;
            case FLOOD_AND_SAFETY -> Floods::flood;
        };
    }

    /** What happens, in one line. */
    public String about() {
        return about;
    }

    Outcome run(long seed, Signatures stub, Bug bug) {
        Scene scene = new Scene(seed, stub, bug);
        try {
            script().play(scene);
        } catch (RuntimeException fault) {
            scene.expect(false, Simulation.told(fault));
        }
        return scene.outcome();
    }

    /** As it is written on the command line: {@code half-open-peer}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
