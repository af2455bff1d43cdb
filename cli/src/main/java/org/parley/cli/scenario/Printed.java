package org.parley.cli.scenario;

import java.io.PrintWriter;
import java.time.Instant;

/** A story that nobody visits, printed. */
final class Printed implements Audience {
    private final PrintWriter out;
    private final Telling telling;

    Printed(PrintWriter out) {
        this.out = out;
        this.telling = new Telling(out);
    }

    @Override
    public void gathered(Company company) {
        out.flush();
    }

    @Override
    public void opens(Chapter chapter) {
        out.println();
        out.println(chapter.no() + "  " + chapter.title());
        out.flush();
    }

    @Override
    public void happened(Instant at, String by, String text) {
        out.println(at + "  " + (by.isEmpty() ? "" : by + "  ") + text);
        out.flush();
    }

    @Override
    public void judged(Instant at, String text, Verdict verdict) {
        telling.told(at, text, verdict);
    }

    @Override
    public void waits(Waits waits, String task) {
        // Nobody visits, so nobody is waited for.
    }

    @Override
    public void failed(String why) {
        out.println(why);
        out.flush();
    }

    /** What was not met, and the sum; whether all was met. */
    boolean ends() {
        return telling.ends();
    }
}
