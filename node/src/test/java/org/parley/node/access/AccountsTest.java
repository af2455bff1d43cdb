package org.parley.node.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Refused;
import org.parley.node.home.PrivateFile;
import org.parley.space.Entered;
import org.parley.space.Problem;

class AccountsTest {
    private static final String WORDS = "four words that fit";
    private static final String OTHER_WORDS = "four quite different words";

    @TempDir
    Path folder;

    private Desk desk;
    private Accounts accounts;

    @BeforeEach
    void open() {
        desk = Desk.with(folder);
        accounts = desk.access.accounts();
    }

    private static AccountDraft draft(String name, String officer, String... roles) {
        return new AccountDraft(name, officer, List.of(roles), List.of("en"));
    }

    private static void assertRefused(Refused.Reason reason, ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        AccountDraft wrong = new AccountDraft("Кречет", " X", List.of("king", "unit"), List.of());
        assertThat(Desk.problems(accounts.admit(desk.owl(), wrong, "short")))
                .extracting(Problem::field)
                .containsExactly("name", "officer", "roles", "languages", "password");
        assertThat(accounts.all(desk.owl())).hasSize(1);
    }

    @Test
    void whoever_does_not_administer_changes_their_own_password_and_nothing_else() {
        Caller kestrel = desk.admitted("kestrel", WORDS, "duty-officer");
        assertRefused(Refused.Reason.FORBIDDEN, () -> accounts.all(kestrel));
        assertRefused(Refused.Reason.FORBIDDEN, () -> accounts.admit(kestrel, draft("crow", "CROW", "unit"), WORDS));
        assertRefused(
                Refused.Reason.FORBIDDEN, () -> accounts.change(kestrel, draft("kestrel", "KESTREL", "administrator")));
        assertRefused(Refused.Reason.FORBIDDEN, () -> accounts.setPassword(kestrel, "owl", WORDS));
        assertRefused(Refused.Reason.FORBIDDEN, () -> accounts.signOutAll(kestrel, "owl"));
        assertRefused(Refused.Reason.FORBIDDEN, () -> accounts.close(kestrel, "owl"));
        assertThat(accounts.setPassword(kestrel, "kestrel", OTHER_WORDS)).isEmpty();
        assertThat(desk.signIn("kestrel", WORDS)).isInstanceOf(SignedIn.Refusal.class);
        assertThat(desk.signIn("kestrel", OTHER_WORDS)).isInstanceOf(SignedIn.Opened.class);
    }

    @Test
    void a_new_password_ends_the_sessions_of_the_old_one() {
        desk.admitted("kestrel", WORDS, "unit");
        String id = desk.signedIn("kestrel", WORDS).id();
        assertThat(accounts.setPassword(desk.owl(), "kestrel", "short")).isPresent();
        assertThat(desk.access.session(id)).isPresent();
        assertThat(accounts.setPassword(desk.owl(), "kestrel", WORDS)).isEmpty();
        assertThat(desk.access.session(id)).isEmpty();
    }

    @Test
    void other_roles_count_at_once_for_who_is_signed_in() {
        desk.admitted("kestrel", WORDS, "supervisor");
        String id = desk.signedIn("kestrel", WORDS).id();
        assertThat(accounts.change(desk.owl(), draft("kestrel", "KESTREL", "auditor")))
                .isInstanceOf(Entered.Accepted.class);
        Caller now = desk.access.session(id).orElseThrow().caller();
        assertThat(now.may(Right.AUDIT)).isTrue();
        assertRefused(Refused.Reason.FORBIDDEN, () -> now.require(Right.SEND));
    }

    @Test
    void a_closed_account_opens_nothing_and_its_pseudonym_never_is_another_persons() {
        desk.admitted("kestrel", WORDS, "unit");
        String id = desk.signedIn("kestrel", WORDS).id();
        accounts.close(desk.owl(), "kestrel");
        assertThat(desk.access.session(id)).isEmpty();
        assertThat(desk.signIn("kestrel", WORDS)).isInstanceOf(SignedIn.Refusal.class);
        assertThat(accounts.all(desk.owl())).extracting(Account::name).containsExactly("owl");
        Caller owl = desk.owl();
        assertRefused(Refused.Reason.UNKNOWN, () -> accounts.close(owl, "kestrel"));
        assertRefused(Refused.Reason.UNKNOWN, () -> accounts.setPassword(owl, "kestrel", WORDS));
        assertRefused(Refused.Reason.STALE, () -> accounts.admit(owl, draft("crow", "KESTREL", "unit"), WORDS));
        assertRefused(Refused.Reason.STALE, () -> accounts.admit(owl, draft("kestrel", "CROW", "unit"), WORDS));
        assertThat(accounts.admit(owl, draft("kestrel", "KESTREL", "planner"), OTHER_WORDS))
                .isInstanceOf(Entered.Accepted.class);
        assertThat(desk.access.session(id)).isEmpty();
        assertThat(desk.signIn("kestrel", OTHER_WORDS)).isInstanceOf(SignedIn.Opened.class);
    }

    @Test
    void no_name_and_no_pseudonym_is_given_twice() {
        Caller owl = desk.owl();
        desk.admitted("kestrel", WORDS, "unit");
        assertRefused(Refused.Reason.STALE, () -> accounts.admit(owl, draft("KESTREL", "CROW", "unit"), WORDS));
        assertRefused(Refused.Reason.STALE, () -> accounts.change(owl, draft("kestrel", "OWL", "unit")));
        assertRefused(Refused.Reason.UNKNOWN, () -> accounts.change(owl, draft("crow", "CROW", "unit")));
    }

    @Test
    void somebody_is_left_who_may_administer() {
        Caller owl = desk.owl();
        assertRefused(Refused.Reason.INCONSISTENT, () -> accounts.close(owl, "owl"));
        assertRefused(Refused.Reason.INCONSISTENT, () -> accounts.change(owl, draft("owl", "OWL", "supervisor")));
        desk.admitted("kestrel", WORDS, "administrator");
        accounts.close(owl, "owl");
        assertThat(desk.signIn("owl", Desk.OWLS)).isInstanceOf(SignedIn.Refusal.class);
    }

    @Test
    void the_file_is_private_and_holds_no_password() throws Exception {
        Path file = folder.resolve("access/accounts");
        assertThat(PrivateFile.isPrivate(file)).isTrue();
        assertThat(PrivateFile.isPrivate(folder.resolve("access"))).isTrue();
        assertThat(Desk.holds(Files.readAllBytes(file), Desk.OWLS)).isFalse();
        assertThat(Files.readString(file)).contains("$argon2id$v=19$m=8,t=1,p=1$");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertRefused(Refused.Reason.FORBIDDEN, desk::open);
    }

    @Test
    void a_damaged_file_is_refused_with_its_name_and_the_line() throws Exception {
        Path file = folder.resolve("access/accounts");
        PrivateFile.write(
                file, Files.readString(file).replace("\"OWL\"", "OWL\"").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(desk::open)
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(file + ", line 2: not canonical JSON");
        Files.delete(file);
        assertThat(desk.open().firstCode()).isPresent();
    }
}
