package org.parley.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import org.parley.cli.Exit;
import org.parley.ledger.canonical.Json;
import org.parley.node.Backups;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley backup}: a copy of the database. */
@Command(
        name = "backup",
        description =
                "Writes a copy of the node's database, of one moment, while it is served or not. Keys are not in it:"
                        + " copy keys/ to another place, once.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  parley backup azure /backups/azure-monday.db"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:the folder is not there, or the file is"})
public final class BackupCommand extends NodeCommand {
    @Parameters(index = "0", paramLabel = "DIR", description = "The node's folder.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "FILE", description = "Where it is written; it must not be there.")
    private Path file;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    /** Made by picocli. */
    public BackupCommand() {}

    @Override
    int run() throws IOException {
        Backups.write(folder, file);
        if (json) {
            print(Json.Obj.builder()
                    .put("folder", folder.toString())
                    .put("file", file.toString())
                    .build());
        } else {
            out().println("the database of " + folder + " is in " + file + "; its keys are not");
        }
        return Exit.DONE;
    }
}
