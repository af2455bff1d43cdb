package org.parley.node.access;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/** All accounts and tokens of a node. Immutable; what may not follow from it is {@link Refused}. */
record Register(SortedMap<String, Kept> accounts, SortedMap<Hash, Token> tokens) {
    static final Register EMPTY = new Register(new TreeMap<>(), new TreeMap<>());

    /** Each program has one; more than this is a mistake in a program. */
    static final int MOST_TOKENS = 100;

    Register {
        accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
        tokens = Collections.unmodifiableSortedMap(new TreeMap<>(tokens));
    }

    static Register of(Collection<Kept> accounts, Collection<Token> tokens) {
        SortedMap<String, Kept> byName = new TreeMap<>();
        accounts.forEach(kept -> byName.put(kept.account().name(), kept));
        SortedMap<Hash, Token> byHash = new TreeMap<>();
        tokens.forEach(token -> byHash.put(token.hash(), token));
        return new Register(byName, byHash);
    }

    /** The account of this name that is not closed, if there is one. */
    Optional<Kept> open(String name) {
        return Optional.ofNullable(accounts.get(name)).filter(kept -> !kept.closed());
    }

    /** A new account, or one that was closed, of the same person, opened again. */
    Register admit(Kept kept) {
        Account account = kept.account();
        Optional<Kept> before = Optional.ofNullable(accounts.get(account.name()));
        if (before.isPresent()
                && (!before.get().closed() || !before.get().account().officer().equals(account.officer()))) {
            throw new Refused(Refused.Reason.STALE, "there is or was an account " + account.name() + " already");
        }
        return put(kept);
    }

    /** Another pseudonym, roles or languages of an account. */
    Register change(Account account) {
        return put(required(account.name()).with(account));
    }

    Register setPassword(String name, Phc password) {
        return put(required(name).with(password));
    }

    /** Nobody signs in with it any more, and its tokens open nothing. */
    Register close(String name) {
        return put(required(name).close());
    }

    /** One token more. */
    Register add(Token token) {
        if (tokensOf(token.account()).size() >= MOST_TOKENS) {
            throw new Refused(
                    Refused.Reason.FULL,
                    token.account() + " has " + MOST_TOKENS + " tokens: take away what is not used");
        }
        SortedMap<Hash, Token> more = new TreeMap<>(tokens);
        more.put(token.hash(), token);
        return new Register(accounts, more);
    }

    Register revoke(Token token) {
        SortedMap<Hash, Token> fewer = new TreeMap<>(tokens);
        fewer.remove(token.hash());
        return new Register(accounts, fewer);
    }

    List<Token> tokensOf(String account) {
        return tokens.values().stream()
                .filter(token -> token.account().equals(account))
                .toList();
    }

    private Kept required(String name) {
        return open(name).orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN, "there is no account " + name));
    }

    private Register put(Kept kept) {
        String officer = kept.account().officer();
        accounts.values().stream()
                .map(Kept::account)
                .filter(other -> other.officer().equals(officer)
                        && !other.name().equals(kept.account().name()))
                .findAny()
                .ifPresent(other -> {
                    throw new Refused(Refused.Reason.STALE, officer + " stands in records for " + other.name());
                });
        SortedMap<String, Kept> changed = new TreeMap<>(accounts);
        changed.put(kept.account().name(), kept);
        if (!isAdministered(changed)) {
            throw new Refused(
                    Refused.Reason.INCONSISTENT,
                    "nobody would be left who may administer the node: admit another first");
        }
        return new Register(changed, tokens);
    }

    private static boolean isAdministered(Map<String, Kept> accounts) {
        return accounts.values().stream()
                .anyMatch(kept -> !kept.closed() && kept.account().rights().contains(Right.ADMINISTER));
    }
}
