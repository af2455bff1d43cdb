package org.parley.cli.verify;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.parley.cli.BadInput;
import picocli.CommandLine;

/** One run of the command: its exit code and what it printed. A fault of the command itself is thrown. */
record Run(int code, String out) {
    static Run of(String... args) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .setExecutionExceptionHandler((failure, command, _) -> {
                    if (failure instanceof BadInput || failure instanceof java.io.IOException) {
                        command.getOut().println("cannot: " + failure.getMessage());
                        return 2;
                    }
                    throw new AssertionError("on garbage too the command must end", failure);
                });
        int code = line.execute(args);
        return new Run(code, out.toString());
    }

    String last() {
        return out.lines().toList().getLast();
    }
}
