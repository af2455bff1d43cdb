package org.parley.node.desk;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.About;
import org.parley.ledger.envelope.Body;
import org.parley.ledger.envelope.RecordRef;
import org.parley.ledger.line.Draft;
import org.parley.ledger.line.Effect;
import org.parley.node.Node;
import org.parley.node.pictures.LinePicture;
import org.parley.node.pictures.Pictures;
import org.parley.picture.Held;
import org.parley.picture.Preview;
import org.parley.picture.Subject;
import org.parley.record.Precedence;
import org.parley.space.Problem;
import org.parley.space.Volume;

/**
 * Where a party's people and programs say things. What may be said is decided on the newest picture; the answer comes when it
 * is durable here, with the picture that has it. It waits: call it on a virtual thread.
 *
 * <pre>
 *   Statement ─▶ Rules (newest picture) ─┬▶ Node.say ─▶ durable ─▶ Pictures ─▶ Said
 *                     └▶ Not             └▶ Drafts (two persons) ─▶ Waits
 * </pre>
 */
public final class Desk {
    /** From it and a key follows the seed of what is said with that key. */
    private static final String SECRET = "repeats";

    private final Node node;
    private final Pictures pictures;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Release release;
    private final Repeats repeats;
    /** Keys apart from subjects: who holds one of each in no order could wait for each other for ever. */
    private final Turns keys = new Turns();

    private final Turns turns = new Turns();

    /** @param release what a second person releases before it is said */
    public Desk(Node node, Pictures pictures, Release release) {
        this.node = node;
        this.pictures = pictures;
        this.clock = node.options().clock();
        this.random = node.options().random();
        this.release = release;
        this.repeats = new Repeats(secret(node));
        pictures.listen(repeats::take);
        repeats.read(node.standing(), pictures.records());
    }

    private static byte[] secret(Node node) {
        if (!node.vault().has(SECRET)) {
            byte[] fresh = new byte[Body.SEED_LENGTH];
            node.options().random().nextBytes(fresh);
            node.vault().write(SECRET, fresh);
        }
        return node.vault().read(SECRET);
    }

    /**
     * Says something on a line, or keeps it until a second person has released it.
     *
     * @param key the same words with the same key are said once, whenever they come again
     */
    public Outcome say(LineId line, Author author, Statement statement, Optional<String> key) {
        if (key.isEmpty()) {
            return turn(line, statement, () -> sayOrKeep(line, author, statement, seed()));
        }
        return keys.take("key " + author.officer() + " " + key.get(), () -> {
            byte[] seed = repeats.seed(author.officer(), key.get());
            Hash commitment = Body.of(statement.body(), seed).commitment();
            if (repeats.usedOtherwise(author.officer(), key.get(), commitment)) {
                return Outcome.Not.of(
                        Outcome.Why.KEY_USED,
                        "idempotency-key",
                        key.get(),
                        "it was used for other words",
                        "take a new key for each thing that is said");
            }
            return repeats.said(line, commitment)
                    .map(found -> repeated(line, statement, found, key.get()))
                    .orElseGet(() -> turn(line, statement, () -> sayOrKeep(line, author, statement, seed)));
        });
    }

    /** The same words about something else, or of another kind, are no repeat. */
    private Outcome repeated(LineId line, Statement statement, Repeats.Found found, String key) {
        Held record = pictures.records().named(line, found.record().record()).orElseThrow();
        Optional<String> about = record.envelope().about().map(About::name);
        boolean same = record.envelope().kind().equals(statement.kind()) && about.equals(statement.about());
        return same
                ? new Outcome.Said(found.record(), found.at(), pictures.of(line))
                : Outcome.Not.of(
                        Outcome.Why.KEY_USED,
                        "idempotency-key",
                        key,
                        "it was used for " + found.record().record(),
                        "take a new key for each thing that is said");
    }

    private Outcome sayOrKeep(LineId line, Author author, Statement statement, byte[] seed) {
        return release.asksFor(statement) ? keep(line, author, statement, seed) : sayNow(line, author, statement, seed);
    }

    /** Who speaks about something waits for who spoke about it before, so that both decide on what is there. */
    private Outcome turn(LineId line, Statement statement, Supplier<Outcome> action) {
        try {
            return statement.about().isEmpty()
                    ? action.get()
                    : turns.take(
                            line + " " + statement.kind() + " "
                                    + subject(line, statement.about().get()),
                            action);
        } catch (Rules.Against against) {
            return against.not();
        }
    }

    private String subject(LineId line, String about) {
        return pictures.of(line).picture().subject(about).map(Subject::name).orElse(about);
    }

    private Rules.Decided decided(LineId line, Author author, Statement statement) {
        LinePicture picture = pictures.of(line);
        Optional<Held> about =
                statement.about().flatMap(name -> pictures.records().named(line, name));
        Rules.Decided decided = Rules.decide(picture, author, statement, about, clock.millis());
        List<Problem> unseen = unseen(picture, statement);
        if (!unseen.isEmpty()) {
            throw new Rules.Against(new Outcome.Not(Outcome.Why.NEW_CONFLICT, unseen));
        }
        return decided;
    }

    /** The conflicts that it would have, for whose sake its author wants it not to be said. */
    private List<Problem> unseen(LinePicture picture, Statement statement) {
        Optional<Basis> refusing = statement.basis().filter(Basis::refuses);
        return refusing.flatMap(basis -> preview(picture, statement)
                        .map(preview -> preview.conflicts().stream()
                                .filter(basis::isNew)
                                .map(against -> new Problem(
                                        "basis",
                                        against.version().record(),
                                        "it would conflict with this, which had not been seen",
                                        "look at it, then say it with this among the basis"))
                                .toList()))
                .orElse(List.of());
    }

