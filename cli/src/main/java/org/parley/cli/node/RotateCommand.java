package org.parley.cli.node;

import picocli.CommandLine.Command;

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
public final class RotateCommand extends KeysCommand {
    /** Made by picocli. */
    public RotateCommand() {}

    @Override
    String what() {
        return "rotate";
    }

    @Override
    String told(String line) {
        return "new keys are in force on line " + line;
    }
}
