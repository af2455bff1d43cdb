package org.parley.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code parley completion}: a script that completes command lines. */
@Command(
        name = "completion",
        description = "Prints a script for bash and zsh that completes commands, options and words.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  source <(parley completion)"})
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        CommandSpec root = spec.root();
        spec.commandLine().getOut().print(AutoComplete.bash(root.name(), root.commandLine()));
        spec.commandLine().getOut().flush();
    }
}
