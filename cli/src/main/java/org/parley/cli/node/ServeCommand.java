package org.parley.cli.node;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.parley.cli.BadInput;
import org.parley.cli.Exit;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.link.Address;
import org.parley.node.Node;
import org.parley.node.Options;
import org.parley.node.PublicFace;
import org.parley.node.SteppedClock;
import org.parley.node.api.Entrance;
import org.parley.node.api.Service;
import org.parley.node.config.Config;
import org.parley.node.control.Requests;
import org.parley.node.desk.Release;
import org.parley.node.journal.Journal;
import org.parley.node.journal.JournalLines;
import org.parley.node.journal.JournalText;
import org.parley.space.Entered;
import org.parley.space.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley serve}: the process of a node. */
@Command(
        name = "serve",
        description = "Runs a node until it is stopped: links to its peers, commits, and answers commands."
                + " Prints one line when it is ready; the journal goes to standard error, one JSON object a line"
                + " unless parley.toml asks for text.",
        mixinStandardHelpOptions = true,
        footer = {
            "%nExample:",
            "  parley serve azure --listen 0.0.0.0:7443 --peer 4f0c BIRCH birch.example:7443",
            "%nIts own process: exactly one may serve a folder. SIGTERM stops it cleanly."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped cleanly",
            "2:the folder cannot be had, or something that was given cannot be used",
            "70:the disk failed, or a fault of Parley itself: start it again, it begins fenced"
        })
