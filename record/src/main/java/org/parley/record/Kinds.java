package org.parley.record;

import static org.parley.record.form.Field.optional;
import static org.parley.record.form.Field.required;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.ledger.Lane;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.record.agreement.AgreementForm;
import org.parley.record.form.Field;
import org.parley.record.form.FieldType;
import org.parley.record.form.FieldType.Anything;
import org.parley.record.form.FieldType.Digest;
import org.parley.record.form.FieldType.Flag;
import org.parley.record.form.FieldType.Group;
import org.parley.record.form.FieldType.ListOf;
import org.parley.record.form.FieldType.Moment;
import org.parley.record.form.FieldType.Party;
import org.parley.record.form.FieldType.Ref;
import org.parley.record.form.FieldType.Text;
import org.parley.record.form.FieldType.Whole;
import org.parley.record.form.FieldType.Word;
import org.parley.record.form.Form;
import org.parley.record.volume.Bound;
import org.parley.record.volume.PlaceType;
import org.parley.record.volume.ShapeType;
import org.parley.record.volume.StatedVolume;
import org.parley.space.window.Window;

/**
 * The catalogue: every kind of record that this version understands. A kind that is not here is kept, carried and shown as
 * it came, and means nothing. A new kind is one declaration here, and its templates.
 */
public final class Kinds {
    /** What anyone may answer to anything that asks for an answer: none of it is consent. */
    private static final Set<String> USUAL = Set.of("read", "read-back", "relayed", "noted", "objected", "unable");

    /** A person has taken note. What it thinks of it is another matter. */
    public static final Expected ACKNOWLEDGE =
            Expected.byPrecedence("acknowledge", "read", "read-back", "noted", "objected", "unable");

    private static final Expected DECIDE = Expected.until("decideBy", "decide", "accepted", "declined", "countered");

    /** Taking is not stopping: the first of three. Each later word meets the earlier ones too. */
    private static final Expected[] STOP = {
        Expected.inSeconds(30, "take", "taken", "relayed", "ceased", "unable", "not-ours-passing-on", "checking"),
        Expected.inSeconds(120, "relay", "relayed", "ceased", "unable", "not-ours-passing-on"),
        Expected.inSeconds(300, "cease", "ceased", "unable", "not-ours-passing-on")
    };

    private static final Text NAME = new Text(64);
    private static final Text LINE = new Text(400);
    private static final Text LONG = new Text(8_000);
    private static final Word COUNT = Word.of("1", "2-4", "5-9", "10-19", "20-49", "50-");
    private static final FieldType SPEED = new Whole(0, 2_000_000, "centimetres a second");
    private static final FieldType COURSE = new Whole(0, 35_999, "hundredths of a degree from true north");
    private static final Word LANGUAGE = Word.of("en", "ru", "ar");
    private static final Word BEARER =
            Word.of("link", "telephone", "radio", "satellite", "fax", "e-mail", "paper", "person");
    private static final Field DECIDE_BY = required("decideBy", new Moment());
    private static final FieldType VOLUMES = new ListOf(new Group(StatedVolume.FORM), 256);

    /** Of a finding, what a later one must not be worse in. */
    private static final Group FIGURES = Group.of(
            required("horizontal", new Whole(0, 5_000_000_00L, "centimetres")),
            required("inLevels", new Flag()),
            required("vertical", new Whole(0, 1L << 33, "centimetres, or feet of pressure altitude")),
            required("time", new Whole(0, 1L << 50, "milliseconds")));

    /** What an activity can be. */
    public static final Word ACTIVITY = Word.of(
            "air",
            "uas",
            "ground",
            "sea",
            "subsurface",
            "fires-hazard",
            "humanitarian",
            "repair",
            "sar",
            "medevac",
            "test",
            "other");

    /** What a protected site can be. */
    public static final Word SITE = Word.of(
            "hospital",
            "school",
            "water",
            "warehouse",
            "office",
            "shelter",
            "cultural",
            "worship",
            "dam",
            "nuclear",
            "camp");

