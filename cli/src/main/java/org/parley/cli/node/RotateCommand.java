package org.parley.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.parley.cli.Exit;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.SigningKey;
import org.parley.node.Options;
import org.parley.node.keys.OneKey;
import org.parley.node.keys.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley rotate}: new keys on a line. */
@Command(
        name = "rotate",
        description =
                "Makes new keys for a line, signed by the root key, in force from the next entry on. A folder that"
                        + " nobody serves is opened for that moment. The TLS key of the node stays.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  parley rotate azure 4f0c --root /media/stick/azure-root.key"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:it was refused, or the root key cannot be read"})
public final class RotateCommand extends NodeCommand {
    @Parameters(index = "0", paramLabel = "DIR", description = "The node's folder.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "LINE", description = "The line, or how its name begins.")
    private String line;

    @Option(names = "--root", required = true, paramLabel = "FILE", description = "The file of the root key.")
    private Path root;

    /** Made by picocli. */
    public RotateCommand() {}

    @Override
    int run() throws IOException, InterruptedException {
        Options options = options();
        Vault vault = new Vault(folder.resolve("keys"), options.passphrase(), new SecureRandom());
        SigningKey key = OneKey.read(OneKey.ROOT, vault.read(root, OneKey.ROOT));
        Json.Builder request = request("rotate")
                .put("line", line)
                .put("root", Base64.getEncoder().encodeToString(key.seed()));
        ask(
                folder,
                request,
                item -> out().println("new keys are in force on line "
                        + item.require("line").text()));
        return Exit.DONE;
    }
}
