package org.parley.bench.pair;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process of Java with the classes that run here, and the options that the launcher gives a node. */
public final class Child implements AutoCloseable {
    /** Set by the launcher. */
    private static final String OPTIONS = "PARLEY_NODE_OPTIONS";

    private final Process process;
    private final Path journal;
    private final BufferedReader in;
    private final Writer out;

    private Child(Process process, Path journal) {
        this.process = process;
        this.journal = journal;
        in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        out = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** What the launcher gives the process of a node; only the access to native code where it did not start us. */
    public static List<String> options() {
        String given = Optional.ofNullable(System.getenv(OPTIONS)).orElse("").strip();
        return given.isEmpty() ? List.of("--enable-native-access=ALL-UNNAMED") : List.of(given.split(" +", -1));
    }

    /** Starts a main class; what it says on standard error goes to a file. */
    public static Child start(Path journal, String main, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(journal.toFile()))
                .start();
        return new Child(process, journal);
    }

    /** The next line that it says. */
    public String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("a process ended before it answered: " + Files.readString(journal));
        }
        return line;
    }

    /** Asks, and waits for the answer. */
    public String ask(String question) throws IOException {
        out.write(question + "\n");
        out.flush();
        return line();
    }

    /** Tells it that nothing more will be asked, and waits for its end. */
    public void finish() throws IOException, InterruptedException {
        out.close();
        ended();
    }

    /** Asks it by a signal to end. */
    public void stop() throws InterruptedException {
        process.destroy();
        ended();
    }

    /** Ends it at once. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        ended();
    }

    private void ended() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a process does not end");
        }
    }

    /** Memory that it holds now, MiB; 0 where the system does not say. */
    public double memory() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                .sum();
    }

    /** Seconds of processors that it took so far; 0 where the system does not say. */
    public double processors() {
        return process.info()
                .totalCpuDuration()
                .map(time -> time.toMillis() / 1e3)
                .orElse(0.0);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
