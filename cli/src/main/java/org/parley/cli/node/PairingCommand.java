package org.parley.cli.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.parley.cli.BadInput;
import org.parley.cli.Exit;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.node.config.Config;
import org.parley.node.control.ControlClient;
import org.parley.node.desk.Release;
import org.parley.node.keys.OneKey;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code invite} and {@code join} have in common: from the request to the officer's word and the line. */
abstract class PairingCommand extends NodeCommand {
    @Parameters(index = "0", paramLabel = "DIR", description = "The node's folder.")
    private Path folder;

    @Option(names = "--root", paramLabel = "FILE", description = "The file of the root key, if it is not in DIR/keys.")
    private Optional<Path> root = Optional.empty();

    @Option(
            names = "--address",
            paramLabel = "HOST:PORT",
            description = "Where the other side dials this node; if it is not said, where it listens.")
    private Optional<String> address = Optional.empty();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where links are taken, if nobody serves the folder: then this command does, for the moment.")
    private List<String> listen = new ArrayList<>();

    @Option(
            names = "--confirm",
            paramLabel = "WORDS",
            description =
                    "Only confirm the pairing that is under way in the process of DIR: the six words that the other"
                            + " side read out, in any language.")
    private Optional<String> confirm = Optional.empty();

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    private final CountDownLatch told = new CountDownLatch(1);
    private volatile boolean givingUp;
    private volatile boolean founded;
    private Optional<Json.Obj> ended = Optional.empty();

    /** What is asked for, without what both commands give. */
    abstract Json.Builder wanted();

    /** Whether a node that listens nowhere can do it. */
    abstract boolean needsToListen();

    /** Something that only this command is told. */
    void told(Json.Obj item) {}

    final Path folder() {
        return folder;
    }

    final boolean json() {
        return json;
    }

    @Override
    final int run() throws IOException, InterruptedException {
        if (confirm.isPresent()) {
            askServed(folder, request("confirm").put("words", confirm.get()), item -> {
                if (json) {
                    print(item);
                } else {
                    out().println("the words are the same: confirmed here");
                }
            });
            return Exit.DONE;
        }
        Json.Builder request = wanted();
        address.ifPresent(said -> request.put("address", said));
        request.put("root", rootKey());
        boolean served = isServed();
        if (served && !listen.isEmpty()) {
            throw new BadInput(folder + " is served, and listens where its process does", "leave --listen out");
        }
        if (served) {
            pair(request, () -> {});
        } else {
            if (listen.isEmpty() && needsToListen()) {
                throw new BadInput(
                        "nobody serves " + folder,
                        "parley serve " + folder + " --listen HOST:PORT, or --listen HOST:PORT here");
            }
            List<InetSocketAddress> at =
                    listen.stream().map(each -> HostPort.of("--listen", each)).toList();
            try (Serving serving = Serving.begin(folder, options(), Release.USUAL, Config.USUAL, at, node -> {})) {
                pair(request, serving::close);
            }
        }
        return result();
    }

    /** The seed of the root key. */
    private String rootKey() throws IOException {
        Path file = root.orElse(folder.resolve("keys").resolve(OneKey.ROOT + ".key"));
        if (!Files.isDirectory(folder)) {
            throw new BadInput(folder + ": no such folder", "parley init " + folder + " --party NAME");
        }
        if (!Files.exists(file)) {
            throw new BadInput(
                    "founding a line needs the root key, and " + file + " is not there", "name its file: --root FILE");
        }
        return RootFile.seed(folder, file, options());
    }

    private boolean isServed() throws IOException {
        Optional<ControlClient> served = served(folder);
        if (served.isPresent()) {
            served.get().close();
        }
        return served.isPresent();
    }

    private interface Stop {
        void stop() throws IOException;
    }

    private void pair(Json.Builder request, Stop stop) throws IOException {
        Officer officer = new Officer(folder, out(), err(), json);
        Thread interrupted = new Thread(() -> giveUp(stop), "give up");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            askServed(folder, request, item -> take(item, officer));
        } finally {
            callOff(interrupted);
        }
    }

    private static void callOff(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            return; // the process is ending, and the hook says how
        }
    }

    private void take(Json.Obj item, Officer officer) throws IOException {
        if (item.has("waiting")) {
            return; // only says that somebody still listens
        }
        if (json) {
            print(item);
        }
        founded |= item.has("founded");
        if (item.has("words")) {
            if (!json) {
                officer.show(item);
            }
            officer.ask(item.require("line").text());
        } else if (item.has("ended")) {
            ended = Optional.of(item);
        } else if (!json) {
            inWords(item);
        }
    }

    private void inWords(Json.Obj item) {
        if (item.has("note")) {
            err().println("parley: " + item.require("note").text());
            err().flush();
        } else if (item.has("founded")) {
            out().println("line " + item.require("founded").text() + " with "
                    + item.require("party").text() + " is founded");
        } else if (item.has("linked")) {
            String begin = item.require("line").text().substring(0, 6);
            out().println(
                            item.require("linked").flag()
                                    ? "it works: parley say " + folder + " " + begin + " 'good morning'"
                                    : "it does not work yet: parley lines " + folder + " says when");
        } else {
            told(item);
        }
        out().flush();
    }

    /** One line that says why there is no line, and the exit code. */
    private int result() {
        if (ended.isEmpty()) {
            return Exit.DONE;
        }
        String why = ended.get().require("why").text();
        boolean late = ended.get().require("ended").text().equals("expired");
        if (!givingUp && !late) {
            throw new BadInput(why, "");
        }
        err().println("parley: " + why);
        err().flush();
        told.countDown();
        return Exit.NOT_YET;
    }

    /** Ctrl-C: the other side is told, and this process says how it ended before it ends. */
    private void giveUp(Stop stop) {
        givingUp = true;
        if (founded) {
            return; // nothing is taken back
        }
        try (ControlClient client = served(folder)
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "nobody serves the folder any more"))) {
            client.ask(request("decline"), item -> {
                if (item.require("over").flag()) {
                    await();
                } else {
                    err().println(
                                    "parley: given up after the words were confirmed here, and the other side has not answered:"
                                            + " it may have the line; parley lines says whether this node has it");
                }
            });
            stop.stop();
        } catch (IOException | Refused _) {
            await(); // it ended meanwhile, which the main thread tells
        }
        err().flush();
    }

    private void await() {
        try {
            if (!told.await(10, TimeUnit.SECONDS)) {
                err().println("parley: given up; parley lines says which lines there are");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
