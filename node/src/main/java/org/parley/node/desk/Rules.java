package org.parley.node.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.About;
import org.parley.ledger.envelope.ConflictRef;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.envelope.RecordRef;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Conflict;
import org.parley.picture.Held;
import org.parley.picture.Subject;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.Mechanism;
import org.parley.space.Problem;

/**
 * What may be said on a line as its picture is, and what not. A breach of the agreement is no matter of these rules: it is
 * said, and marked.
 */
final class Rules {
    /** What another party can be heard saying. */
    private static final Set<Mechanism> HEARABLE = Set.of(Mechanism.NOTICE, Mechanism.CALL, Mechanism.ANSWER);

    /** After these there is no next version: it would count for nobody. */
    private static final List<String> ENDS = List.of("withdrawn", "stopped");

    private static final Set<String> REPORTS = Set.of("started", "stopped");

    /** By so much the clock of who says when something was may be ahead, in milliseconds. */
    private static final long AHEAD = 60_000;

    private final LinePicture line;
    private final Author author;
    private final Statement statement;
    private final long now;

    /** What is said, decided: its kind, the log that it belongs to, and what it is about. */
    record Decided(Kind kind, Lane lane, Optional<About> about) {}

    private Rules(LinePicture line, Author author, Statement statement, long now) {
        this.line = line;
        this.author = author;
        this.statement = statement;
        this.now = now;
    }

    /**
     * Decides.
     *
     * @param about the record of the name that the statement is about, if there is one here
     * @throws Against where it is not to be said
     */
    static Decided decide(LinePicture line, Author author, Statement statement, Optional<Held> about, long now) {
        return new Rules(line, author, statement, now).decide(about);
    }

    /** It is not to be said. */
    static final class Against extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Outcome.Not not;

        Against(Outcome.Not not) {
            super(not.problems().toString(), null, false, false);
            this.not = not;
        }

