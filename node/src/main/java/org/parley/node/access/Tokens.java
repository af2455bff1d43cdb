package org.parley.node.access;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Refused;
import org.parley.space.Entered;

/** Looking after the tokens of programs. People make them for themselves; a program makes none. */
public final class Tokens {
    private final RegisterFile register;
    private final InstantSource clock;
    private final SecureRandom random;

    Tokens(RegisterFile register, InstantSource clock, SecureRandom random) {
        this.register = register;
        this.clock = clock;
        this.random = random;
    }

    /** The tokens of the caller's account, or all where the caller administers. */
    public List<Token> all(Caller by) {
        return register.current().tokens().values().stream()
                .filter(token -> isTheirs(by, token))
                .toList();
    }

    private static boolean isTheirs(Caller by, Token token) {
        return by.may(Right.ADMINISTER) || token.account().equals(by.account());
    }

    /** A new token of the caller's account; a program, and who has no account, is {@link Refused}. */
    public Entered<NewToken> make(Caller by, TokenDraft draft) {
        if (!by.isPerson()) {
            throw new Refused(Refused.Reason.FORBIDDEN, "a program makes no token");
        }
        Account account = register.current()
                .open(by.account())
                .map(Kept::account)
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "there is no account " + by.account()));
        String text = Token.PREFIX + Secret.fresh(random);
        return switch (draft.read(account, text, clock.instant())) {
            case Entered.Accepted<Token>(Token token, var _) -> {
                register.change(before -> before.add(token));
                yield Entered.accepted(new NewToken(token, text));
            }
            case Entered.Refused<Token>(var problems) -> new Entered.Refused<>(problems);
        };
    }

    /** Takes a token away: one of the caller's account, or any where the caller administers. */
    public void revoke(Caller by, String id) {
        Token token = all(by).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "there is no token " + id));
        register.change(before -> before.revoke(token));
    }

    /** Who gives this text: a program, with the scopes that its account still has. */
    Optional<Caller> caller(String text) {
        Register now = register.current();
        return Optional.ofNullable(now.tokens().get(Secret.hash(text)))
                .filter(token -> !token.isOver(clock.instant()))
                .flatMap(token -> now.open(token.account()).map(kept -> Callers.program(kept.account(), token)));
    }
}
