package org.parley.sim;

import java.util.Locale;

/** What goes wrong on purpose. */
public enum Fault {
    /** The process ends between two steps, or in the middle of what a step was to send. */
    CRASH,
    /** The disk fails before a commit is durable: the process ends. */
    BROKEN_BEFORE_COMMIT,
    /** The disk fails after a commit became durable and before it is known: the process ends. */
    BROKEN_AFTER_COMMIT,
    /** The process ends and the disk loses its last commits, while the mark outside it knows of them. */
    LOST_SUFFIX,
    /** An old backup is restored, mark and all. */
    OLD_BACKUP,
    /** An old backup is restored while nobody can be reached. */
    OLD_BACKUP_ALONE,
    /** No cable between two nodes. */
    PARTITION,
    /** A link that swallows what is sent and tells nobody. */
    HALF_OPEN,
    /** A link that carries a byte a second. */
    SLOW,
    /** A link that carries a frame every twenty seconds. */
    STALLED,
    /** The disk is full for a while. */
    DISK_FULL,
    /** A clock jumps by up to an hour. */
    CLOCK,
    /** A party changes its keys. */
    ROTATION,
    /** A party's keys are revoked and replaced. */
    COMPROMISE,
    /** A frame arrives with a byte changed, or is no frame at all. */
    HOSTILE_FRAME,
    /** A batch is delivered twice, or an old one again. */
    STALE_FRAME,
    /** Records of kinds that nobody knows. */
    UNKNOWN_KIND,
    /** Many records at once, and a safety record behind them. */
    FLOOD,
    /** What a link would have carried comes as bundles, in any order. */
    BUNDLES,
    /** A body is erased. */
    ERASURE,
    /** Two live copies of one node, both reachable. */
    CLONE,
    /** A node shows one face to one member and another face to the next. */
    EQUIVOCATION;

    /** As it is written on the command line: {@code old-backup}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
