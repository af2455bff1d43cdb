package org.parley.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.ledger.contract.Sample;
import org.parley.ledger.line.Frame;
import org.parley.ledger.line.Image;
import org.parley.ledger.line.Transaction;

/** A folder with its open disk. */
record Node(Folder folder, SqliteDisk disk) implements AutoCloseable {
    static Node create(Path path) {
        return open(Folder.create(path), Host.local());
    }

    static Node open(Path path) {
        return open(Folder.open(path), Host.local());
    }

    static Node open(Folder folder, Host host) {
        try {
            return new Node(folder, SqliteDisk.open(folder, host));
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Commits some of everything: entries of three logs one at a time and in batches, heads, receipts, a parked batch. */
    void fill(Sample sample, int rounds) {
        for (int i = 0; i < rounds; i++) {
            commit(
                    sample.append(Sample.OURS, 1 + i % 7),
                    sample.head(Sample.OURS, sample.entries(Sample.OURS).size()));
            commit(sample.append(Sample.THEIRS, 20));
            commit(
                    sample.append(Sample.SAFETY, 1),
                    new Transaction.NewReceipt(Sample.OURS, Sample.CEDAR, sample.receipt(Sample.OURS, 1_000 + i)));
        }
        commit(new Transaction.Park(new Frame.Batch(
                Sample.THEIRS,
                1_000_000 + rounds,
                sample.bytes(100),
                List.of(sample.bytes(99)),
                List.of(Optional.empty()))));
    }

    /** How far the sample's line was trusted at the start. */
    Image.Trust trust() {
        return disk.load().lines().getFirst().trust();
    }

    void commit(Transaction.Write... writes) {
        disk.commit(Sample.transaction(writes));
    }

    /** A copy of the files as they are now, as after a power cut; SQLite's locks of this process are of no use afterwards. */
    Path copy(Path to) {
        return copy(folder.path(), to);
    }

    static Path copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                if (!file.toString().endsWith("-shm")) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        disk.close();
        folder.close();
    }
}
