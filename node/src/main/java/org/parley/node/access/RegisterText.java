package org.parley.node.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.envelope.Instants;
import org.parley.ledger.words.Language;

/**
 * A register as text: one object of canonical JSON a line. The first says how many lines follow and what their SHA-256 is, so that
 * nothing is lost or changed unseen.
 */
final class RegisterText {
    private static final String FORMAT = "parley/access/v1";

    private RegisterText() {}

    static byte[] bytes(Register register) {
        StringBuilder lines = new StringBuilder();
        register.accounts().values().forEach(kept -> line(lines, json(kept)));
        register.tokens().values().forEach(token -> line(lines, json(token)));
        StringBuilder text = new StringBuilder();
        line(
                text,
                Json.Obj.builder()
                        .put("format", FORMAT)
                        .put(
                                "lines",
                                register.accounts().size() + register.tokens().size())
                        .put("sha256", sum(lines.toString()))
                        .build());
        return text.append(lines).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder to, Json.Obj value) {
        to.append(new String(Canonical.bytes(value), StandardCharsets.UTF_8)).append('\n');
    }

    private static String sum(String lines) {
        return HexFormat.of().formatHex(Secret.sha256(lines.getBytes(StandardCharsets.UTF_8)));
    }

    private static Json.Obj json(Kept kept) {
        Account account = kept.account();
        return Json.Obj.builder()
                .put("account", account.name())
                .put("closed", kept.closed())
                .put(
                        "languages",
                        words(account.languages().stream()
                                .map(AccountDraft::word)
                                .collect(Collectors.toSet())))
                .put("officer", account.officer())
                .put("password", kept.password().toString())
                .put("roles", words(account.roles().stream().map(Role::word).collect(Collectors.toSet())))
                .build();
    }

    private static Json.Obj json(Token token) {
        return Json.Obj.builder()
                .put("token", token.hash().toString())
                .put("name", token.name())
                .put("of", token.account())
                .put("scopes", words(token.scopes().stream().map(Right::word).collect(Collectors.toSet())))
                .put("made", Instants.print(token.made().toEpochMilli()))
                .put("expires", Instants.print(token.expires().toEpochMilli()))
                .put("ending", token.ending())
                .build();
    }

    private static Json.Arr words(Set<String> words) {
        return Json.of(words.stream().sorted().map(Json::of).toList());
    }

    /** The register of this text; {@link Refused} says which line is not what it must be. */
    static Register parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            throw Refused.malformed("line 1: there is nothing");
        }
        Json.Obj head = at(1, lines, RegisterText::head);
        List<Kept> accounts = new ArrayList<>();
        List<Token> tokens = new ArrayList<>();
        for (int number = 2; number <= lines.size(); number++) {
            at(number, lines, value -> value.has("token") ? tokens.add(token(value)) : accounts.add(kept(value)));
        }
        String rest = text.substring(Math.min(text.length(), lines.getFirst().length() + 1));
        if (lines.size() - 1 != head.require("lines").integer()
                || !sum(rest).equals(head.require("sha256").text())) {
            throw Refused.malformed("line 1: the lines after it are not those that it tells of");
        }
        return Register.of(accounts, tokens);
    }

    /** Reads one line. */
    private interface Reading<T> {
        T read(Json.Obj value);
    }

    private static <T> T at(int number, List<String> lines, Reading<T> reading) {
        try {
            byte[] line = lines.get(number - 1).getBytes(StandardCharsets.UTF_8);
            return reading.read(Canonical.parse(line).object());
        } catch (Refused refused) {
            throw Refused.malformed("line " + number + ": " + refused.why());
        } catch (IllegalArgumentException wrong) {
            throw Refused.malformed("line " + number + ": " + wrong.getMessage());
        }
    }

    private static Json.Obj head(Json.Obj value) {
        if (!value.require("format").text().equals(FORMAT)) {
            throw Refused.malformed("the format is not " + FORMAT);
        }
        value.require("lines").integer();
        value.require("sha256").text();
        return value;
    }

    private static Kept kept(Json.Obj value) {
        Account account = new Account(
                value.require("account").text(),
                value.require("officer").text(),
                read(value, "roles", word -> Role.of(word).orElseThrow(() -> unknown(word))),
                read(value, "languages", word -> Language.valueOf(word.toUpperCase(Locale.ROOT))));
        return new Kept(
                account,
                Phc.parse(value.require("password").text()),
                value.require("closed").flag());
    }

    private static Token token(Json.Obj value) {
        return new Token(
                Hash.ofHex(value.require("token").text()),
                value.require("name").text(),
                value.require("of").text(),
                read(value, "scopes", word -> Right.of(word).orElseThrow(() -> unknown(word))),
                instant(value, "made"),
                instant(value, "expires"),
                value.require("ending").text());
    }

    private static Instant instant(Json.Obj value, String name) {
        return Instant.ofEpochMilli(Instants.parse(value.require(name).text()));
    }

    private static <E> Set<E> read(Json.Obj value, String name, Function<String, E> word) {
        return value.require(name).array().stream().map(Json::text).map(word).collect(Collectors.toSet());
    }

    private static IllegalArgumentException unknown(String word) {
        return new IllegalArgumentException(word + " is no word of this version");
    }
}