public final class ServeCommand extends NodeCommand {
    @Parameters(paramLabel = "DIR", description = "The node's folder.")
    private Path folder;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where links of others are taken; port 0 takes a free one. May be given more than once;"
                    + " without it the node only dials.")
    private List<String> listen = new ArrayList<>();

    @Option(
            names = "--peer",
            arity = "3",
            paramLabel = "LINE PARTY HOST:PORT",
            hideParamSyntax = true,
            description = "LINE PARTY HOST:PORT: from now on this member is dialled there; kept in peers.toml.")
    private List<String> peers = new ArrayList<>();

    @Option(
            names = "--folder",
            arity = "2",
            paramLabel = "LINE FOLDER",
            hideParamSyntax = true,
            description = "LINE FOLDER: carry this line through a folder too, by stick, mail or diode: what is put into"
                    + " FOLDER/in is taken, and what others may lack lies in FOLDER/out.")
    private List<String> folders = new ArrayList<>();

    @Option(
            names = "--public-logs",
            paramLabel = "PORT",
            description =
                    "Show all logs of all lines to programs on this machine, at http://127.0.0.1:PORT; port 0 takes a"
                            + " free one. Envelopes and receipts are seen there, bodies never.")
    private Optional<Integer> publicLogs = Optional.empty();

    @Option(
            names = "--api",
            paramLabel = "HOST:PORT",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "Answer the HTTP API there; port 0 takes a free one, and without an address that of parley.toml is"
                            + " taken. Beyond this machine only with certificate and key in parley.toml.")
    private Optional<String> api = Optional.empty();

    @Option(
            names = "--framed-by",
            paramLabel = "ORIGIN",
            description =
                    "Pages of this origin, like http://127.0.0.1:9000, may show the console inside them; without it no page"
                            + " may. For demonstrations.")
    private Optional<String> framedBy = Optional.empty();

    @Option(
            names = "--one-person",
            description = "Nothing waits for a second person. For exercises: two persons release what goes out.")
    private boolean onePerson;

    @Option(
            names = "--stepped-clock",
            paramLabel = "INSTANT",
            description =
                    "The clock stands at this instant, like 2017-11-20T05:00:00.000Z, until it is moved on over the"
                            + " socket. For demonstrations and exercises.")
    private Optional<String> steppedClock = Optional.empty();

    @Option(
            names = "--witness",
            description =
                    "Cosign heads of the logs of others that DIR/witness.toml names, at /add-checkpoint of the public"
                            + " logs (C2SP tlog-witness).")
    private boolean witness;

    @Option(names = "--json", description = "Say in JSON that it is ready.")
    private boolean json;

    /** Made by picocli. */
    public ServeCommand() {}

    @Override
    int run() throws IOException, InterruptedException {
        List<InetSocketAddress> at =
                listen.stream().map(each -> HostPort.of("--listen", each)).toList();
        publicLogs.ifPresent(ServeCommand::requirePort);
        if (witness && publicLogs.isEmpty()) {
            throw new BadInput("--witness needs --public-logs PORT", "it is asked where the public logs are");
        }
        Config config = config();
        Optional<Entrance> entrance = api.map(address -> framed(ApiEntrance.of(address, config.api())));
        journal(config.log());
        CountDownLatch stopped = new CountDownLatch(1);
        Serving serving = Serving.begin(folder, clocked(options()), release(config), config, at, this::peers);
        Optional<PublicFace> face;
        Optional<String> url;
        try {
            face = publicLogs.map(of -> show(serving.node(), of));
            url = entrance.map(where -> open(serving.service(), where));
            for (int i = 0; i < folders.size(); i += 2) {
                serving.carry(folders.get(i), Path.of(folders.get(i + 1)));
            }
        } catch (IOException | RuntimeException e) {
            serving.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(serving, face, stopped), "stop"));
        ready(serving, face, url);
        stopped.await();
        return Exit.DONE;
    }

    private static void journal(Config.Log log) {
        JournalLines.toStandardError(
                log.least(),
                switch (log.format()) {
                    case JSON -> new JournalLines();
                    case TEXT -> new JournalText();
                });
    }

    private Entrance framed(Entrance entrance) {
        try {
            return framedBy.map(entrance::framedBy).orElse(entrance);
        } catch (IllegalArgumentException e) {
            throw new BadInput("--framed-by: " + e.getMessage(), "for example http://127.0.0.1:9000");
        }
    }

    private Options clocked(Options options) {
        return steppedClock
                .map(text -> options.withClock(new SteppedClock(instant(text))))
                .orElse(options);
    }

    private static long instant(String text) {
        try {
            return Instants.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("--stepped-clock " + text + " is no instant", "for example 2017-11-20T05:00:00.000Z");
        }
    }

    private Config config() throws NoSuchFileException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        return switch (Config.read(folder)) {
            case Entered.Accepted<Config> accepted -> accepted.value();
            case Entered.Refused<Config> refused ->
                throw new BadInput(
                        "parley.toml: "
                                + refused.problems().stream()
                                        .map(Problem::toString)
                                        .collect(Collectors.joining("; ")),
                        "docs/config.md says what each setting means");
        };
    }

    private Release release(Config config) {
        boolean two = !onePerson && config.release().twoPerson();
        return two ? new Release(config.release().kinds()) : Release.NONE;
    }

    private static String open(Service service, Entrance entrance) {
        try {
            return service.open(entrance);
        } catch (BindException e) {
            throw new BadInput(
                    "--api: the port cannot be had: " + e.getMessage(), "take another, or 0 for any that is free");
        }
    }

    private void peers(Node node) throws IOException, InterruptedException {
        for (int i = 0; i < peers.size(); i += 3) {
            peer(node, peers.get(i), peers.get(i + 1), peers.get(i + 2));
        }
    }

    private static void peer(Node node, String line, String party, String address)
            throws IOException, InterruptedException {
        Address.of(address);
        new Requests(node)
                .answer(
                        request("peer")
                                .put("line", line)
                                .put("party", party)
                                .put("address", address)
                                .build(),
                        item -> {});
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 65_535) {
            throw new BadInput("--public-logs " + port + " is no port", "from 1 to 65535, or 0 for any that is free");
        }
    }

    private PublicFace show(Node node, int port) {
        try {
            return node.show(port, witness);
        } catch (BindException e) {
            throw new BadInput(
                    "--public-logs " + port + ": the port cannot be had: " + e.getMessage(),
                    "take another, or 0 for any that is free");
        }
    }

    private void ready(Serving serving, Optional<PublicFace> face, Optional<String> url) {
        Node node = serving.node();
        Ready ready = new Ready(
                node.identity().party(),
                folder,
                node.listening(),
                folders,
                face.map(shown -> "http://127.0.0.1:" + shown.port()),
                url,
                witness ? face.map(PublicFace::witnessed) : Optional.empty());
        if (json) {
            print(ready.json());
        } else {
            out().println(ready.text());
            out().flush();
        }
        url.ifPresent(of -> firstAccount(serving.service(), of));
    }

    /** Nobody can sign in yet: whoever starts the node gets a link that makes the first account. */
    private void firstAccount(Service service, String url) {
        service.firstCode()
                .ifPresent(code -> err().println("no account yet: within an hour, make the first with " + url
                        + "/#first=" + code.text() + " (docs/api.md)"));
        err().flush();
    }

    private static void stop(Serving serving, Optional<PublicFace> face, CountDownLatch stopped) {
        int code = Exit.DONE;
        face.ifPresent(PublicFace::close);
        try {
            serving.close();
        } catch (IOException e) {
            new Journal().note("control", Json.Obj.builder().put("why", e.toString()));
        } catch (RuntimeException e) {
            new Journal().fault("not stopped cleanly; nothing is lost, and the next start looks as after a crash", e);
            code = Exit.FAULT;
        }
        stopped.countDown();
        Runtime.getRuntime().halt(code);
    }
}
