package org.parley.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import org.parley.cli.Exit;
import org.parley.ledger.canonical.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley erase}: what one record of ours said, gone from this node. */
@Command(
        name = "erase",
        description =
                "Erases what one record of ours said, on this node: person, place and text go, and who wrote it when and"
                        + " that it was said stays, with every proof and receipt. Other members keep theirs; earlier"
                        + " backups and bundles keep it too. It cannot be undone.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  parley erase azure 4f0c AZURE-17"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:there is no such record of ours"})
public final class EraseCommand extends NodeCommand {
    @Parameters(index = "0", paramLabel = "DIR", description = "The node's folder.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "LINE", description = "The line, or how its name begins.")
    private String line;

    @Parameters(index = "2", paramLabel = "RECORD", description = "Its whole name, as AZURE-17.")
    private String record;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    /** Made by picocli. */
    public EraseCommand() {}

    @Override
    int run() throws IOException, InterruptedException {
        Json.Builder request = request("erase").put("line", line).put("record", record);
        ask(folder, request, item -> {
            if (json) {
                print(item);
            } else {
                out().println(record + " is erased here; other members keep theirs");
            }
        });
        return Exit.DONE;
    }
}
