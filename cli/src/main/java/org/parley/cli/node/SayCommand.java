package org.parley.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.cli.Exit;
import org.parley.ledger.canonical.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley say}: a record of kind {@code text}. */
@Command(
        name = "say",
        description =
                "Says something on a line, as a record of kind text. Answers with its name, the hash of its leaf and"
                        + " its time when it is durable here. The folder must be served.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  parley say azure 4f0c 'runway 2 is closed' --wait=10"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is durable here; with --wait, at every other member too",
            "2:nobody serves the folder, or it was refused",
            "3:it is durable here, and not every receipt came in time"
        })
public final class SayCommand extends NodeCommand {
    private static final long SECOND = 1_000;

    @Parameters(index = "0", paramLabel = "DIR", description = "The node's folder.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "LINE", description = "The line, or how its name begins.")
    private String line;

    @Parameters(index = "2", paramLabel = "TEXT", description = "What is said.")
    private String text;

    @Option(names = "--safety", description = "Say it in the safety log, which waits for nothing.")
    private boolean safety;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "30",
            description =
                    "Wait for the receipts of all other members, at most so long (${FALLBACK-VALUE} if not said).")
    private Optional<Integer> wait = Optional.empty();

    @Option(names = "--json", description = "Answer in JSON, one object a line.")
    private boolean json;

    private boolean all = true;

    /** Made by picocli. */
    public SayCommand() {}

    @Override
    int run() throws IOException {
        Json.Builder request =
                request("say").put("line", line).put("text", text).put("log", safety ? "safety" : "main");
        wait.ifPresent(seconds -> request.put("wait", seconds * SECOND));
        askServed(folder, request, this::told);
        return all ? Exit.DONE : Exit.NOT_YET;
    }

    private void told(Json.Obj item) {
        all &= item.get("all").map(Json::flag).orElse(true);
        if (json) {
            print(item);
        } else if (item.has("record")) {
            out().println(item.require("record").text() + "  "
                    + item.require("at").text() + "  " + item.require("leaf").text());
            out().flush();
        } else {
            for (Json.Member holder : item.require("held").object().members()) {
                out().println("stored by " + holder.name() + " since "
                        + holder.value().text());
            }
            item.require("without").array().forEach(party -> out().println("no receipt yet of " + party.text()));
        }
    }
}