    private static final Map<String, Kind> ALL = Stream.of(
                    joint("agreement", Lane.MAIN, AgreementForm.FORM, "ended", "end-condition-met"),
                    joint("measure", Lane.MAIN, AgreementForm.MEASURE, "ended"),
                    joint(
                            "resolution",
                            Lane.MAIN,
                            Form.of(
                                    required("finding", new Digest()),
                                    required("figures", FIGURES),
                                    required("change", Word.of("time", "space", "level", "cancel", "accepted-risk")),
                                    required("owes", new Party()),
                                    required("text", LINE),
                                    optional("until", new Moment()),
                                    DECIDE_BY)),
                    joint(
                            "call-record",
                            Lane.MAIN,
                            Form.of(
                                            required("bearer", BEARER),
                                            required("begun", new Moment()),
                                            required("ended", new Moment()),
                                            required("participants", new ListOf(NAME, 32)),
                                            required("summary", LONG),
                                            optional("actions", new ListOf(LINE, 32)),
                                            DECIDE_BY)
                                    .readBy(body -> Kinds.window(body, "begun", "ended"))),
                    notice(
                            "activity",
                            Lane.MAIN,
                            Form.of(
                                    required("activity", ACTIVITY),
                                    required("name", NAME),
                                    required("volumes", VOLUMES).repeated(),
                                    optional("title", LINE),
                                    optional("onBehalfOf", NAME),
                                    optional("callsign", NAME),
                                    optional("marking", LINE),
                                    optional("count", COUNT),
                                    optional("contact", LINE),
                                    optional("crossing", new Flag()).repeated(),
                                    optional("lostLink", LINE),
                                    optional("hazard", LINE),
                                    optional("composition", LINE)),
                            "started",
                            "stopped",
                            "withdrawn",
                            "non-conforming"),
                    notice(
                            "area",
                            Lane.MAIN,
                            Form.of(
                                    required("area", Word.of("restriction", "hazard", "caution", "buffer", "holding")),
                                    required("name", NAME),
                                    required("volumes", VOLUMES).repeated(),
                                    optional("reason", LINE)),
                            "withdrawn"),
                    notice(
                            "site",
                            Lane.MAIN,
                            Form.of(
                                            required("site", SITE),
                                            required("name", NAME),
                                            required("place", new PlaceType()).repeated(),
                                            optional("outline", new ShapeType()),
                                            required("buffer", new Whole(0, 50_000_00, "centimetres")),
                                            required("validFrom", new Moment()),
                                            required("validUntil", new Moment()),
                                            optional("verifiedAt", new Moment()),
                                            optional("emblem", new Flag()),
                                            optional("contact", LINE))
                                    .readBy(body -> Kinds.window(body, "validFrom", "validUntil")),
                            "withdrawn",
                            "renewed"),
                    notice(
                            "completeness",
                            Lane.MAIN,
                            Form.of(
                                            required("shape", new ShapeType()).repeated(),
                                            required("from", new Moment()).repeated(),
                                            required("until", new Moment()).repeated(),
                                            required("through", new Whole(0, Long.MAX_VALUE >> 11, "records")),
                                            required("nil", new Flag()))
                                    .readBy(body -> Kinds.window(body, "from", "until")),
                            "withdrawn"),
                    notice(
                            "partner-force",
                            Lane.MAIN,
                            Form.of(
                                    required("name", NAME),
                                    required("areas", new ListOf(new ShapeType(), 64))
                                            .repeated(),
                                    required("answersFor", new Flag()),
                                    optional("marking", LINE),
                                    optional("since", new Moment()),
                                    optional("until", new Moment())),
                            "withdrawn"),
                    notice(
                            "message",
                            Lane.MAIN,
                            Form.of(
                                    optional("template", NAME),
                                    optional("fields", new Anything()),
                                    optional("text", LONG),
                                    optional("place", new PlaceType()),
                                    optional("to", Group.of(required("party", new Party()), optional("role", NAME))),
                                    optional("ackBy", new Moment())),
                            "recalled"),
                    notice(
                            "distress",
                            Lane.SAFETY,
                            Form.of(
                                    required("template", Word.of("SF-9", "MS-1", "MS-2")),
                                    required("name", NAME),
                                    required("volumes", VOLUMES).repeated(),
                                    optional("nature", LINE),
                                    optional("count", COUNT),
                                    optional("contact", LINE)),
                            "started",
                            "stopped",
                            "withdrawn"),
                    notice(
                            "line-state",
                            Lane.SAFETY,
                            Form.of(
                                    required("state", Word.of("open", "degraded", "suspended", "voice-only", "closed")),
                                    required("from", new Moment()),
                                    optional("scope", new ListOf(Word.of("routine"), 1)),
                                    optional("cause", Word.of("decision", "technical", "weather", "power", "unknown")),
                                    optional("reason", LINE))),
                    notice(
                            "watch",
                            Lane.MAIN,
                            Form.of(
                                    required("role", NAME),
                                    required("languages", new ListOf(LANGUAGE, 3)),
                                    required("until", new Moment()),
                                    optional("ladder", new ListOf(NAME, 4))),
                            "relieved"),
                    notice(
                            "draft",
                            Lane.MAIN,
                            Form.of(
                                    required("line", NAME),
                                    required("kind", NAME),
                                    optional("about", NAME),
                                    optional("precedence", NAME),
                                    optional("lang", NAME),
                                    optional("audience", NAME),
                                    required("exercise", new Flag()),
                                    required("says", new Anything()),
                                    required("means", NAME),
                                    required("seed", new Digest())),
                            "released",
                            "dropped"),
                    notice(
                            "look-up",
                            Lane.MAIN,
                            Form.of(
                                    required("line", NAME),
                                    required("what", LINE),
                                    optional("shape", new ShapeType()),
                                    optional("place", new PlaceType()))),
                    notice(
                            "exercise",
                            Lane.MAIN,
                            Form.of(
                                            required("from", new Moment()),
                                            required("until", new Moment()),
                                            optional("reason", LINE))
                                    .readBy(body -> Kinds.window(body, "from", "until")),
                            "ended"),
                    call(
                            "check",
                            Lane.SAFETY,
                            Form.of(
                                    required("text", NAME),
                                    required("bearer", BEARER),
                                    optional("findings", new Digest()),
                                    optional(
                                            "logs",
                                            new ListOf(
                                                    Group.of(
                                                            required("log", NAME),
                                                            required(
                                                                    "size",
                                                                    new Whole(0, Long.MAX_VALUE >> 11, "records"))),
                                                    64))),
                            Set.of(),
                            Expected.inSeconds(60, "answer", "answered")),
                    call(
                            "stop",
                            Lane.SAFETY,
                            Form.of(
                                    required("what", Word.of("our-people", "partner-force", "protected-place")),
                                    optional("place", new PlaceType()).repeated(),
                                    optional("near", new Ref()),
                                    optional("since", new Moment()),
                                    optional("contact", LINE),
                                    optional("text", LINE)),
                            Set.of("lifted", "not-ceased"),
                            STOP),
                    call(
                            "hold",
                            Lane.SAFETY,
                            Form.of(required("until", new Moment()), optional("reason", LINE)),
                            Set.of(),
                            Expected.byPrecedence("answer", "held", "unable", "not-ours-passing-on")),
                    call(
                            "force-claim",
                            Lane.SAFETY,
                            Form.of(
                                    required("place", new PlaceType()).repeated(),
                                    required("at", new Moment()),
                                    optional("height", new Group(Bound.FORM)),
                                    optional("course", COURSE),
                                    optional("speed", SPEED),
                                    optional("description", LINE)),
                            Set.of(),
                            Expected.inSeconds(180, "claim", "ours", "partners", "not-ours", "unknown")),
                    call(
                            "query",
                            Lane.MAIN,
                            Form.of(optional("field", NAME), required("question", LINE)),
                            Set.of(),
                            Expected.byPrecedence("answer", "answered", "not-answered")),
                    call(
                            "read-back-request",
                            Lane.MAIN,
                            Form.of(required("fields", new ListOf(NAME, 32))),
                            Set.of(),
                            Expected.byPrecedence("read back", "read-back")),
                    new Kind(
                            "status",
                            Mechanism.ANSWER,
                            Optional.empty(),
                            Form.of(
                                    required("status", NAME),
                                    required("at", new Moment()),
                                    optional("reason", LINE),
                                    optional("place", new PlaceType()),
                                    optional("until", new Moment())),
                            Set.of(),
                            Set.of(),
                            List.of()),
                    new Kind(
                            "answer",
                            Mechanism.ANSWER,
                            Optional.empty(),
                            Form.of(
                                    required("says", NAME),
                                    optional("fields", new Anything()),
                                    optional("reason", LINE),
                                    optional("level", new Whole(1, 9, "echelons")),
                                    optional("coverage", Word.of("0", "1-49", "50-99", "100")),
                                    optional("act", Word.of("console", "command", "voice"))),
                            Set.of(),
                            Set.of(),
                            List.of()),
                    new Kind(
                            "correction",
                            Mechanism.ANSWER,
                            Optional.empty(),
                            Form.of(required("field", NAME), required("right", LINE), optional("reason", LINE)),
                            Set.of(),
                            Set.of(),
                            List.of()),
                    new Kind(
                            "translation",
                            Mechanism.ANSWER,
                            Optional.empty(),
                            Form.of(required("language", LANGUAGE), required("text", LONG)),
                            Set.of(),
                            Set.of(),
                            List.of()),
                    new Kind(
                            "heard",
                            Mechanism.HEARD,
                            Optional.empty(),
                            Form.of(
                                    required("from", new Party()),
                                    required("bearer", BEARER),
                                    required("at", new Moment()),
                                    required("readBack", new Flag()),
                                    required("kind", NAME),
                                    optional("about", new Ref()),
                                    required("says", new Anything())),
                            Set.of("withdrawn"),
                            Set.of("adopted"),
                            List.of()),
                    new Kind("presented", Mechanism.NODE, Optional.empty(), Form.of(), Set.of(), Set.of(), List.of()),
                    new Kind(
                            "concluded",
                            Mechanism.NODE,
                            Optional.of(Lane.MAIN),
                            Form.of(required("acceptances", new ListOf(new Ref(), 32))),
                            Set.of(),
                            Set.of(),
                            List.of()))
            .collect(Collectors.toMap(
                    Kind::name,
                    kind -> kind,
                    (one, other) -> {
                        throw new IllegalStateException("two kinds " + one.name());
                    },
                    TreeMap::new));

