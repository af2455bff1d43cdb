package org.parley.cli.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.parley.cli.Main;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;

/** A command as a process of its own, with somebody or something at its standard input and output. */
final class Commanded implements AutoCloseable {
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";

    private final Process process;
    private final BufferedReader out;
    private final Writer in;
    private final Path errors;

    private Commanded(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        out = process.inputReader(StandardCharsets.UTF_8);
        in = process.outputWriter(StandardCharsets.UTF_8);
    }

    static Commanded begin(Path temp, String... words) throws IOException {
        // Whoever runs the tests in the background ignores SIGINT, and a child would inherit that.
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                JAVA,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        Path errors = Files.createTempFile(temp, "errors", ".txt");
        return new Commanded(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /** The next item that it prints; an error where it ends before. */
    Json.Obj item() throws IOException {
        return Canonical.parse(line().getBytes(StandardCharsets.UTF_8)).object();
    }

    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("it ended: " + errors());
        }
        return line;
    }

    /** The next item with this member. */
    Json.Obj item(String with) throws IOException {
        Json.Obj item = item();
        while (!item.has(with)) {
            item = item();
        }
        return item;
    }

    void type(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    /** As Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Its exit code, when it has ended. */
    int code() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    /** What it wrote to standard error, without notes of the machine. */
    String errors() throws IOException {
        return Files.readString(errors);
    }

    /** All that it still prints, to its end. */
    List<String> rest() {
        return out.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
