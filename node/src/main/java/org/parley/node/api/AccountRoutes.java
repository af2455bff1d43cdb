package org.parley.node.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.node.access.Access;
import org.parley.node.access.Account;
import org.parley.node.access.AccountDraft;
import org.parley.node.access.Caller;
import org.parley.node.access.FirstCode;
import org.parley.node.access.How;
import org.parley.node.access.NewToken;
import org.parley.node.access.Right;
import org.parley.node.access.Role;
import org.parley.node.access.Token;
import org.parley.node.access.TokenDraft;
import org.parley.record.entry.TimeText;
import org.parley.space.Entered;
import org.parley.space.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Looking after accounts and tokens. */
final class AccountRoutes {
    private final Access access;

    AccountRoutes(Access access) {
        this.access = access;
    }

    List<Route> routes() {
        return List.of(
                Route.of(
                                "GET",
                                "/api/v1/first-code",
                                Right.ADMINISTER,
                                "A code that makes the first account",
                                this::code)
                        .gives("FirstCode"),
                Route.of("GET", "/api/v1/accounts", Right.ADMINISTER, "All accounts", this::accounts)
                        .gives("Accounts"),
                Route.of(
                                "POST",
                                "/api/v1/accounts",
                                Right.ADMINISTER,
                                "An account: {account, officer, roles, languages, password}",
                                this::admit)
                        .takes("AccountDraft")
                        .gives(201, "Account"),
                Route.of(
                                "PUT",
                                "/api/v1/accounts/{account}",
                                Right.ADMINISTER,
                                "Other roles or languages",
                                this::change)
                        .takes("AccountChange")
                        .gives("Account"),
                Route.open(
                                "PUT",
                                "/api/v1/accounts/{account}/password",
                                "Another password: one's own, or as administrator",
                                this::password)
                        .takes("Password")
                        .givesNothing(),
                Route.of("DELETE", "/api/v1/accounts/{account}", Right.ADMINISTER, "Close an account", this::close)
                        .givesNothing(),
                Route.open("GET", "/api/v1/tokens", "One's own tokens; the administrator's: all", this::tokens)
                        .gives("Tokens"),
                Route.open(
                                "POST",
                                "/api/v1/tokens",
                                "A token: {name, scopes, until}; the folder's owner says of which account",
                                this::make)
                        .takes("TokenDraft")
                        .gives(201, "Token"),
                Route.open("DELETE", "/api/v1/tokens/{token}", "Take a token away", this::revoke)
                        .givesNothing());
    }

    private Reply code(Call call, Map<String, String> named) {
        FirstCode code = access.firstCode()
                .orElseThrow(() -> Unanswerable.of(
                        Trouble.STALE, "account", "", "there is an account already", "sign in with it"));
        return Reply.of(View.object()
                .put("code", code.text())
                .put("until", View.time(code.until().toEpochMilli())));
    }

    private Reply accounts(Call call, Map<String, String> named) {
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        access.accounts().all(call.visitor().require()).forEach(account -> items.add(view(account)));
        return Reply.of(view);
    }

    private static ObjectNode view(Account account) {
        ObjectNode view = View.object().put("account", account.name()).put("officer", account.officer());
        ArrayNode roles = view.putArray("roles");
        account.roles().stream().sorted().map(Role::word).forEach(roles::add);
        ArrayNode languages = view.putArray("languages");
        account.languages().stream().sorted().map(View::word).forEach(languages::add);
        return view;
    }

    private Reply admit(Call call, Map<String, String> named) {
        JsonNode asked = Said.json(call.body().array());
        String name = Said.text(asked, "account").orElse("");
        Entered<Account> made = access.accounts()
                .admit(
                        call.visitor().require(),
                        draft(asked, name),
                        Said.text(asked, "password").orElse(""));
        return Reply.of(201, view(taken(made)));
    }

    private static AccountDraft draft(JsonNode asked, String name) {
        return new AccountDraft(
                name, Said.text(asked, "officer").orElse(""), texts(asked, "roles"), texts(asked, "languages"));
    }

    private static List<String> texts(JsonNode asked, String name) {
        List<String> texts = new ArrayList<>();
        asked.path(name).forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private static <T> T taken(Entered<T> entered) {
        return switch (entered) {
            case Entered.Accepted<T> accepted -> accepted.value();
            case Entered.Refused<T> refused -> throw new Unanswerable(Trouble.ILL_FORMED, refused.problems());
        };
    }

    private Reply change(Call call, Map<String, String> named) {
        AccountDraft draft = draft(Said.json(call.body().array()), of(named, "account"));
        return Reply.of(view(taken(access.accounts().change(call.visitor().require(), draft))));
    }

    private Reply password(Call call, Map<String, String> named) {
        String password = Said.text(Said.json(call.body().array()), "password").orElse("");
        Optional<Problem> problem =
                access.accounts().setPassword(call.visitor().require(), of(named, "account"), password);
        problem.ifPresent(wrong -> {
            throw new Unanswerable(Trouble.ILL_FORMED, List.of(wrong));
        });
        return Reply.nothing();
    }

    private Reply close(Call call, Map<String, String> named) {
        access.accounts().close(call.visitor().require(), of(named, "account"));
        return Reply.nothing();
    }

    private static String of(Map<String, String> named, String name) {
        return Optional.ofNullable(named.get(name)).orElseThrow();
    }

    private Reply tokens(Call call, Map<String, String> named) {
        ObjectNode view = View.object();
        ArrayNode items = view.putArray("items");
        access.tokens().all(call.visitor().require()).forEach(token -> items.add(view(token)));
        return Reply.of(view);
    }

    private static ObjectNode view(Token token) {
        ObjectNode view = View.object()
                .put("id", token.id())
                .put("name", token.name())
                .put("account", token.account())
                .put("ending", token.ending())
                .put("until", View.time(token.expires().toEpochMilli()));
        ArrayNode scopes = view.putArray("scopes");
        token.scopes().stream().sorted().map(Right::word).forEach(scopes::add);
        return view;
    }

    private Reply make(Call call, Map<String, String> named) {
        JsonNode asked = Said.json(call.body().array());
        TokenDraft draft = new TokenDraft(
                Said.text(asked, "name").orElse(""),
                texts(asked, "scopes"),
                until(Said.text(asked, "until").orElse("")));
        NewToken made = taken(access.tokens().make(maker(call, asked), draft));
        return Reply.of(201, view(made.token()).put("token", made.text()));
    }

    /** The owner of the folder has no account of its own, and says of which the token is. */
    private static Caller maker(Call call, JsonNode asked) {
        Caller caller = call.visitor().require();
        Optional<String> account = Said.text(asked, "account").filter(name -> caller.how() == How.SOCKET);
        return account.map(
                        name -> new Caller(name, caller.officer(), caller.roles(), caller.rights(), true, How.SOCKET))
                .orElse(caller);
    }

    private static Instant until(String text) {
        return Instant.ofEpochMilli(
                switch (TimeText.read(text)) {
                    case Entered.Accepted<TimeText> accepted -> accepted.value().epochMillis();
                    case Entered.Refused<TimeText> refused ->
                        throw new Unanswerable(Trouble.ILL_FORMED, refused.problems());
                });
    }

    private Reply revoke(Call call, Map<String, String> named) {
        access.tokens().revoke(call.visitor().require(), of(named, "token"));
        return Reply.nothing();
    }
}
