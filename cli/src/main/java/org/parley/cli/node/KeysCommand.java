package org.parley.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import org.parley.cli.Exit;
import org.parley.ledger.canonical.Json;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code rotate} and {@code revoke} have in common: the root key signs something about our keys on a line. */
abstract class KeysCommand extends NodeCommand {
    @Parameters(index = "0", paramLabel = "DIR", description = "The node's folder.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "LINE", description = "The line, or how its name begins.")
    private String line;

    @Option(names = "--root", required = true, paramLabel = "FILE", description = "The file of the root key.")
    private Path root;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    /** What is asked for. */
    abstract String what();

    /** What is so now, of a line with its whole name. */
    abstract String told(String line);

    final Path folder() {
        return folder;
    }

    final Path root() {
        return root;
    }

    @Override
    final int run() throws IOException, InterruptedException {
        Json.Builder request = request(what()).put("line", line).put("root", RootFile.seed(folder, root, options()));
        ask(folder, request, item -> {
            if (json) {
                print(item);
            } else {
                out().println(told(item.require("line").text()));
            }
        });
        return Exit.DONE;
    }
}