        Outcome.Not not() {
            return not;
        }
    }

    private static Against against(Outcome.Why why, String field, String value, String reason, String wayOut) {
        return new Against(Outcome.Not.of(why, field, value, reason, wayOut));
    }

    private Decided decide(Optional<Held> about) {
        Kind kind = Kinds.named(statement.kind())
                .orElseThrow(() -> against(
                        Outcome.Why.UNKNOWN,
                        "kind",
                        statement.kind(),
                        "no kind of this name",
                        "one of "
                                + String.join(
                                        ", ",
                                        Kinds.all().stream().map(Kind::name).toList())));
        if (kind.mechanism() == Mechanism.NODE) {
            throw against(
                    Outcome.Why.NOT_THEIRS, "kind", kind.name(), "a node writes it by itself", "it need not be said");
        }
        boolean privately = Privately.KINDS.contains(kind.name());
        if (line.isPrivate() && !privately && kind.mechanism() != Mechanism.ANSWER) {
            throw against(
                    Outcome.Why.NOT_THEIRS, "kind", kind.name(), "nobody reads the private line", "say it on another");
        }
        if (privately && !line.isPrivate()) {
            throw against(
                    Outcome.Why.NOT_THEIRS,
                    "kind",
                    kind.name(),
                    "it never leaves this node",
                    "keep it on the private line");
        }
        List<Problem> problems = kind.form().problems(statement.body());
        if (!problems.isEmpty()) {
            throw new Against(new Outcome.Not(Outcome.Why.ILL_FORMED, problems));
        }
        Optional<About> ref = statement.about().map(name -> ref(name, about));
        Lane lane = lane(kind)
                .or(() -> about.map(record -> record.envelope().origin().lane()))
                .orElse(Lane.MAIN);
        of(kind, ref, about);
        passes(kind, lane);
        return new Decided(kind, lane, ref);
    }

    /** In which log it stands, if not in that of what it is about: what was heard stands where its kind does. */
    private Optional<Lane> lane(Kind kind) {
        return kind.mechanism() == Mechanism.HEARD ? heard().lane() : kind.lane();
    }

    /** The kind of what another party was heard saying; what is none, or would mean nothing, is refused. */
    private Kind heard() {
        String name = statement.word("kind").orElse("");
        if (statement.word("from").filter(line.me().name()::equals).isPresent()) {
            throw against(
                    Outcome.Why.ILL_FORMED, "body.from", line.me().name(), "it is ourselves", "say it as our own");
        }
        Kind kind = Kinds.named(name)
                .filter(each -> HEARABLE.contains(each.mechanism()))
                .orElseThrow(() -> against(
                        Outcome.Why.ILL_FORMED,
                        "body.kind",
                        name,
                        "nothing of this kind can be heard",
                        "a notice, a call, a status or an answer"));
        Json.Obj says = statement.body().require("says").object();
        List<Problem> problems = kind.form().problems(says).stream()
                .map(problem -> new Problem(
                        "body.says." + problem.field(), problem.value(), problem.reason(), problem.wayOut()))
                .toList();
        if (!problems.isEmpty()) {
            throw new Against(new Outcome.Not(Outcome.Why.ILL_FORMED, problems));
        }
        return kind;
    }

    private About ref(String name, Optional<Held> about) {
        if (name.matches("[0-9a-f]{64}")) {
            return new ConflictRef(Hash.ofHex(name));
        }
        return about.map(Held::ref).orElseThrow(() -> unknown(name));
    }

    private static Against unknown(String name) {
        return against(Outcome.Why.UNKNOWN, "about", name, "no record of this name is here", "look at its name again");
    }

    private void of(Kind kind, Optional<About> ref, Optional<Held> about) {
        switch (kind.mechanism()) {
            case NOTICE, PROPOSAL -> {
                if (ref.isPresent()) {
                    succeeds(kind, ref.get(), about);
                }
            }
            case ANSWER -> answers(kind, subject(required(ref)), about.orElseThrow(() -> unknown("")));
            case CALL, HEARD, NODE -> {}
        }
    }

    private static About required(Optional<About> ref) {
        return ref.orElseThrow(() -> against(
                Outcome.Why.ILL_FORMED, "about", "absent", "it is about a record", "name the record: BIRCH-412"));
    }

    private Subject subject(About about) {
        String name = about instanceof RecordRef record ? record.record() : "";
        return line.picture()
                .subject(name)
                .orElseThrow(() -> against(
                        Outcome.Why.ILL_FORMED,
                        "about",
                        name,
                        "that record means nothing that could be answered",
                        "name another"));
    }

    /** A later version names the one that it replaces, and that must be the newest. A resolution is about a conflict. */
    private void succeeds(Kind kind, About about, Optional<Held> record) {
        if (about instanceof ConflictRef(Hash id)) {
            Optional<Conflict> conflict = line.picture().conflicts().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst();
            if (conflict.isEmpty()) {
                throw against(
                        Outcome.Why.STALE,
                        "about",
                        id.toString(),
                        "there is no such conflict any more",
                        "look at the conflicts again");
            }
            return;
        }
        Subject subject = subject(about);
        boolean own = subject.kind().equals(kind)
                && (kind.mechanism() == Mechanism.PROPOSAL || subject.owner().equals(line.me()));
        if (!own && kind.mechanism() == Mechanism.NOTICE && subject.kind().equals(kind)) {
            throw against(
                    Outcome.Why.NOT_THEIRS,
                    "about",
                    subject.name(),
                    "it is " + subject.owner() + "'s",
                    "only its owner amends it; send a query or a proposal");
        }
        if (own && !subject.current().record().ref().equals(about)) {
            throw newer(subject, record);
        }
        if (own && kind.mechanism() == Mechanism.NOTICE) {
            goesOn(subject);
        }
    }

    private static void goesOn(Subject subject) {
        ENDS.stream().filter(end -> subject.last(end).isPresent()).findFirst().ifPresent(end -> {
            throw against(Outcome.Why.STALE, "about", subject.name(), "it is " + end + " already", "notify it anew");
        });
    }

    private static Against newer(Subject subject, Optional<Held> record) {
        return against(
                Outcome.Why.STALE,
                "about",
                record.map(Held::name).orElse(""),
                "there is a newer version, " + subject.current().record().name(),
                "look at it, then say it about that one");
    }

    private void answers(Kind kind, Subject subject, Held about) {
        boolean own = subject.owner().equals(line.me());
        switch (kind.name()) {
            case "status" -> status(subject, own);
            case "correction" -> {
                byAPerson("a program corrects nothing");
                if (!about.by().equals(line.me())) {
                    throw against(
                            Outcome.Why.NOT_THEIRS,
                            "about",
                            about.name(),
                            "it is " + about.by() + "'s",
                            "only its author corrects it; send a query");
                }
            }
            case "translation" -> translation(about);
            default -> answer(subject, own, about);
        }
    }

    /** Anybody's person releases a translation of anybody's words: it is shown beside them, with who released it. */
    private void translation(Held about) {
        String language = statement.word("language").orElse("");
        byAPerson("a program releases no translation");
        if (about.envelope().lang().filter(language::equals).isPresent()) {
            throw against(
                    Outcome.Why.ILL_FORMED,
                    "body.language",
                    language,
                    about.name() + " was written in it",
                    "say into which other language it is");
        }
    }

    private void byAPerson(String reason) {
        if (!author.isPerson()) {
            throw against(Outcome.Why.NOT_THEIRS, "kind", statement.kind(), reason, "let a person say it");
        }
    }

    private void status(Subject subject, boolean own) {
        String status = statement.word("status").orElse("");
        if (subject.kind().mechanism() == Mechanism.CALL) {
            byAPerson("a program neither lifts a call nor says that it goes on");
        }
        boolean heardHere = subject.isHeard()
                && subject.current().record().writer().equals(line.me())
                && status.equals("withdrawn");
        if (!own && !heardHere) {
            throw against(
                    Outcome.Why.NOT_THEIRS,
                    "about",
                    subject.name(),
                    "it is " + subject.owner() + "'s",
                    "only its owner says how it stands");
        }
        if (!subject.kind().statuses().contains(status)) {
            throw against(
                    Outcome.Why.ILL_FORMED,
                    "body.status",
                    status,
                    "no status of " + subject.kind().name(),
                    "one of "
                            + String.join(
                                    ", ",
                                    subject.kind().statuses().stream().sorted().toList()));
        }
        if (REPORTS.contains(status)) {
            isNotAhead();
        }
    }

    /** What is reported as having been so cannot lie ahead: a plan would count for nobody before it was over. */
    private void isNotAhead() {
        statement.word("at").filter(at -> Instants.parse(at) > now + AHEAD).ifPresent(at -> {
            throw against(
                    Outcome.Why.ILL_FORMED,
                    "body.at",
                    at,
                    "it lies ahead of the node's clock, " + Instants.print(now),
                    "report it when it is so");
        });
    }

    private void answer(Subject subject, boolean own, Held about) {
        String says = statement.word("says").orElse("");
        if (!author.isPerson()) {
            throw against(
                    Outcome.Why.NOT_THEIRS, "body.says", says, "a program answers for nobody", "let a person answer");
        }
        if (own && !says.equals("adopted")) {
            throw against(Outcome.Why.NOT_THEIRS, "about", about.name(), "it is your own", "the others answer it");
        }
        if (!subject.kind().answers().contains(says) && !says.equals("adopted")) {
            throw against(
                    Outcome.Why.ILL_FORMED,
                    "body.says",
                    says,
                    "no answer to " + subject.kind().name(),
                    "one of "
                            + String.join(
                                    ", ",
                                    subject.kind().answers().stream().sorted().toList()));
        }
        boolean ofAVersion = subject.versions().stream()
                .anyMatch(version -> version.record().name().equals(about.name()));
        if (ofAVersion && !subject.current().record().name().equals(about.name())) {
            throw newer(subject, Optional.of(about));
        }
        if (says.equals("accepted")) {
            accepts(subject);
        }
    }

    /** An acceptance stands until the time to decide by; a party stands behind one successor at a time. */
    private void accepts(Subject proposal) {
        Held record = proposal.current().record();
        record.says()
                .flatMap(body -> body.get("decideBy"))
                .map(json -> Instants.parse(json.text()))
                .filter(until -> until < now)
                .ifPresent(until -> {
                    throw against(
                            Outcome.Why.STALE,
                            "about",
                            record.name(),
                            "it was to be decided by " + Instants.print(until),
                            "have it proposed again");
                });
        if (proposal.last("withdrawn").isPresent()) {
            throw against(Outcome.Why.STALE, "about", record.name(), "it was withdrawn", "have it proposed again");
        }
        line.picture().subjects().stream()
                .filter(other -> other.kind().equals(proposal.kind())
                        && !other.name().equals(proposal.name())
                        && other.current()
                                .record()
                                .envelope()
                                .about()
                                .equals(record.envelope().about())
                        && other.acceptedBy().contains(line.me())
                        && !other.isConcluded()
                        && other.last("withdrawn").isEmpty())
                .findFirst()
                .ifPresent(other -> {
                    throw against(
                            Outcome.Why.STALE,
                            "about",
                            record.name(),
                            "you stand behind " + other.name() + " in its place",
                            "that one must be withdrawn by " + other.owner() + " first");
                });
    }

    /** On a suspended line goes what is safety, and what makes less: answers, stops, withdrawals. */
    private void passes(Kind kind, Lane lane) {
        boolean routine = lane == Lane.MAIN && kind.mechanism() != Mechanism.ANSWER && !statement.isSafetyCall();
        Optional<PartyName> by = Suspension.of(line, now);
        if (routine && by.isPresent()) {
            throw against(
                    Outcome.Why.SUSPENDED,
                    "kind",
                    kind.name(),
                    by.get() + " has suspended routine traffic",
                    "safety calls, answers, stops and withdrawals still pass");
        }
    }
}
