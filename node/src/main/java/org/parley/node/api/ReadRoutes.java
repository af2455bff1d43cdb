package org.parley.node.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.node.access.Right;
import org.parley.node.alarm.PrivateConflicts;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Conflict;
import org.parley.picture.Held;
import org.parley.picture.Subject;
import org.parley.space.window.Window;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a line's picture shows, asked for at an instant: now, where none is said. */
final class ReadRoutes {
    private static final int PAGE = 100;
    private static final int LONGEST_PAGE = 1_000;

    /** Seconds: a day. */
    private static final int LONGEST_AHEAD = 86_400;

    private final Rooms rooms;

    ReadRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/api/v1/lines", Right.READ, "All lines and how they stand", this::lines)
                        .asks("at")
                        .gives("Lines"),
                Route.of("GET", "/api/v1/lines/{line}", Right.READ, "A line and how it stands", this::line)
                        .asks("at", "knownAt")
                        .gives("Line"),
                Route.of(
                                "GET",
                                "/api/v1/lines/{line}/subjects",
                                Right.READ,
                                "Subjects, by kind, owner, place",
                                this::subjects)
                        .asks("kind", "owner", "limit", "after", "at", "knownAt")
                        .gives("Subjects")
                        .tagged(),
                Route.of(
                                "GET",
                                "/api/v1/lines/{line}/subjects/{record}",
                                Right.READ,
                                "The subject of a record",
                                this::subject)
                        .asks("at", "knownAt")
                        .gives("Subject")
                        .tagged(),
                Route.of("GET", "/api/v1/lines/{line}/conflicts", Right.READ, "Conflicts", this::conflicts)
                        .asks("limit", "after", "at", "knownAt")
                        .gives("Conflicts")
                        .tagged(),
                Route.of("GET", "/api/v1/lines/{line}/conflicts/{id}", Right.READ, "A conflict", this::conflict)
                        .asks("at", "knownAt")
                        .gives("Conflict")
                        .tagged(),
                Route.of(
                                "GET",
                                "/api/v1/lines/{line}/duties",
                                Right.READ,
                                "What is owed, the next to be due first",
                                this::duties)
                        .asks("party", "at", "knownAt")
                        .gives("Duties"),
                Route.of(
                                "GET",
                                "/api/v1/lines/{line}/matches",
                                Right.READ,
                                "What touches notified sites and areas",
                                this::matches)
                        .asks("knownAt")
                        .gives("Matches"),
                Route.of(
                                "GET",
                                "/api/v1/lines/{line}/overdue",
                                Right.READ,
                                "Activities not reported stopped",
                                this::overdue)
                        .asks("at", "knownAt")
                        .gives("Subjects"),
                Route.of(
                                "GET",
                                "/api/v1/lines/{line}/continuing",
                                Right.READ,
                                "Conflicts that are there, or would come within {ahead} seconds, because an activity is not reported stopped",
                                this::continuing)
                        .asks("ahead", "at", "knownAt")
                        .gives("Conflicts"),
                Route.of(
                                "GET",
                                "/api/v1/lines/{line}/measures",
                                Right.READ,
                                "The control measures in force",
                                this::measures)
                        .asks("at", "knownAt")
                        .gives("Measures"),
                Route.of(
                                "GET",
                                "/api/v1/private-conflicts",
                                Right.READ,
                                "Conflicts that no other party is told of: among one's own activities, and across lines",
                                this::privateConflicts)
                        .gives("PrivateConflicts"),
                Route.of("GET", "/api/v1/lines/{line}/agreement", Right.READ, "The agreement in force", this::agreement)
                        .asks("at", "knownAt")
                        .gives("Subject")
                        .tagged(),
                Route.of(
                                "GET",
                                "/api/v1/lines/{line}/metrics",
                                Right.READ,
                                "How the parties keep their duties",
                                this::metrics)
                        .asks("from", "until", "knownAt")
                        .gives("Metrics"),
                Route.of(
                                "GET",
                                "/api/v1/lines/{line}/records",
                                Right.READ,
                                "Records, in the order of each log",
                                this::records)
                        .asks("limit", "after")
                        .gives("Records"),
                Route.of("GET", "/api/v1/lines/{line}/records/{record}", Right.READ, "A record", this::record)
                        .gives("Record"));
    }

    /** A line as it is, or as this node knew it at an instant. */
    private LinePicture pictured(Call call, Map<String, String> named) {
        return pictured(call, named, instant(call));
    }

    /** @param since the first instant that is asked about: before some, what is at rest is needed too */
    private LinePicture pictured(Call call, Map<String, String> named, long since) {
        LinePicture line = rooms.line(named);
        OptionalLong known = call.instant("knownAt");
        if (known.isPresent()) {
            return rooms.pictures().knownAt(line, known.getAsLong());
        }
        return since < line.picture().awakeSince() ? rooms.pictures().whole(line) : line;
    }

    /** The instant that is asked about. */
    private long instant(Call call) {
        return call.instant("at").orElseGet(() -> call.instant("knownAt").orElse(rooms.now()));
    }

    /** Answers anew only where the picture is another than the one that the caller has. */
    private Reply tagged(Call call, LinePicture line, java.util.function.Supplier<ObjectNode> view) {
        String tag = "W/\"" + rooms.events().incarnation() + "-" + line.version() + "\"";
        boolean timeless = call.has(tag)
                && call.asked("at").isEmpty()
                && call.asked("knownAt").isEmpty();
        Reply reply = timeless ? Reply.unchanged(Map.of()) : Reply.of(view.get());
        return reply.with("etag", tag);
    }

    private Reply lines(Call call, Map<String, String> named) {
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        rooms.pictures().all().stream()
                .sorted(Comparator.comparing(line -> line.line().hex()))
                .forEach(line -> items.add(line(line, instant(call))));
        return Reply.of(view);
    }

    private Reply line(Call call, Map<String, String> named) {
        return Reply.of(line(pictured(call, named), instant(call)));
    }

    private ObjectNode line(LinePicture line, long instant) {
        ObjectNode view = View.object()
                .put("line", line.line().hex())
                .put("me", line.me().name())
                .put("private", line.isPrivate())
                .put("at", View.time(instant));
        ArrayNode members = view.putArray("members");
        for (PartyName member : line.members()) {
            ObjectNode of = members.addObject().put("party", member.name());
            if (!member.equals(line.me())) {
                of.set("state", View.state(line.picture().line(line.me(), member, instant)));
            }
        }
        logs(view.putArray("logs"), line);
        line.picture().inForce().ifPresent(record -> view.put("agreement", record.record()));
        rooms.node()
                .standing()
                .fence(line.line())
                .ifPresent(fence -> view.putObject("fence")
                        .put("state", View.word(fence.state()))
                        .put("why", fence.why()));
        return view;
    }

    /** How long each log is in the picture, and how much of it each member's machine is known to hold. */
    private void logs(ArrayNode logs, LinePicture line) {
        for (Origin origin : line.sizes().keySet().stream()
                .sorted(Comparator.comparing(Origin::toString))
                .toList()) {
            ObjectNode log = logs.addObject()
                    .put("log", origin.toString())
                    .put("by", origin.party().name())
                    .put("lane", origin.lane().toString())
                    .put("size", line.sizes().get(origin));
            ObjectNode held = log.putObject("held");
            for (PartyName member : line.members()) {
                rooms.node()
                        .standing()
                        .held(origin, member)
                        .ifPresent(receipt -> held.putObject(member.name())
                                .put("size", receipt.size())
                                .put("at", View.time(receipt.time() * 1_000)));
            }
        }
    }

    private Reply subjects(Call call, Map<String, String> named) {
        LinePicture line = pictured(call, named);
        return tagged(call, line, () -> {
            List<Subject> chosen = call.asked("kind")
                    .map(line.picture()::subjects)
                    .orElseGet(() -> List.copyOf(line.picture().subjects()));
            List<Subject> sorted = chosen.stream()
                    .filter(subject -> call.asked("owner")
                            .filter(owner -> !owner.equals(subject.owner().name()))
                            .isEmpty())
                    .sorted(Comparator.comparing(Subject::name))
                    .toList();
            return page(call, sorted, Subject::name, subject -> View.subject(line, subject, instant(call)));
        });
    }

    /** Some of a sorted list, from behind the name that the caller saw last. */
    private static <T> ObjectNode page(
            Call call,
            List<T> sorted,
            java.util.function.Function<T, String> name,
            java.util.function.Function<T, ObjectNode> view) {
        int most = call.number("limit", PAGE, LONGEST_PAGE);
        String after = call.asked("after").orElse("");
        List<T> rest = sorted.stream()
                .filter(each -> after.isEmpty() || name.apply(each).compareTo(after) > 0)
                .toList();
        List<T> page = rest.subList(0, Math.min(most, rest.size()));
        ObjectNode answer = View.object();
        ArrayNode items = answer.putArray("items");
        page.forEach(each -> items.add(view.apply(each)));
        if (page.size() < rest.size()) {
            answer.put("next", name.apply(page.getLast()));
        }
        return answer;
    }

    private Reply subject(Call call, Map<String, String> named) {
        LinePicture line = pictured(call, named);
        Subject subject = line.picture().subject(name(named)).orElseThrow(() -> notHere(name(named)));
        return tagged(call, line, () -> {
            ObjectNode view = View.subject(line, subject, instant(call));
            line.picture()
                    .narrow(subject)
                    .forEach(against -> view.withObjectProperty("properties")
                            .withArray("narrow")
                            .add(View.against(line, against)));
            return view;
        });
    }

    private static String name(Map<String, String> named) {
        return Optional.ofNullable(named.get("record")).orElseThrow();
    }

    private static Unanswerable notHere(String name) {
        return Unanswerable.of(
                Trouble.NOT_HERE, "record", name, "no record of this name is here", "look at its name again");
    }

    private Reply conflicts(Call call, Map<String, String> named) {
        LinePicture line = pictured(call, named);
        return tagged(call, line, () -> {
            List<Conflict> sorted = line.picture().conflicts().stream()
                    .sorted(Comparator.comparing(conflict -> conflict.id().toString()))
                    .toList();
            return page(call, sorted, conflict -> conflict.id().toString(), conflict -> View.conflict(line, conflict));
        });
    }

    private Reply conflict(Call call, Map<String, String> named) {
        LinePicture line = pictured(call, named);
        String id = Optional.ofNullable(named.get("id")).orElseThrow();
        Conflict conflict = line.picture().conflicts().stream()
                .filter(each -> each.id().toString().startsWith(id))
                .findFirst()
                .orElseThrow(() -> Unanswerable.of(
                        Trouble.NOT_HERE, "id", id, "there is no such conflict", "it is over, or never was"));
        return tagged(call, line, () -> View.conflict(line, conflict));
    }

    private Reply duties(Call call, Map<String, String> named) {
        LinePicture line = pictured(call, named);
        PartyName party = call.asked("party").map(name -> member(line, name)).orElse(line.me());
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        line.picture().open(party, instant(call)).forEach(duty -> items.add(View.duty(duty, instant(call))));
        return Reply.of(view);
    }

    private static PartyName member(LinePicture line, String name) {
        return line.members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Unanswerable.of(
                        Trouble.ILL_FORMED, "party", name, "no member of this line", "one of " + line.members()));
    }

    private Reply matches(Call call, Map<String, String> named) {
        LinePicture line = pictured(call, named);
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        line.picture().matches().forEach(match -> items.add(View.match(match)));
        return Reply.of(view);
    }

    private Reply overdue(Call call, Map<String, String> named) {
        LinePicture line = pictured(call, named);
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        line.picture().overdue(instant(call)).forEach(subject -> items.add(View.subject(line, subject, instant(call))));
        return Reply.of(view);
    }

    private Reply continuing(Call call, Map<String, String> named) {
        LinePicture line = pictured(call, named);
        long ahead = call.number("ahead", 0, LONGEST_AHEAD) * 1_000L;
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        line.picture()
                .continuing(instant(call), ahead)
                .forEach(each -> items.add(View.conflict(line, each.conflict()).put("since", View.time(each.since()))));
        return Reply.of(view);
    }

    private Reply measures(Call call, Map<String, String> named) {
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        pictured(call, named).picture().measures(instant(call)).forEach(measure -> items.add(View.measure(measure)));
        return Reply.of(view);
    }

    private Reply privateConflicts(Call call, Map<String, String> named) {
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        PrivateConflicts.of(rooms.pictures().all(), PrivateConflicts.EVER)
                .forEach(conflict -> items.add(View.conflict(conflict)));
        return Reply.of(view);
    }

    private Reply agreement(Call call, Map<String, String> named) {
        LinePicture line = pictured(call, named);
        String record = line.picture()
                .inForce()
                .orElseThrow(() -> Unanswerable.of(
                        Trouble.NOT_HERE, "agreement", "absent", "nothing was concluded", "propose an agreement"))
                .record();
        return subject(call, Map.of("line", line.line().hex(), "record", record));
    }

    private Reply metrics(Call call, Map<String, String> named) {
        OptionalLong from = call.instant("from");
        long until = call.instant("until").orElse(rooms.now());
        Window period = new Window(Math.min(from.orElse(until - 86_400_000L), until - 1), until);
        LinePicture line = pictured(call, named, period.from());
        ObjectNode view = View.object().put("from", View.time(period.from())).put("until", View.time(period.until()));
        ObjectNode parties = view.putObject("parties");
        for (PartyName member : line.members()) {
            parties.set(member.name(), MetricView.metrics(line.picture().metrics(member, period)));
        }
        view.set("sinceStart", MetricView.since(rooms.pictures().since(rooms.line(named))));
        return Reply.of(view);
    }

    private Reply records(Call call, Map<String, String> named) {
        LinePicture line = rooms.line(named);
        int most = call.number("limit", PAGE, LONGEST_PAGE);
        RecordCursor cursor = RecordCursor.of(line, call.asked("after"));
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        RecordCursor next = cursor.read(rooms.pictures().records(), line, most, held -> items.add(record(line, held)));
        view.put("next", next.text());
        return Reply.of(view);
    }

    private Reply record(Call call, Map<String, String> named) {
        LinePicture line = rooms.line(named);
        Held held = rooms.pictures().records().named(line.line(), name(named)).orElseThrow(() -> notHere(name(named)));
        return Reply.of(record(line, held));
    }

    /** A record, and since when the machines of the others hold it. */
    private ObjectNode record(LinePicture line, Held held) {
        ObjectNode view = View.record(line.picture(), held);
        for (PartyName member : line.members()) {
            if (!member.equals(held.writer())) {
                rooms.pictures()
                        .records()
                        .since(member, held)
                        .ifPresent(at -> view.withObjectProperty("stored").put(member.name(), View.time(at)));
            }
        }
        return view;
    }
}
