package org.parley.node.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.LineId;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.pairing.InviteCode;
import org.parley.ledger.words.Language;
import org.parley.ledger.words.SixWords;
import org.parley.link.Address;
import org.parley.node.Node;
import org.parley.node.keys.OneKey;
import org.parley.node.pairing.Dialogue;
import org.parley.node.pairing.News;
import org.parley.node.pairing.Pairings;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The last pairing that was begun at the page, and what became of it so far. A command that pairs tells its own officer. */
final class FirstLink {
    private final Node node;
    private final Pairings pairings;
    private Optional<Begun> last = Optional.empty();

    FirstLink(Node node, Pairings pairings) {
        this.node = node;
        this.pairings = pairings;
    }

    /** One pairing. What was told of it is kept in its order. */
    private record Begun(Optional<InviteCode> invited, Dialogue dialogue, List<News> told) {
        Optional<News.Words> words() {
            return told.stream()
                    .filter(News.Words.class::isInstance)
                    .map(News.Words.class::cast)
                    .reduce((_, later) -> later);
        }
    }

    /** Opens an invitation. */
    synchronized void invite(Optional<Address> stated, Duration open) {
        Pairings.Invited invited = pairings.invite(root(), stated, open);
        last = Optional.of(new Begun(Optional.of(invited.code()), invited.dialogue(), new ArrayList<>()));
    }

    /** Joins who made a code. */
    synchronized void join(Optional<Address> stated, InviteCode code) {
        last = Optional.of(new Begun(Optional.empty(), pairings.join(root(), stated, code), new ArrayList<>()));
    }

    /** By the words that the other officer read out. */
    void heard(SixWords words) {
        pairings.heard(words);
    }

    /** An officer found the words of this line the same on both sides. */
    void confirm(LineId line) {
        pairings.underWay().confirm(line);
    }

    void decline() {
        pairings.underWay().decline("given up here");
    }

    /** From the folder: the root key goes over no connection, and lies on no machine of somebody who only looks at the page. */
    private SigningKey root() {
        return OneKey.read(OneKey.ROOT, node.vault().read(OneKey.ROOT));
    }

    /** How it stands. */
    synchronized ObjectNode view() {
        ObjectNode view = View.object();
        last.ifPresentOrElse(begun -> view(begun, view), () -> view.put("state", "none"));
        return view;
    }

    private void view(Begun begun, ObjectNode view) {
        take(begun);
        view.put("state", begun.words().isPresent() ? "words" : "waiting");
        view.put("inviting", begun.invited().isPresent());
        begun.invited().ifPresent(code -> invited(code, view));
        begun.words().ifPresent(words -> words(words, view));
        for (News each : begun.told()) {
            switch (each) {
                case News.Note(String text) -> view.withArray("notes").add(text);
                case News.Founded(var paired) ->
                    view.put("state", "founded")
                            .put("line", paired.line().hex())
                            .put("party", paired.peer().party().name());
                case News.Ended(String cause, String text) ->
                    view.put("state", "ended").put("cause", cause).put("why", text);
                case News.Words _ -> {}
            }
        }
    }

    private static void take(Begun begun) {
        try {
            begun.dialogue().tick();
            begun.told().addAll(begun.dialogue().await(Duration.ZERO));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the server stops; nobody reads this answer
        }
    }

    private void invited(InviteCode code, ObjectNode view) {
        view.put("code", code.text())
                .put("address", code.address().toString())
                .put("fingerprint", HexFormat.of().formatHex(code.pin().array()))
                .put("expires", View.time(code.expiry() * 1_000));
    }

    private void words(News.Words words, ObjectNode view) {
        SixWords six = SixWords.of(words.line());
        ObjectNode all = view.putObject("words");
        for (Language language : Language.values()) {
            ArrayNode each = all.putArray(View.word(language));
            six.words(language).forEach(each::add);
        }
        view.put("line", words.line().hex())
                .put("party", words.peer().party().name())
                .put("root", words.peer().rootKey().toString())
                .put(
                        "stranger",
                        node.standing()
                                .isNamesake(words.peer().party(), words.peer().rootKey()));
    }
}
