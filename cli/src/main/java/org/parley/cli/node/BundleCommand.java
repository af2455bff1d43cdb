package org.parley.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import org.parley.cli.Exit;
import org.parley.ledger.canonical.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley bundle}: a line in a file. */
@Command(
        name = "bundle",
        description = "Carries a line in files, where there is no network: by stick, mail or diode.",
        mixinStandardHelpOptions = true,
        subcommands = {BundleCommand.Export.class, BundleCommand.Import.class},
        footer = {
            "%nExample:",
            "  parley bundle export azure 4f0c monday.bundle",
            "  parley bundle import birch monday.bundle"
        })
public final class BundleCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Made by picocli. */
    public BundleCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command: export or import");
    }

    /** {@code parley bundle export}. */
    @Command(
            name = "export",
            description =
                    "Writes all that the node holds of a line into a file. A folder that nobody serves is opened for"
                            + " that moment.",
            mixinStandardHelpOptions = true,
            footer = {"%nExample:", "  parley bundle export azure 4f0c monday.bundle"})
    static final class Export extends NodeCommand {
        @Parameters(index = "0", paramLabel = "DIR", description = "The node's folder.")
        private Path folder;

        @Parameters(index = "1", paramLabel = "LINE", description = "The line, or how its name begins.")
        private String line;

        @Parameters(index = "2", paramLabel = "FILE", description = "Where it is written; it must not be there.")
        private Path file;

        @Option(names = "--json", description = "Answer in JSON.")
        private boolean json;

        @Override
        int run() throws IOException, InterruptedException {
            Json.Builder request = request("bundle-export")
                    .put("line", line)
                    .put("file", file.toAbsolutePath().toString());
            ask(folder, request, item -> {
                if (json) {
                    print(item);
                } else {
                    out().println(item.require("entries").integer() + " entries and "
                            + item.require("receipts").integer() + " receipts are in " + file);
                }
            });
            return Exit.DONE;
        }
    }

    /** {@code parley bundle import}. */
    @Command(
            name = "import",
            description =
                    "Takes in what a bundle holds, as if it had come over a link; in any order, any number of times."
                            + " A folder that nobody serves is opened for that moment.",
            mixinStandardHelpOptions = true,
            footer = {"%nExample:", "  parley bundle import birch monday.bundle"})
    static final class Import extends NodeCommand {
        @Parameters(index = "0", paramLabel = "DIR", description = "The node's folder.")
        private Path folder;

        @Parameters(index = "1", paramLabel = "FILE", description = "The bundle.")
        private Path file;

        @Option(names = "--json", description = "Answer in JSON.")
        private boolean json;

        @Override
        int run() throws IOException, InterruptedException {
            Json.Builder request =
                    request("bundle-import").put("file", file.toAbsolutePath().toString());
            ask(folder, request, item -> {
                if (json) {
                    print(item);
                } else {
                    out().println(item.require("told").text());
                }
            });
            return Exit.DONE;
        }
    }
}
