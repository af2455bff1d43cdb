package org.parley.node.control;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.pairing.Message.Reveal;
import org.parley.ledger.pairing.Paired;
import org.parley.ledger.words.Language;
import org.parley.ledger.words.SixWords;
import org.parley.node.Node;
import org.parley.node.Standing;
import org.parley.node.pairing.Dialogue;
import org.parley.node.pairing.News;

/** Tells who asked for a pairing what becomes of it, to its end. Who no longer listens has given up. */
final class Follow {
    /** How often it is tried whether somebody still listens. */
    private static final Duration TICK = Duration.ofSeconds(1);

    /** For the link of a new line to come up. */
    private static final Duration LINKING = Duration.ofSeconds(15);

    private final Node node;
    private final Dialogue dialogue;
    private final Sink sink;

    Follow(Node node, Dialogue dialogue, Sink sink) {
        this.node = node;
        this.dialogue = dialogue;
        this.sink = sink;
    }

    void toTheEnd() throws IOException, InterruptedException {
        try {
            boolean over = false;
            while (!over) {
                List<News> news = dialogue.await(TICK);
                dialogue.tick();
                if (news.isEmpty()) {
                    sink.item(Json.Obj.builder().put("waiting", true).build());
                }
                for (News each : news) {
                    sink.item(item(each));
                    over |= each instanceof News.Founded || each instanceof News.Ended;
                    if (each instanceof News.Founded(Paired paired)) {
                        linked(paired);
                    }
                }
            }
        } finally {
            dialogue.decline("given up here");
        }
    }

    private Json.Obj item(News news) {
        return switch (news) {
            case News.Words(LineId line, Reveal peer) -> words(line, peer);
            case News.Note(String text) -> Json.Obj.builder().put("note", text).build();
            case News.Founded(Paired paired) ->
                Json.Obj.builder()
                        .put("founded", paired.line().hex())
                        .put("party", paired.peer().party().name())
                        .build();
            case News.Ended(String cause, String text) ->
                Json.Obj.builder().put("ended", cause).put("why", text).build();
        };
    }

    private Json.Obj words(LineId line, Reveal peer) {
        SixWords six = SixWords.of(line);
        Json.Builder words = Json.Obj.builder();
        for (Language language : Language.values()) {
            words.put(
                    language.name().toLowerCase(Locale.ROOT),
                    Json.of(six.words(language).stream().map(Json::of).toList()));
        }
        return Json.Obj.builder()
                .put("words", words.build())
                .put("line", line.hex())
                .put("party", peer.party().name())
                .put("root", peer.rootKey().toString())
                .put("stranger", node.standing().isNamesake(peer.party(), peer.rootKey()))
                .build();
    }

    /**
     * The line works when each side has given receipts for the beginnings of the other's logs. Ours count too: a command that
     * serves for the moment ends after this, and the other side still waits for what we give.
     */
    private void linked(Paired paired) throws IOException, InterruptedException {
        Standing standing = node.standing();
        int logs = 2 * Lane.values().length;
        boolean linked = standing.await(
                () -> {
                    List<Origin> known = standing.logs(paired.line());
                    return known.size() == logs && known.stream().allMatch(log -> standing.isHeldByAll(log, 0));
                },
                LINKING);
        sink.item(Json.Obj.builder()
                .put("linked", linked)
                .put("line", paired.line().hex())
                .build());
    }
}
