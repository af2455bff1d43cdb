package org.parley.bench.pair;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A pair while both processes run and are linked.
 *
 * @param sender the process of {@link Sender}
 * @param receiver the process of {@code parley serve}
 */
public record Running(Pair pair, Child sender, Child receiver) implements AutoCloseable {
    private static final String SERVE = "org.parley.cli.Main";

    /** Starts both; they meet at the receiver's own port. */
    public static Running start(Pair pair) throws IOException {
        Child receiver = serve(pair.birch());
        return new Running(pair, sender(pair, port(receiver.line())), receiver);
    }

    /** {@code parley serve} of a folder; it says a line when it is ready. */
    public static Child serve(Path folder) throws IOException {
        return Child.start(journal(folder), SERVE, "serve", folder.toString(), "--listen", "127.0.0.1:0");
    }

    /** The other node, when it is linked over this port. */
    public static Child sender(Pair pair, int port) throws IOException {
        Child sender = Child.start(
                journal(pair.azure()),
                Sender.class.getName(),
                pair.azure().toString(),
                pair.line().hex(),
                "127.0.0.1:" + port);
        sender.line();
        return sender;
    }

    /** The port in what {@code serve} says when it is ready. */
    public static int port(String ready) {
        return Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1));
    }

    private static Path journal(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".journal");
    }

    /** Seconds of processors that both took so far. */
    public double processors() {
        return sender.processors() + receiver.processors();
    }

    /** Ends both in peace. */
    public void stop() throws IOException, InterruptedException {
        sender.finish();
        receiver.stop();
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
    }
}
