package org.parley.cli.desk;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A command that has the node do something that is no record.
 *
 * @param path below the root of the API; what stands in braces is the part of that field, or the line
 * @param sends whether the other parts go as a body
 * @param tell the answer in words
 */
record Errand(
        String name,
        String text,
        String example,
        List<Part> parts,
        String method,
        String path,
        boolean sends,
        Function<JsonNode, List<String>> tell) {
    /** The part that stands for a line: the whole name of which a user gives the beginning, or nothing. */
    static final String LINE = "{line}";

    private static final Part DRAFT = Part.placed("DRAFT", "{draft}", "Its name: AZURE-3.");

    static Errand release() {
        return new Errand(
                "release",
                "Releases, as the second person, what another has written: it is said as its author wrote it.",
                "release azure AZURE-3",
                List.of(DRAFT),
                "POST",
                "drafts/{draft}/release",
                false,
                answer -> {
                    Told told = new Told(answer);
                    return java.util.stream.Stream.of(told.record(), told.found())
                            .flatMap(List::stream)
                            .toList();
                });
    }

    static Errand drop() {
        return new Errand(
                "drop",
                "Gives up what waits for a second person.",
                "drop azure AZURE-3",
                List.of(DRAFT),
                "DELETE",
                "drafts/{draft}",
                false,
                answer -> List.of("dropped; nothing was said"));
    }

    /** The node's own page says so by itself. */
    static Errand presented() {
        return new Errand(
                "presented",
                "Says to its author that a record of another party was shown to somebody, on a screen that is not this node's own page."
                        + " It is said once, and proves nothing of any person.",
                "presented azure BIRCH-12",
                List.of(
                        Part.placed("RECORD", "{record}", "Its name: BIRCH-12."),
                        Part.option(
                                "--line",
                                "LINE",
                                LINE,
                                "The line, or how its name begins; without it the only line with others.")),
                "POST",
                "lines/{line}/records/{record}/presented",
                false,
                answer -> List.of("said"));
    }

    static Errand accounts() {
        return list("list", "Shows all accounts.", "account list azure", "accounts", Errand::account);
    }

    private static Errand list(
            String name, String text, String example, String path, Function<JsonNode, String> words) {
        return new Errand(
                name,
                text,
                example,
                List.of(),
                "GET",
                path,
                false,
                answer -> OurLine.items(answer).map(words).toList());
    }

    private static String account(JsonNode account) {
        return account.path("account").asString() + "  officer "
                + account.path("officer").asString() + "  " + String.join(", ", Words.texts(account.path("roles")));
    }

    static Errand newAccount() {
        return new Errand(
                "add",
                "Makes an account for a person.",
                "account add azure kim --officer K1 --roles duty-officer --languages en,ru --password-file kim.txt",
                List.of(
                        Part.placed("ACCOUNT", "account", "With what the person signs in."),
                        Part.option("--officer", "NAME", "officer", "The pseudonym that records name.")
                                .needed(),
                        Part.option(
                                        "--roles",
                                        "ROLE,…",
                                        "roles",
                                        "What the person is at the desk: duty-officer, planner.")
                                .of(Part.Type.LIST)
                                .needed(),
                        Part.option("--languages", "LANG,…", "languages", "In which the person reads: en, ru, ar.")
                                .of(Part.Type.LIST)
                                .needed(),
                        Part.option("--password-file", "FILE", "password", "Where the password stands, on one line.")
                                .of(Part.Type.SECRET)
                                .needed()),
                "POST",
                "accounts",
                true,
                answer -> List.of(account(answer)));
    }

    static Errand closedAccount() {
        return new Errand(
                "remove",
                "Closes an account, with its sessions and tokens.",
                "account remove azure kim",
                List.of(Part.placed("ACCOUNT", "{account}", "Its name.")),
                "DELETE",
                "accounts/{account}",
                false,
                answer -> List.of("closed"));
    }

    static Errand tokens() {
        return list(
                "list",
                "Shows the tokens of programs, never their texts.",
                "token list azure",
                "tokens",
                Errand::token);
    }

    private static String token(JsonNode token) {
        return token.path("id").asString() + "  " + token.path("name").asString() + "  of "
                + token.path("account").asString() + "  …"
                + token.path("ending").asString() + "  until "
                + Words.time(token, "until").orElse("?") + "  "
                + String.join(", ", Words.texts(token.path("scopes")));
    }

    static Errand newToken() {
        return new Errand(
                "add",
                "Makes a token for a program, and shows its text, this once.",
                "token add azure 'wall display' --account kim --scopes read --until 2027-03-01T00:00Z",
                List.of(
                        Part.placed("NAME", "name", "What it is for."),
                        Part.option("--scopes", "RIGHT,…", "scopes", "What it may do: read, draft, send, call.")
                                .of(Part.Type.LIST)
                                .needed(),
                        Part.option("--until", "TIME", "until", "When it expires.")
                                .needed(),
                        Part.option("--account", "ACCOUNT", "account", "Whose it is; needed over the folder.")),
                "POST",
                "tokens",
                true,
                answer -> List.of(answer.path("token").asString(), token(answer)));
    }

    static Errand revokedToken() {
        return new Errand(
                "remove",
                "Takes a token away: it opens nothing any more.",
                "token remove azure 4f0c12ab90de",
                List.of(Part.placed("TOKEN", "{token}", "Its id, as token list shows it.")),
                "DELETE",
                "tokens/{token}",
                false,
                answer -> List.of("taken away"));
    }
}
