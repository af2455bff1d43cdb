package org.parley.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fault that strace puts in the way of some calls of a process: each thread counts its own calls.
 *
 * @param calls which, as fdatasync,fsync
 * @param what as error=EIO or signal=SIGKILL
 * @param when which of them, as 7 or 7..20
 * @param only files that are meant; empty for all
 */
record Injection(String calls, String what, String when, List<Path> only) {
    static final String MISSING =
            "strace is missing or not permitted, so no fault at the N-th system call was tried (Debian: apt-get install strace)";

    Injection {
        only = List.copyOf(only);
    }

    static boolean possible() throws InterruptedException {
        return Here.does("strace", "-f", "--seccomp-bpf", "-e", "inject=fsync:error=EIO:when=1", "true");
    }

    static Injection of(String calls, String what, int when) {
        return new Injection(calls, what, String.valueOf(when), List.of());
    }

    /** The command line that comes before that of the process; strace stands beside it, so that its exit code is its own. */
    List<String> under(Path trace) {
        List<String> command =
                new ArrayList<>(List.of("strace", "-D", "-f", "-o", trace.toString(), "-e", "trace=" + calls));
        if (!kills()) {
            command.add("--seccomp-bpf"); // faster, but strace 6.1 then injects no signals
        }
        only.forEach(file -> command.addAll(List.of("-P", file.toString())));
        command.addAll(List.of("-e", "inject=" + calls + ":" + what + ":when=" + when));
        return command;
    }

    boolean kills() {
        return what.startsWith("signal=");
    }

    /** How many calls were given an error. */
    static long injected(Path trace) throws IOException {
        if (!Files.exists(trace)) {
            return 0;
        }
        try (var lines = Files.lines(trace)) {
            return lines.filter(line -> line.contains("(INJECTED)")).count();
        }
    }

    @Override
    public String toString() {
        return calls + " " + what + " when " + when;
    }
}