    /**
     * What would follow from a notice, before it is said; empty for what takes no space. It is advice: others go on meanwhile.
     * What is about another's activity is looked at as the next version of its owner, who alone can say it.
     */
    public Optional<Preview> preview(LinePicture picture, Statement statement) {
        List<Volume> volumes = statement.volumes();
        if (volumes.isEmpty()) {
            return Optional.empty();
        }
        boolean crossing = statement.body().get("crossing").map(Json::flag).orElse(false);
        PartyName owner = statement
                .about()
                .flatMap(picture.picture()::subject)
                .map(Subject::owner)
                .orElse(picture.me());
        return Optional.of(picture.picture()
                .preview(new Preview.Of(
                        owner,
                        statement.word("activity").orElse("sar"),
                        volumes,
                        crossing,
                        statement.about(),
                        clock.millis())));
    }

    /** What is kept has the seed in it, of which it is itself made: so a repeat finds it too. */
    private Outcome keep(LineId line, Author author, Statement statement, byte[] seed) {
        decided(line, author, statement);
        LineId own = node.identity().privateLine();
        Statement draft = Waiting.draft(line, author, statement, seed);
        Optional<Repeats.Found> before =
                repeats.said(own, Body.of(draft.body(), seed).commitment());
        if (before.isPresent()) {
            return new Outcome.Waits(before.get().record().record());
        }
        Outcome kept = sayNow(own, author, draft, seed);
        return kept instanceof Outcome.Said said
                ? new Outcome.Waits(said.record().record())
                : kept;
    }

    /**
     * A second person releases a draft: it is said as its author wrote it.
     *
     * @param basis what the second person has seen, where that is said
     */
    public Outcome release(Author author, String draft, Optional<Basis> basis) {
        LineId own = node.identity().privateLine();
        return turns.take("draft " + draft, () -> {
            try {
                Waiting open = Waiting.open(pictures.of(own), draft, author);
                Hash commitment =
                        Body.of(open.statement().body(), open.seed().array()).commitment();
                Outcome outcome = repeats.said(open.line(), commitment)
                        .<Outcome>map(found -> new Outcome.Said(found.record(), found.at(), pictures.of(open.line())))
                        .orElseGet(() -> sayNow(
                                open.line(),
                                open.author(),
                                open.statement().on(basis),
                                open.seed().array()));
                if (outcome instanceof Outcome.Said said) {
                    sayNow(
                            own,
                            author,
                            Waiting.status(draft, "released", said.record().record(), clock.millis()),
                            seed());
                }
                return outcome;
            } catch (Rules.Against against) {
                return against.not();
            }
        });
    }

    /** A draft is given up by anybody. */
    public Outcome drop(Author author, String draft) {
        LineId own = node.identity().privateLine();
        return say(own, author, Waiting.status(draft, "dropped", author.officer(), clock.millis()), Optional.empty());
    }

    private Outcome sayNow(LineId line, Author author, Statement statement, byte[] seed) {
        Rules.Decided decided = decided(line, author, statement);
        Draft draft = draft(line, author, statement, decided, seed);
        try {
            Effect.Said said = node.say(line, draft).join();
            LinePicture picture = pictures.with(said.origin(), said.index()).join();
            return new Outcome.Said(RecordRef.of(said.origin(), said.index(), said.leaf()), said.at(), picture);
        } catch (CompletionException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException cause ? cause : wrapped;
        }
    }

    /** What a node says by itself: that all have accepted what its party proposed. */
    void concludes(LineId line, RecordRef proposal, Json.Obj acceptances) {
        saysItself(line, Lane.MAIN, "concluded", proposal, acceptances);
    }

    /**
     * What a node says by itself: that one of its screens has shown somebody what another party said. It says so once of each
     * record, and nothing of its own party's words or of what nobody says any more.
     *
     * @return whether it was said now; not, where it had been said or need not be
     */
    public boolean presents(LineId line, Held shown) {
        return turns.take(line + " presented " + shown.name(), () -> {
            LinePicture picture = pictures.of(line);
            boolean due = picture.picture()
                    .subject(shown.name())
                    .filter(subject ->
                            !subject.owner().equals(picture.me()) && !shown.by().equals(picture.me()))
                    .filter(subject -> subject.shown().stream()
                            .noneMatch(before -> before.record().by().equals(picture.me())
                                    && before.about().equals(shown.name())))
                    .isPresent();
            if (due) {
                saysItself(
                        line,
                        shown.envelope().origin().lane(),
                        "presented",
                        shown.ref(),
                        Json.Obj.builder().build());
            }
            return due;
        });
    }

    private void saysItself(LineId line, Lane lane, String kind, RecordRef about, Json.Obj body) {
        Draft draft = new Draft(
                lane,
                kind,
                Optional.of(about),
                pictures.of(line).picture().inForce(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Body.of(body, seed()));
        Effect.Said said = node.say(line, draft).join();
        pictures.with(said.origin(), said.index()).join();
    }

    private Draft draft(LineId line, Author author, Statement statement, Rules.Decided decided, byte[] seed) {
        Optional<About> about = decided.about();
        return new Draft(
                decided.lane(),
                statement.kind(),
                about,
                pictures.of(line).picture().inForce(),
                Optional.of(author.role()),
                Optional.of(author.officer()),
                statement.precedence().map(Precedence::name),
                statement.audience(),
                statement.lang(),
                statement.exercise(),
                Body.of(statement.body(), seed));
    }

    private byte[] seed() {
        byte[] seed = new byte[Body.SEED_LENGTH];
        random.nextBytes(seed);
        return seed;
    }
}
