package org.parley.node.api;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import org.parley.ledger.PartyName;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Envelope;
import org.parley.ledger.envelope.Instants;
import org.parley.node.alarm.Alarm;
import org.parley.node.form.Answered;
import org.parley.node.form.Forms;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Breach;
import org.parley.picture.Conflict;
import org.parley.picture.Delivery;
import org.parley.picture.Duty;
import org.parley.picture.Excess;
import org.parley.picture.Finding;
import org.parley.picture.Held;
import org.parley.picture.LineState;
import org.parley.picture.Match;
import org.parley.picture.Picture;
import org.parley.picture.Preview;
import org.parley.picture.PrivateConflict;
import org.parley.picture.ReadBack;
import org.parley.picture.Subject;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.agreement.Measure;
import org.parley.record.volume.Positions;
import org.parley.space.Problem;
import org.parley.space.height.Band;
import org.parley.space.separation.Separation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is in a picture, as outsiders read it: degrees, metres, seconds, RFC 3339. */
final class View {
    private static final Forms FORMS = Forms.shipped();
    private static final Kind ANSWER = Kinds.named("answer").orElseThrow();

    private View() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static String time(long millis) {
        return Instants.print(millis);
    }

    private static void time(ObjectNode in, String name, OptionalLong millis) {
        millis.ifPresent(at -> in.put(name, time(at)));
    }

    static BigDecimal hundredths(long number) {
        return BigDecimal.valueOf(number, 2);
    }

    /** A record, as it was said, and what it belongs to. */
    static ObjectNode record(Picture picture, Held held) {
        ObjectNode view = record(held);
        picture.subject(held.name())
                .ifPresent(subject -> view.put("subject", subject.name())
                        .put("subjectKind", subject.kind().name()));
        return view;
    }

    private static ObjectNode record(Held held) {
        Envelope envelope = held.envelope();
        ObjectNode view = object();
        view.put("record", held.name());
        view.put("leaf", held.leaf().toString());
        view.put("kind", held.kind());
        view.put("by", held.by().name());
        view.put("writer", held.writer().name());
        view.put("log", envelope.origin().lane().toString());
        view.put("no", envelope.no());
        view.put("at", time(envelope.at()));
        view.put("exercise", envelope.exercise());
        envelope.about().ifPresent(about -> view.put("about", about.name()));
        envelope.under().ifPresent(under -> view.put("under", under.record()));
        envelope.role().ifPresent(role -> view.put("role", role));
        envelope.officer().ifPresent(officer -> view.put("officer", officer));
        envelope.precedence().ifPresent(precedence -> view.put("precedence", precedence));
        envelope.audience().ifPresent(audience -> view.put("audience", audience));
        envelope.lang().ifPresent(lang -> view.put("lang", lang));
        if (held.isHeard()) {
            view.put("heard", true);
            held.body()
                    .ifPresent(hearing -> view.put(
                                    "bearer", hearing.require("bearer").text())
                            .put("heardAt", hearing.require("at").text())
                            .put("readBack", hearing.require("readBack").flag()));
        }
        held.says()
                .ifPresentOrElse(
                        body -> view.set("body", FORMS.show(held.kind(), body)), () -> view.put("erased", true));
        return view;
    }

