package org.parley.cli.check.report;

import java.io.PrintWriter;
import org.parley.cli.check.search.Conflict;
import org.parley.cli.check.search.Match;

/** One JSON object a line: conflicts, then matches. */
public final class NdjsonReport implements Report<String> {
    private final PrintWriter out;
    private final ConflictJson json;

    public NdjsonReport(PrintWriter out, Suggestions suggestions) {
        this.out = out;
        this.json = new ConflictJson(suggestions);
    }

    @Override
    public void begin(Summary summary) {}

    @Override
    public String prepare(Conflict conflict) {
        return json.conflict(conflict);
    }

    @Override
    public void conflict(String prepared) {
        out.print(prepared + '\n');
    }

    @Override
    public void match(Match match) {
        out.print(ConflictJson.match(match) + '\n');
    }

    @Override
    public void end(long conflicts, long matches) {}
}
