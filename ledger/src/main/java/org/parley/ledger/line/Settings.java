package org.parley.ledger.line;

import java.util.function.IntFunction;
import org.parley.ledger.Bytes;

/**
 * What the shell decides for a ledger.
 *
 * @param incarnation 16 random bytes of this run
 * @param softwareVersion least and greatest version of the protocol that this node speaks
 * @param fenceWait how long after a start the other members are waited for, ms
 * @param lineCheck after how long a held log is cosigned afresh though nothing happened, ms
 * @param lastingEvery after how long the newest head of a log of ours is made a lasting one, ms: an ML-DSA-44 signature has
 *     2.4 KB and costs what fifty others cost
 * @param pingEvery how often a link is asked whether it lives, ms
 * @param pongWithin a link that answers no ping for so long is closed, ms
 * @param clockBound an offset of a member's clock beyond which both sides are alarmed, ms
 * @param random random bytes, so many
 */
public record Settings(
        Bytes incarnation,
        Versions softwareVersion,
        long fenceWait,
        long lineCheck,
        long lastingEvery,
        long pingEvery,
        long pongWithin,
        long clockBound,
        IntFunction<Bytes> random) {

    /** The versions of the line protocol that a node speaks. */
    public record Versions(int least, int greatest) {
        /** This version alone. */
        public static final Versions CURRENT = new Versions(1, 1);
    }

    /** What suits a desk: two seconds for the fence, five minutes for the line check and for lasting heads. */
    public static Settings usual(Bytes incarnation, IntFunction<Bytes> random) {
        return new Settings(incarnation, Versions.CURRENT, 2_000, 300_000, 300_000, 10_000, 30_000, 5_000, random);
    }

    /** The same, but other members are waited for at most so long after a start, ms. */
    public Settings waitingAtMost(long wait) {
        return new Settings(
                incarnation, softwareVersion, wait, lineCheck, lastingEvery, pingEvery, pongWithin, clockBound, random);
    }

    /** The same, but for the versions of the protocol. */
    public Settings speaking(Versions versions) {
        return new Settings(
                incarnation, versions, fenceWait, lineCheck, lastingEvery, pingEvery, pongWithin, clockBound, random);
    }

    /** The same, but the newest head is made a lasting one after so long, ms. */
    public Settings lastingEvery(long interval) {
        return new Settings(
                incarnation,
                softwareVersion,
                fenceWait,
                lineCheck,
                interval,
                pingEvery,
                pongWithin,
                clockBound,
                random);
    }
}