    private Kinds() {}

    /** The kind of this name, if it is understood. */
    public static Optional<Kind> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** All kinds, by name. */
    public static Collection<Kind> all() {
        return ALL.values();
    }

    /** An end before its beginning is an {@link IllegalArgumentException}. */
    private static Window window(Json.Obj body, String from, String until) {
        return new Window(
                Instants.parse(body.require(from).text()),
                Instants.parse(body.require(until).text()));
    }

    private static Kind notice(String name, Lane lane, Form form, String... statuses) {
        return new Kind(name, Mechanism.NOTICE, Optional.of(lane), form, Set.of(statuses), USUAL, List.of(ACKNOWLEDGE));
    }

    private static Kind joint(String name, Lane lane, Form form, String... statuses) {
        return new Kind(
                name,
                Mechanism.PROPOSAL,
                Optional.of(lane),
                form,
                and(Set.of("withdrawn"), statuses),
                and(USUAL, "accepted", "declined", "countered"),
                List.of(ACKNOWLEDGE, DECIDE));
    }

    private static Kind call(String name, Lane lane, Form form, Set<String> statuses, Expected... expects) {
        String[] answers = Stream.of(expects)
                .flatMap(expected -> expected.anyOf().stream())
                .toArray(String[]::new);
        return new Kind(
                name,
                Mechanism.CALL,
                Optional.of(lane),
                form,
                and(Set.of("withdrawn"), statuses.toArray(String[]::new)),
                and(USUAL, answers),
                List.of(expects));
    }

    private static Set<String> and(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toSet());
    }
}
