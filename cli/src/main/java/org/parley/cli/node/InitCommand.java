package org.parley.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.cli.BadInput;
import org.parley.cli.Exit;
import org.parley.ledger.PartyName;
import org.parley.node.NodeFolder;
import org.parley.node.home.Identity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley init}: the folder of a new node. */
@Command(
        name = "init",
        description = "Makes the folder of a new node: its keys, its name, and its private line.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  parley init azure --party AZURE --root /media/stick/azure-root.key"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:the folder is not empty, or something else that was given cannot be used"})
public final class InitCommand extends NodeCommand {
    @Parameters(paramLabel = "DIR", description = "The folder; it must be empty, or not be there.")
    private Path folder;

    @Option(
            names = "--party",
            required = true,
            paramLabel = "NAME",
            description = "The code name of your party, as BIRCH: a capital letter, then up to 15 more or digits.")
    private String party;

    @Option(
            names = "--root",
            paramLabel = "FILE",
            description = "Write the root key there, and not into the folder: it is needed to found lines and to rotate"
                    + " keys, and best kept off the machine.")
    private Optional<Path> root = Optional.empty();

    /** Made by picocli. */
    public InitCommand() {}

    @Override
    int run() throws IOException {
        PartyName name;
        try {
            name = new PartyName(party);
        } catch (IllegalArgumentException wrong) {
            throw new BadInput("--party " + party + ": " + wrong.getMessage(), "write it like BIRCH");
        }
        Identity identity = NodeFolder.create(folder, name, root, options());
        out().println(name + " is in " + folder + ", its private line is " + identity.privateLine());
        out().println("root key " + identity.rootKey());
        out().println(root.map(file -> "its secret half is in " + file + ": keep it off this machine")
                .orElse("its secret half is in " + folder + "/keys/root.key: move that file off this machine;"
                        + " it is needed only to found lines and to rotate keys"));
        return Exit.DONE;
    }
}
