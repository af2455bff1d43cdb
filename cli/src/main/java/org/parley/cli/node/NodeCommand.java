package org.parley.cli.node;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import org.parley.cli.BadInput;
import org.parley.cli.Exit;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.line.Disk;
import org.parley.node.Node;
import org.parley.node.Options;
import org.parley.node.control.ControlClient;
import org.parley.node.control.Requests;
import org.parley.node.control.Sink;
import org.parley.node.journal.JournalLines;
import org.parley.node.keys.Passphrase;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What commands about nodes have in common. */
abstract class NodeCommand implements Callable<Integer> {
    private static final String PASSPHRASE = "PARLEY_PASSPHRASE";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Where the passphrase of the keys stands, on one line; otherwise it is taken from the"
                    + " environment, PARLEY_PASSPHRASE. Without either, keys are not sealed.")
    private Optional<Path> passphraseFile = Optional.empty();

    /** What is refused is told as what the user gave wrong. */
    @Override
    public final Integer call() throws IOException, InterruptedException {
        JournalLines.toStandardError(Level.WARNING);
        try {
            int code = run();
            out().flush();
            if (out().checkError()) {
                throw new IOException("standard output cannot be written");
            }
            return code;
        } catch (Refused refused) {
            throw new BadInput(refused.why(), hint(refused.reason()));
        } catch (Disk.Broken broken) {
            spec.commandLine().getErr().println("parley: the disk failed: " + broken.getMessage());
            spec.commandLine().getErr().println("hint: look at the disk, then start it again: it begins fenced");
            spec.commandLine().getErr().flush();
            return Exit.FAULT;
        }
    }

    abstract int run() throws IOException, InterruptedException;

    private static String hint(Refused.Reason reason) {
        return switch (reason) {
            case FENCED -> "parley lines DIR says in which state the lines are, parley doctor DIR what the folder is";
            case FULL -> "make room, then do it again; nothing that was acknowledged is lost";
            default -> "";
        };
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final Options options() throws IOException {
        return Options.usual(passphrase());
    }

    private Optional<Passphrase> passphrase() throws IOException {
        if (passphraseFile.isPresent()) {
            String first =
                    Files.readString(passphraseFile.get()).lines().findFirst().orElse("");
            return Optional.of(new Passphrase(notEmpty(first).toCharArray()));
        }
        return Optional.ofNullable(System.getenv(PASSPHRASE))
                .map(words -> new Passphrase(notEmpty(words).toCharArray()));
    }

    private static String notEmpty(String passphrase) {
        if (passphrase.isEmpty()) {
            throw new BadInput("the passphrase is empty", "put it on the first line of the file");
        }
        return passphrase;
    }

    /** Asks the process that serves a folder; where none does, becomes it for as long as the answer takes. */
    final void ask(Path folder, Json.Builder request, Sink sink) throws IOException, InterruptedException {
        Optional<ControlClient> served = served(folder);
        if (served.isPresent()) {
            try (ControlClient client = served.get()) {
                client.ask(request, sink);
            }
        } else {
            try (Node node = Node.open(folder, options())) {
                new Requests(node).answer(request.build(), sink);
            }
        }
    }

    /** Asks the process that serves a folder; there must be one. */
    final void askServed(Path folder, Json.Builder request, Sink sink) throws IOException {
        try (ControlClient client = served(folder)
                .orElseThrow(() -> new BadInput("no process serves " + folder, "parley serve " + folder))) {
            client.ask(request, sink);
        }
    }

    static Optional<ControlClient> served(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        return ControlClient.of(folder);
    }

    final void print(Json item) {
        out().println(new String(Canonical.bytes(item), StandardCharsets.UTF_8));
        out().flush();
    }

    static Json.Builder request(String what) {
        return Json.Obj.builder().put("do", what);
    }
}
