package org.parley.cli.demo;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.parley.cli.check.read.Plans;
import org.parley.cli.check.search.Conflict;
import org.parley.space.separation.Separation;

/** The conflicts of the demo as lines of text. */
final class DemoTable {
    private static final String LINE = "%4s  %-16s %-16s %10s %10s %8s  %-20s%n";

    private DemoTable() {}

    static void write(PrintWriter out, List<Conflict> conflicts, Plans plans) {
        out.printf(LINE, "No.", "FIRE", "TANKER", "horizontal", "vertical", "time", "from (UTC)");
        for (int i = 0; i < conflicts.size(); i++) {
            Conflict conflict = conflicts.get(i);
            Separation separation = conflict.separation();
            out.printf(
                    LINE,
                    i + 1,
                    conflict.first().id().activity(),
                    conflict.second().id().activity(),
                    "%.0f m".formatted(separation.horizontalMetres()),
                    "%.0f m".formatted(separation.vertical().metres()),
                    "%d s".formatted(separation.timeGap() / 1000),
                    Instant.ofEpochMilli(separation.from()));
        }
        out.printf(
                "%n%d conflicts found among the %,d volumes given (%d activities, %d parties); 0 where they meet.%n",
                conflicts.size(), plans.volumes(), plans.activities().size(), plans.parties());
        out.println("This is not a clearance.");
    }
}
