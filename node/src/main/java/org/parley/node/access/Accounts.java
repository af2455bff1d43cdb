package org.parley.node.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Refused;
import org.parley.space.Entered;
import org.parley.space.Problem;

/**
 * Looking after accounts. Whoever has not the right for it is {@link Refused}, and so is what may not be: a second account of
 * one name or pseudonym, or a node that nobody may administer. A change counts at once, also for who is signed in.
 */
public final class Accounts {
    private final RegisterFile register;
    private final Passwords passwords;
    private final Sessions sessions;

    Accounts(RegisterFile register, Passwords passwords, Sessions sessions) {
        this.register = register;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /** The accounts that are not closed, by name. */
    public List<Account> all(Caller by) {
        by.require(Right.ADMINISTER);
        return register.current().accounts().values().stream()
                .filter(kept -> !kept.closed())
                .map(Kept::account)
                .toList();
    }

    /** A new account; one that was closed is opened again for the same person, who is known by the pseudonym. */
    public Entered<Account> admit(Caller by, AccountDraft draft, String password) {
        by.require(Right.ADMINISTER);
        Entered<Account> entered = checked(draft, Passwords.problem(password));
        if (entered instanceof Entered.Accepted<Account>(Account account, var _)) {
            Phc stored = stored(password);
            register.change(before -> before.admit(new Kept(account, stored, false)));
        }
        return entered;
    }

    /** Everything that is wrong with the draft and with the password. */
    static Entered<Account> checked(AccountDraft draft, Optional<Problem> password) {
        Entered<Account> entered = draft.read();
        if (password.isEmpty()) {
            return entered;
        }
        List<Problem> problems = new ArrayList<>();
        if (entered instanceof Entered.Refused<Account>(List<Problem> wrong)) {
            problems.addAll(wrong);
        }
        problems.add(password.get());
        return new Entered.Refused<>(problems);
    }

    /** Another pseudonym, other roles or languages for the account of that name. */
    public Entered<Account> change(Caller by, AccountDraft draft) {
        by.require(Right.ADMINISTER);
        Entered<Account> entered = draft.read();
        if (entered instanceof Entered.Accepted<Account>(Account account, var _)) {
            register.change(before -> before.change(account));
        }
        return entered;
    }

    /**
     * Another password, by the person whose account it is or by who administers; all sessions that the old one opened end. What
     * comes back is what is wrong with it, if anything.
     */
    public Optional<Problem> setPassword(Caller by, String name, String password) {
        if (!by.isPerson() || !by.account().equals(name)) {
            by.require(Right.ADMINISTER);
        }
        Optional<Problem> problem = Passwords.problem(password);
        if (problem.isEmpty()) {
            Phc stored = stored(password);
            register.change(before -> before.setPassword(name, stored));
        }
        return problem;
    }

    /** Ends all sessions of an account, by the person whose account it is or by who administers. */
    public void signOutAll(Caller by, String name) {
        if (!by.isPerson() || !by.account().equals(name)) {
            by.require(Right.ADMINISTER);
        }
        sessions.endAll(name);
    }

    /** Nobody signs in with it any more, its sessions end, its tokens open nothing, its pseudonym stays its own. */
    public void close(Caller by, String name) {
        by.require(Right.ADMINISTER);
        register.change(before -> before.close(name));
        sessions.endAll(name);
    }

    /** The first account, which both administers and supervises. */
    Entered<Account> first(AccountDraft draft, String password) {
        Entered<Account> entered = checked(draft, Passwords.problem(password));
        if (entered instanceof Entered.Accepted<Account>(Account account, var _)) {
            Phc stored = stored(password);
            register.change(before -> {
                if (!before.accounts().isEmpty()) {
                    throw new Refused(Refused.Reason.STALE, "there is an account already");
                }
                return before.admit(new Kept(account, stored, false));
            });
        }
        return entered;
    }

    private Phc stored(String password) {
        return passwords
                .stored(password)
                .orElseThrow(() -> new Refused(Refused.Reason.FULL, "too many sign in at this moment: try again"));
    }
}
