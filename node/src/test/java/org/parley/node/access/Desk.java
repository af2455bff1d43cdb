package org.parley.node.access;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.parley.ledger.Bytes;
import org.parley.space.Entered;
import org.parley.space.Problem;

/** A node's sign-in with its first account, OWL, and people who come to it. */
final class Desk {
    static final String OWLS = "the owl sits in the oak";
    static final SignInLimits LIMITS = new SignInLimits(Duration.ofHours(1), Duration.ofHours(12), 5);

    final Path folder;
    final HandClock clock = new HandClock();
    final Access access;

    private Desk(Path folder) {
        this.folder = folder;
        access = open();
    }

    /** Without any account. */
    static Desk bare(Path folder) {
        return new Desk(folder);
    }

    static Desk with(Path folder) {
        Desk desk = new Desk(folder);
        String code = desk.access.firstCode().orElseThrow().text();
        desk.access.firstAccount(code, "owl", "OWL", List.of("en"), OWLS).orElseThrow();
        return desk;
    }

    /** As after a start of the process. */
    Access open() {
        return Access.open(folder, LIMITS, clock, new SecureRandom(), PasswordsTest.CHEAP);
    }

    static Client at(String address) {
        return new Client(InetAddress.ofLiteral(address), How.CONSOLE);
    }

    SignedIn signIn(String name, String password) {
        return access.signIn(name, password, at("192.0.2.1"));
    }

    SignedIn.Opened signedIn(String name, String password) {
        if (signIn(name, password) instanceof SignedIn.Opened opened) {
            return opened;
        }
        throw new AssertionError(name + " is not signed in");
    }

    /** The first account. */
    Caller owl() {
        return signedIn("owl", OWLS).session().caller();
    }

    /** A person with this role, who now has an account and is signed in. The pseudonym is the name in capitals. */
    Caller admitted(String name, String password, String... roles) {
        draft(name, password, roles).orElseThrow();
        return signedIn(name, password).session().caller();
    }

    Entered<Account> draft(String name, String password, String... roles) {
        AccountDraft draft = new AccountDraft(name, name.toUpperCase(Locale.ROOT), List.of(roles), List.of("en", "ru"));
        return access.accounts().admit(owl(), draft, password);
    }

    static boolean holds(byte[] file, String text) {
        return Bytes.of(file).text().contains(text);
    }

    /** What is wrong; nothing where it was accepted. */
    static List<Problem> problems(Entered<?> entered) {
        return switch (entered) {
            case Entered.Refused<?>(List<Problem> problems) -> problems;
            case Entered.Accepted<?> accepted -> List.of();
        };
    }
}
