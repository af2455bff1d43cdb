package org.parley.node;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.parley.ledger.line.Disk;
import org.parley.node.journal.Journal;
import org.parley.store.Damaged;

/** The end of a process whose disk or ledger failed. */
final class LastWords {
    /** Whoever should read the journal may stand still: that must not keep the process. */
    private static final long TO_SAY_THEM = TimeUnit.SECONDS.toNanos(1);

    private static final String AGAIN =
            ": this process ends at once; start it again, it begins fenced and asks the other members";

    private LastWords() {}

    /** Says why, and ends the process without another write to its folder: the next start is fenced. */
    static void end(Throwable fault) {
        Thread.ofPlatform().name("end").daemon().start(() -> {
            LockSupport.parkNanos(TO_SAY_THEM);
            Runtime.getRuntime().halt(Options.BROKEN);
        });
        new Journal().fault(words(fault), fault);
        Runtime.getRuntime().halt(Options.BROKEN);
    }

    static String words(Throwable fault) {
        return switch (fault) {
            case Disk.Broken _ -> "the disk failed" + AGAIN;
            case Damaged damaged -> "this node's folder is damaged: " + damaged.problem();
            default -> "a fault of Parley itself" + AGAIN;
        };
    }
}
