package org.parley.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.cli.BadInput;
import org.parley.cli.Exit;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.node.NodeFolder;
import org.parley.node.home.Identity;
import org.parley.node.keys.OneKey;
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

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

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
        Path secret = root.orElse(folder.resolve("keys").resolve(OneKey.ROOT + ".key"));
        if (json) {
            print(Json.Obj.builder()
                    .put("party", name.name())
                    .put("folder", folder.toString())
                    .put("private-line", identity.privateLine().hex())
                    .put("root", identity.rootKey().toString())
                    .put("root-file", secret.toString())
                    .build());
            return Exit.DONE;
        }
        out().println(name + " is in " + folder + ", its private line is " + identity.privateLine());
        out().println("root key " + identity.rootKey());
        out().println("its secret half is in " + secret
                + (root.isPresent()
                        ? ": keep it off this machine"
                        : ": move that file off this machine; it is needed only to found lines, to rotate and to"
                                + " revoke keys"));
        return Exit.DONE;
    }
}