    /** A subject as a GeoJSON feature, with all that follows about it at an instant. */
    static ObjectNode subject(LinePicture line, Subject subject, long instant) {
        Picture picture = line.picture();
        ObjectNode view = object().put("type", "Feature").put("id", subject.name());
        JsonNode body = subject.current()
                .record()
                .says()
                .<JsonNode>map(says -> FORMS.show(subject.kind().name(), says))
                .orElseGet(JsonNodeFactory.instance::nullNode);
        view.set("geometry", Geometries.of(body));
        ObjectNode of = view.putObject("properties");
        of.put("line", line.line().hex());
        of.put("kind", subject.kind().name());
        of.put("owner", subject.owner().name());
        of.put("current", subject.current().record().name());
        of.put("versions", subject.versions().size());
        of.put("since", time(subject.versions().getFirst().record().envelope().at()));
        of.put("heard", subject.isHeard());
        of.put("exercise", subject.current().record().envelope().exercise());
        of.set("body", body);
        statuses(of.putArray("statuses"), subject);
        answers(of.putArray("answers"), picture, subject, subject.answers());
        answers(of.putArray("heardAnswers"), picture, subject, subject.heard());
        subject.corrections().forEach(record -> of.withArray("corrections").add(beside(record)));
        subject.translations().forEach(record -> of.withArray("translations").add(beside(record)));
        subject.concluded().ifPresent(record -> of.put("concluded", record.name()));
        deliveries(of.putObject("delivery"), line, subject);
        picture.duties(subject.name()).forEach(duty -> of.withArray("duties").add(duty(duty, instant)));
        picture.breaches(subject.name())
                .forEach(breach -> of.withArray("breaches").add(breach(breach)));
        picture.matches(subject.name()).forEach(match -> of.withArray("matches").add(match(match)));
        picture.conflictsOf(subject.name())
                .forEach(conflict -> of.withArray("conflicts").add(conflict.id().toString()));
        picture.calls(subject).forEach(call -> of.withArray("calls").add(call.name()));
        if (picture.isQueried(subject)) {
            of.withArray("marks").add("precision-queried");
        }
        if (!subject.owner().equals(line.me())) {
            Suggestion.query(picture, subject)
                    .ifPresent(query -> of.withArray("suggested").add(query));
        }
        return view;
    }

    /** What was said beside a subject's own records, a correction or a translation: with what it says, where that was not erased. */
    private static ObjectNode beside(Held record) {
        ObjectNode view = object();
        record.says()
                .map(body -> FORMS.show(record.kind(), body))
                .filter(ObjectNode.class::isInstance)
                .ifPresent(body -> view.setAll((ObjectNode) body));
        view.put("record", record.name())
                .put("by", record.by().name())
                .put("at", time(record.envelope().at()));
        record.envelope().about().ifPresent(about -> view.put("about", about.name()));
        record.envelope().officer().ifPresent(officer -> view.put("officer", officer));
        return view;
    }

    private static void statuses(ArrayNode of, Subject subject) {
        for (Subject.StatusChange change : subject.statuses()) {
            of.addObject()
                    .put("status", change.status())
                    .put("at", time(change.at()))
                    .put("record", change.record().name());
        }
    }

    /** What fields of an answer mean, the kind says that it is about. */
    private static void answers(ArrayNode of, Picture picture, Subject subject, Collection<Subject.Answer> answers) {
        for (Subject.Answer answer : answers) {
            ObjectNode view = of.addObject()
                    .put("by", answer.by().name())
                    .put("says", answer.says())
                    .put("about", answer.about())
                    .put("record", answer.record().name())
                    .put("at", time(answer.record().envelope().at()));
            answer.record()
                    .says()
                    .ifPresent(body -> view.set(
                            "body",
                            FORMS.show(ANSWER, answered(subject.current().record()), body)));
            picture.readBack(answer)
                    .forEach(difference -> view.withArray("differences").add(difference(difference)));
        }
    }

    /** A record as what answers it has to know it; empty where its kind is not understood. */
    static Optional<Answered> answered(Held record) {
        Optional<String> template = record.says()
                .flatMap(says -> says.get("template"))
                .flatMap(code -> code instanceof Json.Str(String text) ? Optional.of(text) : Optional.empty());
        return Kinds.named(record.kind()).map(kind -> new Answered(kind, template));
    }

    /** Where a read-back is another than what was said: places in degrees, all else as records hold it. */
    private static ObjectNode difference(ReadBack.Difference difference) {
        ObjectNode view = object().put("field", difference.field());
        difference.said().ifPresent(said -> view.set("said", value(said)));
        view.set("read", value(difference.read()));
        difference.apart().ifPresent(apart -> view.put("apart", hundredths(apart)));
        return view;
    }

