package org.parley.cli.check.report;

import java.io.PrintWriter;
import org.parley.cli.BadInput;
import org.parley.cli.check.search.Conflict;
import org.parley.cli.check.search.Match;

/** One page for people who were not there. */
public final class HtmlReport implements Report<Conflict> {
    public HtmlReport(PrintWriter out, Suggestions suggestions) {
        throw new BadInput("--format html is not in this build", "use table, ndjson, geojson or count");
    }

    @Override
    public void begin(Summary summary) {}

    @Override
    public Conflict prepare(Conflict conflict) {
        return conflict;
    }

    @Override
    public void conflict(Conflict prepared) {}

    @Override
    public void match(Match match) {}

    @Override
    public void end(long conflicts, long matches) {}
}
