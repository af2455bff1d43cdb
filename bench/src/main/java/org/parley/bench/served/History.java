package org.parley.bench.served;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.parley.bench.pair.Pair;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.About;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.RecordRef;
import org.parley.ledger.line.Draft;
import org.parley.ledger.line.Effect;
import org.parley.link.Address;
import org.parley.node.Node;
import org.parley.node.Options;
import org.parley.node.Standing;

/** What a line has behind it after months: messages of one party that the other has read, over links as all else. */
public final class History {
    private static final int IN_FLIGHT = 1_024;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final LineId line;
    private final SecureRandom random = new SecureRandom();
    private final ArrayDeque<CompletableFuture<Effect.Said>> inFlight = new ArrayDeque<>();

    private History(LineId line) {
        this.line = line;
    }

    /** Says so many records, half messages, half answers, and lets what is over rest after a minute. */
    public static void write(Pair pair, int records) throws IOException, InterruptedException {
        for (var folder : List.of(pair.azure(), pair.birch())) {
            Files.writeString(folder.resolve("parley.toml"), "[picture]\nkeep = \"1 min\"\n");
        }
        Options options = Options.usual(Optional.empty());
        try (Node azure = Node.open(pair.azure(), options);
                Node birch = Node.open(pair.birch(), options)) {
            int port = birch.connect(
                            List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)), Node.noPairing())
                    .getFirst()
                    .getPort();
            azure.connect(List.of(), Node.noPairing());
            azure.peer(pair.line(), Pair.BIRCH, Address.of("127.0.0.1:" + port));
            new History(pair.line()).say(azure, birch, records / 2);
        }
    }

    private void say(Node azure, Node birch, int messages) throws InterruptedException {
        ArrayDeque<CompletableFuture<Effect.Said>> answers = new ArrayDeque<>();
        Optional<Effect.Said> last = Optional.empty();
        for (int i = 0; i < messages; i++) {
            Json.Obj text = Json.Obj.builder()
                    .put("text", "a word of the day, which is over, number " + i)
                    .build();
            inFlight.add(azure.say(line, draft("message", Optional.empty(), text)));
            if (inFlight.size() >= IN_FLIGHT || i == messages - 1) {
                while (!inFlight.isEmpty()) {
                    Effect.Said said = inFlight.remove().join();
                    About about = new RecordRef(said.origin().recordName(said.index()), said.leaf());
                    Json.Obj read = Json.Obj.builder().put("says", "read").build();
                    answers.add(birch.say(line, draft("answer", Optional.of(about), read)));
                    last = Optional.of(said);
                }
                while (!answers.isEmpty()) {
                    answers.remove().join();
                }
            }
        }
        Standing standing = azure.standing();
        for (Effect.Said said : last.stream().toList()) {
            standing.await(() -> standing.isHeldByAll(said.origin(), said.index()), LONGEST);
        }
    }

    private Draft draft(String kind, Optional<About> about, Json.Obj says) {
        byte[] seed = new byte[Body.SEED_LENGTH];
        random.nextBytes(seed);
        return new Draft(
                Lane.MAIN,
                kind,
                about,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Body.of(says, seed));
    }
}
