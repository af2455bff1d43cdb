package org.parley.node.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.canonical.Json;
import org.parley.node.access.Caller;
import org.parley.node.access.Right;
import org.parley.node.desk.Author;
import org.parley.node.desk.Basis;
import org.parley.node.desk.Outcome;
import org.parley.node.desk.Statement;
import org.parley.node.desk.Waiting;
import org.parley.node.form.Echo;
import org.parley.node.pictures.LinePicture;
import org.parley.picture.Picture;
import org.parley.record.Kinds;
import org.parley.space.Volume;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Saying things, and releasing what another wrote. */
final class SayRoutes {
    private final Rooms rooms;

    SayRoutes(Rooms rooms) {
        this.rooms = rooms;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                                "POST",
                                "/api/v1/lines/{line}/records",
                                Right.READ,
                                "Say something; Idempotency-Key makes a repeat harmless",
                                this::say)
                        .asks("Idempotency-Key")
                        .takes("Said")
                        .gives(201, "Recorded")
                        .gives(202, "Waits"),
                Route.of(
                                "POST",
                                "/api/v1/lines/{line}/preview",
                                Right.DRAFT,
                                "What it would do, before it is said",
                                this::preview)
                        .takes("Said")
                        .gives("Preview"),
                Route.of("GET", "/api/v1/drafts", Right.READ, "What waits for a second person", this::drafts)
                        .gives("Drafts"),
                Route.of(
                                "POST",
                                "/api/v1/drafts/{draft}/release",
                                Right.RELEASE,
                                "Release what another wrote",
                                this::release)
                        .takes("Basis")
                        .gives(201, "Recorded"),
                Route.of("DELETE", "/api/v1/drafts/{draft}", Right.DRAFT, "Give a draft up", this::drop)
                        .givesNothing());
    }

    private Reply say(Call call, Map<String, String> named) {
        LinePicture line = rooms.line(named);
        Said said = Said.read(call, line, rooms);
        Caller caller = call.visitor().require(right(said.statement()));
        Author author = Visitor.author(caller, said.role());
        Statement statement = withAct(said.statement(), author);
        Outcome outcome = rooms.desk().say(line.line(), author, statement, call.header("idempotency-key"));
        return told(outcome, Optional.of(said));
    }

    /** An answer says by what act a person gave it. */
    private static Statement withAct(Statement statement, Author author) {
        boolean given = !statement.kind().equals("answer")
                || !author.isPerson()
                || statement.body().has("act");
        if (given) {
            return statement;
        }
        Json.Builder body = Json.Obj.builder();
        statement.body().members().forEach(member -> body.put(member.name(), member.value()));
        return statement.with(body.put("act", View.word(author.means())).build());
    }

    /** What somebody must be allowed to, to say this. */
    private static Right right(Statement statement) {
        String says = statement.word("says").orElse("");
        return switch (statement.kind()) {
            case "answer" -> says.equals("accepted") ? Right.ACCEPT : Right.ANSWER;
            case "heard", "translation" -> Right.ANSWER;
            case "line-state", "watch", "exercise" -> Right.LINE;
            default ->
                switch (Kinds.named(statement.kind()).orElseThrow().mechanism()) {
                    case PROPOSAL -> Right.PROPOSE;
                    case CALL -> Right.CALL;
                    case NOTICE, ANSWER, HEARD, NODE -> isSafety(statement) ? Right.CALL : Right.SEND;
                };
        };
    }

    private static boolean isSafety(Statement statement) {
        return Kinds.named(statement.kind()).orElseThrow().isSafety();
    }

    private Reply told(Outcome outcome, Optional<Said> asked) {
        return switch (outcome) {
            case Outcome.Said said -> Reply.of(201, said(said, asked));
            case Outcome.Waits waits -> Reply.of(202, View.object().put("draft", waits.draft()));
            case Outcome.Not not -> throw new Unanswerable(trouble(not.why()), not.problems());
        };
    }

    private static Trouble trouble(Outcome.Why why) {
        return switch (why) {
            case ILL_FORMED -> Trouble.ILL_FORMED;
            case NOT_THEIRS -> Trouble.NOT_THEIRS;
            case UNKNOWN -> Trouble.NOT_HERE;
            case STALE -> Trouble.STALE;
            case SUSPENDED -> Trouble.SUSPENDED;
            case NEW_CONFLICT -> Trouble.NEW_CONFLICT;
            case KEY_USED -> Trouble.KEY_USED;
        };
    }

    /** The record, and what of the real picture concerns it. */
    private static ObjectNode said(Outcome.Said said, Optional<Said> asked) {
        ObjectNode view = View.object()
                .put("record", said.record().record())
                .put("leaf", said.record().leaf().toString())
                .put("at", View.time(said.at()));
        Picture picture = said.picture().picture();
        picture.subject(said.record().record()).ifPresent(subject -> {
            view.put("subject", subject.name());
            List<Volume> volumes = subject.current().volumes();
            boolean takesSpace =
                    asked.filter(of -> of.statement().body().has("volumes")).isPresent();
            if (takesSpace && !volumes.isEmpty()) {
                view.set("known", Knowledge.of(said.picture(), volumes, said.at()));
            }
            ArrayNode conflicts = view.putArray("conflicts");
            Optional<Basis> basis = asked.flatMap(of -> of.statement().basis());
            picture.conflictsOf(subject.name()).forEach(conflict -> {
                ObjectNode of = View.conflict(said.picture(), conflict);
                basis.ifPresent(seen -> of.put("new", seen.isNew(conflict, subject.name())));
                conflicts.add(of);
            });
            ArrayNode breaches = view.putArray("breaches");
            picture.breaches(subject.name()).forEach(breach -> breaches.add(View.breach(breach)));
            ArrayNode matches = view.putArray("matches");
            picture.matches(subject.name()).forEach(match -> matches.add(View.match(match)));
        });
        asked.ifPresent(of -> understood(view, of));
        return view;
    }

    private static void understood(ObjectNode view, Said said) {
        ArrayNode understood = view.putArray("understood");
        for (Echo echo : said.echoes()) {
            ArrayNode read = understood
                    .addObject()
                    .put("field", echo.field())
                    .put("given", echo.given())
                    .putArray("read");
            echo.read().forEach(read::add);
        }
        ArrayNode warnings = view.putArray("warnings");
        said.warnings().forEach(warning -> warnings.add(View.problem(warning)));
    }

    private Reply preview(Call call, Map<String, String> named) {
        LinePicture line = rooms.line(named);
        Said said = Said.read(call, line, rooms);
        ObjectNode view = View.object();
        view.put("at", View.time(rooms.now()));
        ArrayNode seenBy = view.putArray("seenBy");
        line.members().stream()
                .filter(member -> !member.equals(line.me()))
                .forEach(member -> seenBy.add(member.name()));
        rooms.desk().preview(line, said.statement()).ifPresent(preview -> Previews.into(view, line, preview));
        Previews.known(line, said.statement(), rooms.now()).ifPresent(known -> view.set("known", known));
        understood(view, said);
        return Reply.of(view);
    }

    private Reply drafts(Call call, Map<String, String> named) {
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        for (Waiting draft : Waiting.open(rooms.pictures().of(rooms.privateLine()))) {
            ObjectNode of = items.addObject()
                    .put("draft", draft.name())
                    .put("line", draft.line().hex())
                    .put("at", View.time(draft.at()))
                    .put("officer", draft.author().officer())
                    .put("role", draft.author().role())
                    .put("kind", draft.statement().kind());
            draft.statement().about().ifPresent(about -> of.put("about", about));
            of.set(
                    "body",
                    rooms.forms()
                            .show(draft.statement().kind(), draft.statement().body()));
        }
        return Reply.of(view);
    }

    private Reply release(Call call, Map<String, String> named) {
        Caller caller = call.visitor().require(Right.RELEASE);
        byte[] body = call.body().array();
        Optional<Basis> basis = body.length == 0 ? Optional.empty() : Said.basis(Said.json(body));
        return told(
                rooms.desk().release(Visitor.author(caller, Optional.empty()), draft(named), basis), Optional.empty());
    }

    private Reply drop(Call call, Map<String, String> named) {
        Caller caller = call.visitor().require(Right.DRAFT);
        told(rooms.desk().drop(Visitor.author(caller, Optional.empty()), draft(named)), Optional.empty());
        return Reply.nothing();
    }

    private static String draft(Map<String, String> named) {
        return Optional.ofNullable(named.get("draft")).orElseThrow();
    }
}
