package org.parley.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.parley.cli.Exit;
import org.parley.ledger.canonical.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley lines}: the lines of a node. */
@Command(
        name = "lines",
        description =
                "Shows each line with its members, the sizes of their logs, which links work, and whether ours may be"
                        + " signed. Reads; a folder that nobody serves is opened for that moment.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  parley lines azure --json"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:the folder is not there"})
public final class LinesCommand extends NodeCommand {
    @Parameters(paramLabel = "DIR", description = "The node's folder.")
    private Path folder;

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    /** Made by picocli. */
    public LinesCommand() {}

    @Override
    int run() throws IOException, InterruptedException {
        ask(folder, request("lines"), this::told);
        return Exit.DONE;
    }

    private void told(Json.Obj line) {
        if (json) {
            print(line);
            return;
        }
        boolean isPrivate = line.require("private").flag();
        out().println(line.require("line").text() + (isPrivate ? "  private" : ""));
        for (Json each : line.require("members").array()) {
            Json.Obj member = each.object();
            String sizes = member.require("logs").array().stream()
                    .map(Json::object)
                    .map(log -> log.require("log").text() + " "
                            + log.require("epoch").text() + ": "
                            + log.require("size").integer())
                    .collect(Collectors.joining(", "));
            out().println("  " + member.require("party").text() + "  " + place(member) + "  " + sizes);
        }
        line.get("fence").map(Json::object).ifPresent(fence -> {
            String why = fence.require("why").text();
            out().println("  our logs: " + fence.require("state").text() + (why.isEmpty() ? "" : ", " + why));
        });
    }

    private static String place(Json.Obj member) {
        if (member.require("self").flag()) {
            return "this node";
        }
        String dialled =
                member.get("dialled").map(at -> ", dialled at " + at.text()).orElse("");
        return (member.require("linked").flag() ? "linked" : "not linked") + dialled;
    }
}
