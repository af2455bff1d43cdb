package org.parley.node.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.ledger.Hash;
import org.parley.space.Entered;
import org.parley.space.Problem;

/**
 * A token as somebody asks for it.
 *
 * @param name what it is for
 * @param scopes words of {@link Right}
 * @param expires when it ends, a year from now at most
 */
public record TokenDraft(String name, List<String> scopes, Instant expires) {
    /** Somebody looks once a year whether the program is still wanted. */
    static final Duration LONGEST = Duration.ofDays(366);

    public TokenDraft {
        scopes = List.copyOf(scopes);
    }

    /** What will be kept of a token with this text, or everything that is wrong with what is asked for. */
    Entered<Token> read(Account of, String text, Instant now) {
        List<Problem> problems = new ArrayList<>();
        if (!ShortText.is(name)) {
            problems.add(new Problem("name", name, ShortText.ASKED, "say in short which program it is for"));
        }
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            problems.add(new Problem(
                    "expires",
                    expires.toString(),
                    "is not after now and within " + LONGEST.toDays() + " days",
                    "give a time before " + now.plus(LONGEST).truncatedTo(ChronoUnit.SECONDS)));
        }
        Set<Right> readScopes = scopes(of, problems);
        if (!problems.isEmpty()) {
            return new Entered.Refused<>(problems);
        }
        Hash hash = Secret.hash(text);
        String ending = text.substring(text.length() - Token.SHOWN);
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return Entered.accepted(
                new Token(hash, name, of.name(), readScopes, second, expires.truncatedTo(ChronoUnit.SECONDS), ending));
    }

    private Set<Right> scopes(Account of, List<Problem> problems) {
        Set<Right> read = EnumSet.noneOf(Right.class);
        String possible = of.rights().stream()
                .filter(right -> !right.isOfPersonsOnly())
                .sorted()
                .map(Right::word)
                .collect(Collectors.joining(", "));
        String wayOut = possible.isEmpty() ? "a program can do nothing for this account" : "give some of " + possible;
        if (scopes.isEmpty()) {
            problems.add(new Problem("scopes", "none", "must not be empty", wayOut));
        }
        for (String word : scopes) {
            Optional<Right> right = Right.of(word);
            right.ifPresent(read::add);
            String reason = right.map(known -> reason(of, known)).orElse("is no right");
            if (!reason.isEmpty()) {
                problems.add(new Problem("scopes", word, reason, wayOut));
            }
        }
        return read;
    }

    private static String reason(Account of, Right right) {
        if (right.isOfPersonsOnly()) {
            return "is a person's alone";
        }
        return of.rights().contains(right) ? "" : "is no right of " + of.name();
    }
}
