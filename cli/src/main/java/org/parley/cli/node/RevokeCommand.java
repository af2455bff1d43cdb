package org.parley.cli.node;

import picocli.CommandLine.Command;

/** {@code parley revoke}: the keys of a line taken back. */
@Command(
        name = "revoke",
        description =
                "Takes the keys of a line back, signed by the root key: when they were stolen, or may have been. All that"
                        + " is durable here now stays proven; nothing that they sign later counts anywhere. Then"
                        + " parley rotate makes new ones, and until then nothing can be said on the line. It cannot be undone.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  parley revoke azure 4f0c --root /media/stick/azure-root.key"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:it was refused, or the root key cannot be read"})
public final class RevokeCommand extends KeysCommand {
    /** Made by picocli. */
    public RevokeCommand() {}

    @Override
    String what() {
        return "revoke";
    }

    @Override
    String told(String line) {
        return "the keys of line " + line + " are revoked; new ones: parley rotate " + folder() + " "
                + line.substring(0, 6) + " --root " + root();
    }
}
