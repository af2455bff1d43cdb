package org.parley.node.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.ledger.words.Language;
import org.parley.node.access.Access;
import org.parley.node.access.Account;
import org.parley.node.access.Caller;
import org.parley.node.access.Client;
import org.parley.node.access.How;
import org.parley.node.access.Right;
import org.parley.node.access.Role;
import org.parley.node.access.Session;
import org.parley.node.access.SignedIn;
import org.parley.space.Entered;
import org.parley.space.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Signing in and out, and the first account. */
final class SessionRoutes {
    private final Access access;
    private final Language language;

    /** @param language of the first account, where it says none */
    SessionRoutes(Access access, Language language) {
        this.access = access;
        this.language = language;
    }

    List<Route> routes() {
        return List.of(
                Route.open("POST", "/api/v1/session", "Sign in: {account, password}", this::signIn)
                        .takes("SignIn")
                        .gives(201, "Session"),
                Route.open("GET", "/api/v1/session", "Who is signed in", this::who)
                        .gives("Session"),
                Route.open("DELETE", "/api/v1/session", "Sign out", this::signOut)
                        .givesNothing(),
                Route.open(
                                "POST",
                                "/api/v1/first-account",
                                "Make the first account: {code, account, officer, languages, password}",
                                this::first)
                        .takes("First")
                        .gives(201, "FirstAccount"));
    }

    private Reply signIn(Call call, Map<String, String> named) {
        JsonNode asked = Said.json(call.body().array());
        String name = Said.text(asked, "account").orElse("");
        String password = Said.text(asked, "password").orElse("");
        How how = call.header("origin").isPresent() ? How.CONSOLE : How.CLI;
        SignedIn signedIn = access.signIn(name, password, new Client(Gate.client(call), how));
        return switch (signedIn) {
            case SignedIn.Opened(String id, Session session) ->
                Reply.of(201, view(session)).with("set-cookie", call.carriage().setting(Gate.host(call), id));
            case SignedIn.Refusal(SignedIn.Why why, var wait) -> {
                boolean locked = why != SignedIn.Why.WRONG;
                Reply reply = Reply.not(Unanswerable.of(
                        locked ? Trouble.LOCKED : Trouble.WHO,
                        "account",
                        name,
                        locked ? "not looked at" : "no such account, or another password",
                        locked ? "try again in " + (wait.toSeconds() + 1) + " s" : "try again"));
                yield locked ? reply.with("retry-after", String.valueOf(wait.toSeconds() + 1)) : reply;
            }
        };
    }

    private Reply who(Call call, Map<String, String> named) {
        Caller caller = call.visitor().require();
        ObjectNode view = caller(caller);
        Gate.cookie(call)
                .flatMap(access::session)
                .ifPresent(session -> view.put("csrf", session.csrf())
                        .put("until", View.time(session.until().toEpochMilli())));
        return Reply.of(view);
    }

    private static ObjectNode view(Session session) {
        return caller(session.caller())
                .put("csrf", session.csrf())
                .put("until", View.time(session.until().toEpochMilli()));
    }

    private static ObjectNode caller(Caller caller) {
        ObjectNode view = View.object()
                .put("account", caller.account())
                .put("officer", caller.officer())
                .put("person", caller.isPerson());
        ArrayNode roles = view.putArray("roles");
        caller.roles().stream().sorted().map(Role::word).forEach(roles::add);
        ArrayNode rights = view.putArray("rights");
        caller.rights().stream().sorted().map(Right::word).forEach(rights::add);
        return view;
    }

    private Reply signOut(Call call, Map<String, String> named) {
        Gate.cookie(call).ifPresent(access::signOut);
        return Reply.nothing().with("set-cookie", call.carriage().setting(Gate.host(call), "") + "; Max-Age=0");
    }

    private Reply first(Call call, Map<String, String> named) {
        JsonNode asked = Said.json(call.body().array());
        List<String> languages = new ArrayList<>();
        asked.path("languages").forEach(language -> languages.add(language.asString("")));
        Entered<Account> made = access.firstAccount(
                text(asked, "code"),
                text(asked, "account"),
                text(asked, "officer"),
                languages.isEmpty() ? List.of(View.word(language)) : languages,
                text(asked, "password"));
        return switch (made) {
            case Entered.Accepted<Account>(Account account, var warnings) ->
                Reply.of(201, View.object().put("account", account.name()));
            case Entered.Refused<Account>(List<Problem> problems) ->
                throw new Unanswerable(Trouble.ILL_FORMED, problems);
        };
    }

    private static String text(JsonNode asked, String name) {
        return Said.text(asked, name).orElse("");
    }
}
