package org.parley.node;

import java.net.BindException;
import java.util.Optional;
import org.parley.node.journal.Journal;
import org.parley.node.publicface.PublicLogs;
import org.parley.node.publicface.Shown;
import org.parley.store.Reading;
import org.parley.store.SqliteDisk;

/** What a running node shows to the programs of others: reads over connections of its own, so that nobody in the node waits. */
public final class PublicFace implements AutoCloseable {
    private final Reading reading;
    private final PublicLogs logs;

    private PublicFace(Reading reading, PublicLogs logs) {
        this.reading = reading;
        this.logs = logs;
    }

    static PublicFace begin(Node node, SqliteDisk disk, Shown shown, int port) throws BindException {
        Reading reading = disk.reading(PublicLogs.READERS);
        try {
            return new PublicFace(
                    reading,
                    PublicLogs.start(
                            port,
                            reading,
                            shown,
                            node.crypto().signatures(),
                            Optional.empty(),
                            (what, why) -> new Journal().fault(what, why)));
        } catch (BindException | RuntimeException e) {
            reading.close();
            throw e;
        }
    }

    /** The port on the loopback address where it answers. */
    public int port() {
        return logs.port();
    }

    /** Ends; to be called before the node is closed. */
    @Override
    public void close() {
        logs.close();
        reading.close();
    }
}
