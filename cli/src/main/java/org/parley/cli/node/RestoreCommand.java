package org.parley.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.cli.Exit;
import org.parley.ledger.canonical.Json;
import org.parley.node.Backups;
import org.parley.node.home.Identity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley restore}: a new folder from a backup. */
@Command(
        name = "restore",
        description =
                "Makes a new folder from a backup. It starts fenced: the other members say what it has forgotten, and"
                        + " it is fetched back. Never run it beside the node that it was copied from.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  parley restore /backups/azure-monday.db azure-new --keys azure-old"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:the backup is damaged, or the folder is not empty"})
public final class RestoreCommand extends NodeCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    private Path file;

    @Parameters(index = "1", paramLabel = "DIR", description = "The new folder; it must be empty, or not be there.")
    private Path folder;

    @Option(
            names = "--keys",
            paramLabel = "OLDDIR",
            description = "The folder whose keys and peers are taken over. Without it each line needs parley rotate.")
    private Optional<Path> old = Optional.empty();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    /** Made by picocli. */
    public RestoreCommand() {}

    @Override
    int run() throws IOException {
        Identity identity = Backups.restore(file, folder, old, options());
        if (json) {
            print(Json.Obj.builder()
                    .put("party", identity.party().name())
                    .put("folder", folder.toString())
                    .put("keys", old.isPresent())
                    .build());
        } else {
            out().println(identity.party() + " is in " + folder
                    + (old.isPresent() ? "" : ", without keys: parley rotate " + folder + " LINE --root FILE"));
        }
        return Exit.DONE;
    }
}
