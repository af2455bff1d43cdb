package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what a command threw into one line, a hint and an exit code; the trace only with {@code PARLEY_DEBUG=1}. */
final class Failures {
    private Failures() {}

    static int handle(Exception failure, CommandLine line, ParseResult parsed) {
        line.getOut().flush();
        return report(failure, line.getErr(), debug());
    }

    /** A command line that cannot be understood: what is wrong, and where the help is. */
    static int usage(ParameterException failure, String[] args) {
        CommandLine line = failure.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("parley: " + oneLine(failure));
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("hint: " + line.getCommandSpec().qualifiedName() + " --help");
        }
        if (debug()) {
            failure.printStackTrace(err);
        }
        err.flush();
        return Exit.BAD_INPUT;
    }

    static boolean debug() {
        return "1".equals(System.getenv("PARLEY_DEBUG"));
    }

    static int report(Throwable failure, PrintWriter err, boolean debug) {
        Throwable cause = failure instanceof UncheckedIOException io ? Objects.requireNonNull(io.getCause()) : failure;
        int code;
        switch (cause) {
            case BadInput bad -> {
                err.println("parley: " + oneLine(bad));
                if (!bad.hint().isEmpty()) {
                    err.println("hint: " + bad.hint());
                }
                code = Exit.BAD_INPUT;
            }
            case IOException io -> {
                err.println("parley: " + readable(io));
                err.println("hint: name a file that exists and that you may read, or write to another place");
                code = Exit.BAD_INPUT;
            }
            default -> {
                err.println("parley: a fault of Parley itself: "
                        + cause.getClass().getSimpleName() + ": " + oneLine(cause));
                err.println("hint: run it again with PARLEY_DEBUG=1 and report what it prints");
                code = Exit.FAULT;
            }
        }
        if (debug) {
            failure.printStackTrace(err);
        }
        err.flush();
        return code;
    }

    private static String readable(IOException failure) {
        if (!(failure instanceof FileSystemException at)) {
            return oneLine(failure);
        }
        String reason = at.getReason();
        return at.getFile()
                + switch (at) {
                    case NoSuchFileException _ -> ": no such file";
                    case AccessDeniedException _ -> ": permission denied";
                    default -> reason == null ? ": cannot be read or written" : ": " + reason;
                };
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message.replaceAll("\\s*\\R\\s*", "; ");
    }
}
