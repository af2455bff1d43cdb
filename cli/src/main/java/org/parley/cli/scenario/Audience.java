package org.parley.cli.scenario;

import java.time.Instant;

/** Who is told a story. */
interface Audience {
    /** What the story waits for. */
    enum Waits {
        /** Nothing: it is being played. */
        PLAYING,
        /** The visitor, who is to say something at the console. */
        VISITOR,
        /** The visitor, who looks, and then goes on. */
        NEXT
    }

    /** These two nodes play from now on. */
    void gathered(Company company);

    void opens(Chapter chapter);

    /** Something happened, by this party's script, by the visitor, or by nobody. */
    void happened(Instant at, String by, String text);

    /** What became of something that was expected. */
    void judged(Instant at, String text, Verdict verdict);

    /** What the story waits for now; the task of the visitor, in words. */
    void waits(Waits waits, String task);

    /** The story cannot go on; it can be begun anew. */
    void failed(String why);
}
