package org.parley.node.access;

import java.util.Set;
import java.util.stream.Collectors;

/** What accounts and tokens make of those who come with them. */
final class Callers {
    private Callers() {}

    static Caller person(Account account, How how) {
        return new Caller(account.name(), account.officer(), account.roles(), account.rights(), true, how);
    }

    /** What its account may no longer do the program may not either. */
    static Caller program(Account account, Token token) {
        Set<Right> rights =
                token.scopes().stream().filter(account.rights()::contains).collect(Collectors.toUnmodifiableSet());
        return new Caller(account.name(), account.officer(), account.roles(), rights, false, How.TOKEN);
    }
}
