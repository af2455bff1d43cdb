package org.parley.node.access;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.parley.ledger.Bytes;
import org.parley.ledger.Refused;
import org.parley.node.access.SignedIn.Refusal;
import org.parley.node.access.SignedIn.Why;
import org.parley.space.Entered;

/**
 * Sign-in at one node, for any number of threads. There is no password that comes with the node: where there is no account,
 * {@link #firstCode} gives whoever starts the node a code that makes the first.
 */
public final class Access {
    private static final List<String> FIRST_ROLES = List.of(Role.ADMINISTRATOR.word(), Role.SUPERVISOR.word());

    /** Where too many sign in at once. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final RegisterFile register;
    private final SignInLimits limits;
    private final InstantSource clock;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final FirstStart firstStart;
    private final Accounts accounts;
    private final Tokens tokens;

    private Access(RegisterFile register, SignInLimits limits, InstantSource clock, SecureRandom random, Cost cost) {
        this.register = register;
        this.limits = limits;
        this.clock = clock;
        passwords = new Passwords(random, cost);
        attempts = new Attempts(limits.attempts());
        sessions = new Sessions(random, limits);
        firstStart = new FirstStart(random);
        accounts = new Accounts(register, passwords, sessions);
        tokens = new Tokens(register, clock, random);
    }

    /**
     * That of a node's folder; accounts and tokens lie in {@code access/accounts}. A file that cannot be read, or that others may
     * read, is {@link Refused}, with the line.
     */
    public static Access open(Path folder, SignInLimits limits, InstantSource clock, SecureRandom random) {
        return open(folder, limits, clock, random, Cost.OWASP);
    }

    static Access open(Path folder, SignInLimits limits, InstantSource clock, SecureRandom random, Cost cost) {
        return new Access(RegisterFile.open(folder), limits, clock, random, cost);
    }

    /** Opens a session for a person. An account that does not exist costs the same work as a wrong password. */
    public SignedIn signIn(String name, String password, Client client) {
        String account = AccountDraft.normal(name);
        String counted = AccountDraft.isName(account) ? account : "";
        Optional<Bytes> origin = client.origin();
        Optional<Duration> wait = attempts.begin(counted, origin, clock.instant());
        if (wait.isPresent()) {
            return new Refusal(Why.TOO_MANY, wait.get());
        }
        Optional<Kept> kept = register.current().open(account);
        Optional<Boolean> right = passwords.isRight(password, kept.map(Kept::password));
        Instant now = clock.instant();
        if (right.isEmpty()) {
            attempts.notTried(counted, origin, now);
            return new Refusal(Why.BUSY, SOON);
        }
        if (kept.isEmpty() || !right.get()) {
            return new Refusal(Why.WRONG, Duration.ZERO);
        }
        attempts.succeeded(counted, origin, now);
        return opened(sessions.open(kept.get(), client.how(), now));
    }

    /** The account may have been closed, or its password changed, while the old one was looked at. */
    private SignedIn opened(String id) {
        return session(id)
                .<SignedIn>map(session -> new SignedIn.Opened(id, session))
                .orElse(new Refusal(Why.WRONG, Duration.ZERO));
    }

    /** The session of this id, which is used by asking; for requests that change nothing. An event stream that is open asks too. */
    public Optional<Session> session(String id) {
        Optional<Sessions.Live> used = sessions.use(id, clock.instant());
        return used.flatMap(live -> register.current()
                .open(live.account())
                .filter(kept -> kept.password().equals(live.password()))
                .map(kept -> new Session(
                        Callers.person(kept.account(), live.how()), Secret.forRequests(id), live.until(limits))));
    }

    /** The same for a request that changes something: only with what the page of this session sends along. */
    public Optional<Session> session(String id, String csrf) {
        return Secret.same(Secret.forRequests(id), csrf) ? session(id) : Optional.empty();
    }

    /** Ends a session, if there is one. */
    public void signOut(String id) {
        sessions.end(id);
    }

    /** The program that has this token. */
    public Optional<Caller> token(String text) {
        return tokens.caller(text);
    }

    /** Where there is no account, a code that makes the first; those given before open nothing any more. */
    public Optional<FirstCode> firstCode() {
        return register.current().accounts().isEmpty()
                ? Optional.of(firstStart.give(clock.instant()))
                : Optional.empty();
    }

    /**
     * Makes the first account, which administers and supervises; the code opens nothing afterwards. Another code is {@link Refused},
     * and what is wrong with the rest leaves the code as it was.
     */
    public Entered<Account> firstAccount(
            String code, String name, String officer, List<String> languages, String password) {
        if (!firstStart.isRight(code, clock.instant())) {
            throw new Refused(
                    Refused.Reason.FORBIDDEN,
                    "this code makes no account: have the node make a new one, each lasts an hour");
        }
        Entered<Account> entered = accounts.first(new AccountDraft(name, officer, FIRST_ROLES, languages), password);
        if (entered instanceof Entered.Accepted<Account>) {
            firstStart.used();
        }
        return entered;
    }

    /** Looking after accounts. */
    public Accounts accounts() {
        return accounts;
    }

    /** Looking after the tokens of programs. */
    public Tokens tokens() {
        return tokens;
    }
}