    private static JsonNode value(Json json) {
        return switch (json) {
            case Json.Str(String text) -> JsonNodeFactory.instance.stringNode(text);
            case Json.Int(long number) -> JsonNodeFactory.instance.numberNode(number);
            case Json.Bool(boolean flag) -> JsonNodeFactory.instance.booleanNode(flag);
            case Json.Arr place when Positions.isPlace(place) -> Geometries.position(Positions.place(place));
            case Json.Arr _, Json.Obj _ ->
                JsonNodeFactory.instance.stringNode(new String(Canonical.bytes(json), StandardCharsets.UTF_8));
        };
    }

    private static void deliveries(ObjectNode of, LinePicture line, Subject subject) {
        for (PartyName party : line.members()) {
            if (!party.equals(subject.owner())) {
                Delivery delivery = line.picture().delivery(subject, party);
                ObjectNode view = of.putObject(party.name());
                time(view, "stored", delivery.stored());
                time(view, "shown", delivery.shown());
                delivery.answered()
                        .ifPresent(answer -> view.put("answered", answer.says())
                                .put("at", time(answer.record().envelope().at())));
                if (line.picture().isOldPlanHeld(subject, party)) {
                    view.put("oldPlan", true);
                }
            }
        }
    }

    static ObjectNode duty(Duty duty, long instant) {
        ObjectNode view = object().put("what", duty.what())
                .put("owedBy", duty.owedBy().name())
                .put("about", duty.about().record())
                .put("stage", word(duty.at(instant)));
        time(view, "since", duty.since());
        time(view, "due", duty.due());
        duty.met()
                .ifPresent(met ->
                        view.putObject("met").put("record", met.by().record()).put("at", time(met.at())));
        return view;
    }

    static ObjectNode breach(Breach breach) {
        return excess(breach.excess()).put("about", breach.about().record());
    }

    /** What a notice, sent or not, has beyond the agreement. */
    static ObjectNode excess(Excess breach) {
        ObjectNode view = object().put("what", word(breach.what())).put("of", breach.of());
        breach.towards().ifPresent(party -> view.put("towards", party.name()));
        breach.beyond()
                .ifPresent(beyond ->
                        view.put("core", hundredths(beyond.core())).put("nearest", hundredths(beyond.nearest())));
        return switch (breach.what()) {
            case LEAD_TIME, WINDOW, CROSSING ->
                view.put("unit", "s")
                        .put("figure", BigDecimal.valueOf(breach.figure(), 3))
                        .put("limit", BigDecimal.valueOf(breach.limit(), 3));
            case BOX -> view.put("unit", "m²").put("figure", breach.figure()).put("limit", breach.limit());
            case CORRIDOR, SIDE ->
                view.put("unit", "m")
                        .put("figure", hundredths(breach.figure()))
                        .put("limit", hundredths(breach.limit()));
        };
    }

    static ObjectNode match(Match match) {
        ObjectNode view = object().put("subject", match.subject())
                .put("about", match.about().record())
                .put("place", match.place())
                .put("of", match.of().record())
                .put("distance", hundredths(match.distance()));
        match.inside().ifPresent(inside -> view.put("inside", hundredths(inside)));
        return view;
    }

    static ObjectNode conflict(LinePicture line, Conflict conflict) {
        Picture picture = line.picture();
        ObjectNode view = object().put("id", conflict.id().toString())
                .put("line", line.line().hex())
                .put("a", conflict.a())
                .put("b", conflict.b())
                .put("stand", word(picture.stand(conflict)))
                .put("riskMayBeAccepted", picture.mayAcceptRisk(conflict));
        picture.owesFirstMove(conflict).ifPresent(party -> view.put("firstMove", party.name()));
        picture.resolutions(conflict)
                .forEach(resolution -> view.withArray("resolutions").add(resolution.name()));
        view.set("finding", finding(conflict.finding()));
        return view;
    }

    static ObjectNode finding(Finding finding) {
        ObjectNode view = object().put("hash", finding.hash().toString())
                .put("a", finding.a().record())
                .put("volumeA", finding.volumeA())
                .put("b", finding.b().record())
                .put("volumeB", finding.volumeB());
        separation(view, finding.separation());
        return view;
    }

