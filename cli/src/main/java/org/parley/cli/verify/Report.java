package org.parley.cli.verify;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parley.cli.verify.audit.Findings;
import org.parley.cli.verify.audit.LogReport;
import org.parley.cli.verify.audit.LogReport.ReceiptCount;
import org.parley.cli.verify.audit.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints what was found, for people or for programs. */
record Report(String given, List<LogReport> logs, Findings findings) {
    /** The last time that Java can print. */
    private static final long LATEST = Instant.MAX.getEpochSecond();

    void text(PrintWriter out) {
        for (LogReport log : logs) {
            out.println(line(log));
        }
        findings.notes().forEach(note -> out.println("note: " + printable(note)));
        List<Problem> listed = findings.listed();
        listed.forEach(problem -> out.println("problem: " + printable(problem.toString())));
        if (findings.count() > listed.size()) {
            out.println("... and " + (findings.count() - listed.size()) + " more problems");
        }
        long count = findings.count();
        out.println(count == 0 ? "verified" : count == 1 ? "1 problem" : count + " problems");
    }

    private static String line(LogReport log) {
        StringBuilder line = new StringBuilder(printable(log.origin()));
        line.append(": ").append(count(log.size(), "entry", "entries"));
        log.voidFrom().ifPresent(from -> line.append(", void from size ").append(from));
        line.append(", ").append(count(log.heads(), "head", "heads"));
        if (log.bodies() + log.absent() > 0) {
            line.append(", ").append(count(log.bodies(), "body", "bodies"));
            line.append(log.absent() == 0 ? "" : " (" + log.absent() + " erased or absent)");
        }
        line.append(log.receipts().isEmpty() ? ", no receipts" : ", receipts:");
        String comma = " ";
        for (Map.Entry<String, ReceiptCount> member : log.receipts().entrySet()) {
            ReceiptCount of = member.getValue();
            line.append(comma)
                    .append(printable(member.getKey()))
                    .append(String.format(
                            Locale.ROOT, " %d, last of size %d at %s", of.count(), of.lastSize(), time(of)));
            comma = "; ";
        }
        line.append(log.lasting() == 0 ? "" : ", ML-DSA-44 up to size " + log.lasting());
        return line.append(", ")
                .append(count(log.problems(), "problem", "problems"))
                .toString();
    }

    private static String count(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String time(ReceiptCount of) {
        return of.lastTime() <= LATEST && of.lastTime() >= 0
                ? Instant.ofEpochSecond(of.lastTime()).toString()
                : of.lastTime() + " s after 1970";
    }

    /** What others wrote does not move the cursor. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return shown.toString();
    }

    void json(PrintWriter out) {
        JsonMapper mapper = new JsonMapper();
        ObjectNode whole = mapper.createObjectNode();
        whole.put("format", "parley/verify/1");
        whole.put("given", given);
        whole.put("verified", findings.count() == 0);
        whole.put("problems", findings.count());
        ArrayNode all = whole.putArray("logs");
        logs.forEach(log -> json(log, all.addObject()));
        ArrayNode notes = whole.putArray("notes");
        findings.notes().forEach(notes::add);
        ArrayNode listed = whole.putArray("listed");
        for (Problem problem : findings.listed()) {
            ObjectNode node = listed.addObject();
            node.put("log", problem.log());
            node.put("place", problem.place());
            node.put("what", problem.what());
            if (!problem.expected().isEmpty() || !problem.found().isEmpty()) {
                node.put("expected", problem.expected());
                node.put("found", problem.found());
            }
        }
        out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(whole));
    }

    private static void json(LogReport log, ObjectNode node) {
        node.put("origin", log.origin());
        node.put("size", log.size());
        log.voidFrom().ifPresent(from -> node.put("voidFrom", from));
        node.put("heads", log.heads());
        node.put("mlDsaSize", log.lasting());
        node.put("bodies", log.bodies());
        node.put("absent", log.absent());
        ArrayNode receipts = node.putArray("receipts");
        log.receipts()
                .forEach((member, of) -> receipts.addObject()
                        .put("member", member)
                        .put("count", of.count())
                        .put("lastSize", of.lastSize())
                        .put("lastTime", of.lastTime()));
        node.put("problems", log.problems());
    }
}
