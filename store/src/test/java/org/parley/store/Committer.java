package org.parley.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;
import org.parley.ledger.contract.Sample;
import org.parley.ledger.line.Frame.SealedBody;
import org.parley.ledger.line.LogImage;
import org.parley.ledger.line.Transaction;

/** A process of its own that commits to a folder without end and prints the size of its log after each commit. */
record Committer(Process process, BufferedReader output) implements AutoCloseable {
    static Committer start(Path folder) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Committer.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Committer(process, process.inputReader());
    }

    /** Waits for the next acknowledged size. */
    long acknowledged() throws IOException {
        return Optional.ofNullable(output.readLine()).map(Long::parseLong).orElseThrow();
    }

    /** Kills it, and gives the last size that it acknowledged, where it did after what was read. */
    Optional<Long> kill() throws IOException {
        // Not by the process itself: that would close the output before it is read.
        process.toHandle().destroyForcibly();
        Optional<Long> last = Optional.empty();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            last = Optional.of(Long.parseLong(line));
        }
        return last;
    }

    @Override
    public void close() throws IOException {
        kill();
        process.onExit().join();
    }

    /** The entry at an index: anyone can tell what it must be. */
    static Bytes entry(long index) {
        return Bytes.ofText("entry " + index + " ".repeat(400));
    }

    /** Commits until it is killed. */
    public static void main(String[] args) {
        SqliteDisk disk = SqliteDisk.open(Folder.open(Path.of(args[0])), Host.local());
        if (disk.load().lines().isEmpty()) {
            disk.commit(new Sample(1).line());
        }
        disk.settled(Sample.LINE);
        Tree tree = new Tree();
        Bytes seed = Bytes.of(new byte[32]);
        for (long size = size(disk); ; size++) {
            Bytes entry = entry(size);
            Hash leaf = Hash.of(tree.leaf(entry.array()));
            List<Bytes> before = disk.entries(Sample.OURS, 0, Integer.MAX_VALUE, Long.MAX_VALUE).stream()
                    .map(it -> it.entry())
                    .toList();
            LogImage log = new LogImage(
                    Sample.OURS, size + 1, seed, root(tree, before, leaf), 0, 0, LogImage.State.OPEN, Optional.empty());
            disk.commit(Sample.transaction(new Transaction.Append(
                    size, List.of(entry), List.of(leaf), List.of(Optional.of(new SealedBody(seed, entry))), log)));
            System.out.println(size + 1);
        }
    }

    private static Hash root(Tree tree, List<Bytes> before, Hash last) {
        var leaves = new ArrayList<>(
                before.stream().map(it -> Hash.of(tree.leaf(it.array()))).toList());
        leaves.add(last);
        return Sample.root(leaves);
    }

    static long size(SqliteDisk disk) {
        return disk.load().lines().stream()
                .flatMap(line -> line.logs().stream())
                .filter(log -> log.origin().equals(Sample.OURS))
                .mapToLong(LogImage::size)
                .findFirst()
                .orElse(0);
    }
}