    /** A conflict that nobody else is told of. */
    static ObjectNode conflict(PrivateConflict conflict) {
        ObjectNode view = object();
        view.putObject("a")
                .put("line", conflict.lineA().hex())
                .put("subject", conflict.a())
                .put("version", conflict.versionA());
        view.putObject("b")
                .put("line", conflict.lineB().hex())
                .put("subject", conflict.b())
                .put("version", conflict.versionB());
        view.put("across", conflict.isAcross());
        separation(view, conflict.separation());
        return view;
    }

    static ObjectNode measure(Measure measure) {
        ObjectNode view = object().put("name", measure.name()).put("measure", measure.kind());
        measure.line()
                .ifPresent(line ->
                        view.set("geometry", Geometries.line(line.footprint().chain())));
        measure.sides()
                .forEach((party, side) -> view.withObjectProperty("sides").put(party.name(), word(side)));
        measure.crossingNotice().ifPresent(millis -> view.put("crossingNotice", BigDecimal.valueOf(millis, 3)));
        if (measure.window().from() >= Instants.MIN) {
            view.put("from", time(measure.window().from()));
        }
        if (measure.window().until() <= Instants.MAX) {
            view.put("until", time(measure.window().until()));
        }
        return view;
    }

    /** Another activity, seen from one that is too near to it, or nearly so. */
    static ObjectNode against(LinePicture line, Preview.Against against) {
        ObjectNode view = object().put("with", against.other())
                .put("version", against.version().record())
                .put("volume", against.volume())
                .put("onOther", against.onOther());
        line.picture()
                .subject(against.other())
                .ifPresent(other -> view.put("owner", other.owner().name()));
        separation(view, against.separation());
        return view;
    }

    /** How near two volumes are. */
    static void separation(ObjectNode view, Separation separation) {
        view.put("horizontal", hundredths(separation.horizontal()))
                .put("time", BigDecimal.valueOf(separation.timeGap(), 3))
                .put("from", time(separation.from()))
                .put("until", time(separation.until()));
        if (separation.vertical().inLevels()) {
            view.put("verticalFeet", separation.vertical().gap());
        } else {
            view.put("vertical", hundredths(separation.vertical().gap()));
        }
        ObjectNode overlap = overlap(separation);
        if (!overlap.isEmpty()) {
            view.set("overlap", overlap);
        }
        view.set("onA", Geometries.point(separation.onA()));
        view.set("onB", Geometries.point(separation.onB()));
    }

    /** By how much they share heights, where that has a bound, and time. */
    private static ObjectNode overlap(Separation separation) {
        ObjectNode view = object();
        Band.Gap heights = separation.vertical();
        if (heights.meet() && heights.overlap() != Long.MAX_VALUE && heights.inLevels()) {
            view.put("verticalFeet", heights.overlap());
        } else if (heights.meet() && heights.overlap() != Long.MAX_VALUE) {
            view.put("vertical", hundredths(heights.overlap()));
        }
        if (separation.timeOverlap() > 0) {
            view.put("time", BigDecimal.valueOf(separation.timeOverlap(), 3));
        }
        return view;
    }

    static ObjectNode state(LineState state) {
        ObjectNode view = object().put("declared", word(state.declared()))
                .put("machine", word(state.machine()))
                .put("missed", state.missed())
                .put("person", word(state.person()));
        time(view, "answered", state.answered());
        time(view, "heard", state.heard());
        time(view, "confirmed", state.confirmed());
        return view;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static ObjectNode alarm(Alarm alarm, boolean over) {
        ObjectNode view = object().put("what", word(alarm.what()))
                .put("line", alarm.line().hex())
                .put("of", alarm.of())
                .put("over", over);
        ArrayNode about = view.putArray("about");
        alarm.about().forEach(about::add);
        ArrayNode called = view.putArray("called");
        alarm.called().forEach(called::add);
        return view;
    }

    static ObjectNode problem(Problem problem) {
        return object().put("field", problem.field())
                .put("value", problem.value())
                .put("reason", problem.reason())
                .put("wayOut", problem.wayOut());
    }

    /** Whether a kind is understood here. */
    static boolean isKnown(String kind) {
        return Kinds.named(kind).isPresent();
    }
}
