package org.parley.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;

/** A command line that was run in this process: its exit code and what it printed. */
public record Ran(int code, String out, String err) {
    public static Ran of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Ran(code, out.toString(), err.toString());
    }

    /** Runs one that goes on; its exit code, when it ends. */
    public static int into(Writer out, String... args) {
        return Main.run(new PrintWriter(out), new PrintWriter(Writer.nullWriter()), args);
    }

    public List<String> lines() {
        return out.lines().toList();
    }

    /** The record that it names first. */
    public String record() {
        return lines().getFirst().replaceFirst(" .*", "");
    }

    /** All of it, for whoever wonders why. */
    @Override
    public String toString() {
        return "exit " + code + "\n" + out + err;
    }
}
