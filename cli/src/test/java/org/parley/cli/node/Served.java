package org.parley.cli.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.parley.cli.Main;

/**
 * A process that serves a folder. Its journal is appended to a file beside the folder, and what its libraries unpack goes into
 * another folder beside it: a process that is killed leaves that behind.
 */
public final class Served implements AutoCloseable {
    /** Whether the launcher starts it, with the options and the cache that users have; otherwise the class path of the test. */
    private static final boolean LAUNCHED = Boolean.getBoolean("parley.launched");

    private static final String JAVA = System.getProperty("java.home") + "/bin/java";
    private static final long LONGEST_START = 300;
    private static final long LONGEST_END = 300;

    private final Process process;
    private final Path journal;
    private final long journalBegins;
    private volatile String ready = "";

    private Served(Process process, Path journal, long journalBegins) {
        this.process = process;
        this.journal = journal;
        this.journalBegins = journalBegins;
    }

    /** Starts it, and waits until it says that it is ready. */
    public static Served begin(Path folder, String... more) throws IOException {
        Served served = launch(List.of(), folder, more);
        if (!served.awaitReady()) {
            throw new IOException("it did not begin: " + served.journal());
        }
        return served;
    }

    /** Starts it under another program, whose command line ends where that of the process begins. */
    public static Served launch(List<String> under, Path folder, String... more) throws IOException {
        Path name = folder.getFileName();
        Path journal = folder.resolveSibling(name + ".journal");
        Path unpacked = Files.createDirectories(folder.resolveSibling(name + ".tmp"));
        List<String> command = new ArrayList<>(under);
        command.addAll(LAUNCHED ? launcher() : java(unpacked));
        command.addAll(List.of("serve", folder.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(journal.toFile()));
        builder.environment().put("PARLEY_NO_BUILD", "1");
        builder.environment().put("PARLEY_JAVA_OPTS", "-Djava.io.tmpdir=" + unpacked);
        long begins = Files.exists(journal) ? Files.size(journal) : 0;
        return new Served(builder.start(), journal, begins);
    }

    private static List<String> launcher() {
        return List.of(Path.of(System.getProperty("parley.root", ".."))
                .resolve("parley")
                .toString());
    }

    private static List<String> java(Path unpacked) {
        return List.of(
                JAVA,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Djava.io.tmpdir=" + unpacked,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
    }

    /** Waits until it is ready; false where it ended before. */
    public boolean awaitReady() throws IOException {
        CompletableFuture.delayedExecutor(LONGEST_START, TimeUnit.SECONDS).execute(() -> {
            if (ready.isEmpty()) {
                process.destroyForcibly();
            }
        });
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String first = out.readLine();
        ready = first == null ? "" : first;
        return ready.startsWith("ready: ");
    }

    /** What it said when it was ready. */
    public String ready() {
        return ready;
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** As a power cut would: nothing more is written. */
    public void kill() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
    }

    /** As an operator would, who does not tell the program under which it runs; gives the exit code. */
    public int stop() throws InterruptedException {
        List<ProcessHandle> within = process.descendants().toList();
        within.forEach(ProcessHandle::destroy);
        if (within.isEmpty()) {
            process.destroy();
        }
        return awaitEnd();
    }

    /** Waits until it ends by itself; gives the exit code, 128 and the signal where one ended it. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(LONGEST_END, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end: " + process);
        }
        return process.exitValue();
    }

    /** What it wrote to its journal so far. */
    public String journal() throws IOException {
        byte[] all = Files.readAllBytes(journal);
        int from = (int) Math.min(journalBegins, all.length);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join(); // what it has open would keep its folder from being taken away
    }
}
