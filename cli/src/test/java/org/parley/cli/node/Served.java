package org.parley.cli.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.parley.cli.Main;

/** A process that serves a folder. */
final class Served implements AutoCloseable {
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";

    private final Process process;
    final String ready;

    private Served(Process process, String ready) {
        this.process = process;
        this.ready = ready;
    }

    /** Starts it, and waits until it says that it is ready. */
    static Served begin(Path folder, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                folder.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(
                        folder.resolveSibling(folder.getFileName() + ".journal").toFile())
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String ready = out.readLine();
        if (ready == null || !ready.startsWith("ready: ")) {
            process.destroyForcibly();
            throw new IOException("it did not begin: " + ready);
        }
        return new Served(process, ready);
    }

    /** As a power cut would: nothing more is written. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As an operator would; gives the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
