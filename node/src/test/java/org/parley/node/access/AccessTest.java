package org.parley.node.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.Refused;
import org.parley.space.Entered;

class AccessTest {
    private static final String WORDS = "four words that fit";

    @TempDir
    Path folder;

    @Test
    void a_person_who_signs_in_is_known_by_account_pseudonym_and_rights() {
        Desk desk = Desk.with(folder);
        SignedIn.Opened opened = desk.signedIn(" OWL ", Desk.OWLS);
        Caller caller = opened.session().caller();
        assertThat(caller.account()).isEqualTo("owl");
        assertThat(caller.officer()).isEqualTo("OWL");
        assertThat(caller.roles()).containsOnly(Role.ADMINISTRATOR, Role.SUPERVISOR);
        assertThat(caller.isPerson()).isTrue();
        assertThat(caller.how()).isEqualTo(How.CONSOLE);
        assertThat(caller.may(Right.CALL)).isTrue();
        assertThat(desk.access.session(opened.id())).contains(opened.session());
    }

    @ParameterizedTest
    @ValueSource(strings = {"owl", "nobody", "", "no name at all", "closed"})
    void a_wrong_password_and_an_account_that_does_not_exist_are_refused_alike(String name) {
        Desk desk = Desk.with(folder);
        desk.admitted("closed", WORDS, "unit");
        desk.access.accounts().close(desk.owl(), "closed");
        for (int i = 0; i < Desk.LIMITS.attempts(); i++) {
            assertThat(desk.signIn(name, WORDS)).isEqualTo(new SignedIn.Refusal(SignedIn.Why.WRONG, Duration.ZERO));
        }
        assertThat(desk.signIn(name, WORDS)).isEqualTo(new SignedIn.Refusal(SignedIn.Why.TOO_MANY, Attempts.FIRST));
    }

    @Test
    void after_too_many_failures_the_right_password_waits_too_and_then_is_taken() {
        Desk desk = Desk.with(folder);
        for (int i = 0; i < Desk.LIMITS.attempts(); i++) {
            assertThat(desk.signIn("owl", WORDS)).isInstanceOf(SignedIn.Refusal.class);
        }
        assertThat(desk.signIn("owl", Desk.OWLS)).isInstanceOf(SignedIn.Refusal.class);
        desk.clock.goOn(Attempts.FIRST);
        assertThat(desk.signIn("owl", Desk.OWLS)).isInstanceOf(SignedIn.Opened.class);
    }

    @Test
    void a_session_is_changed_only_by_its_own_page() {
        Desk desk = Desk.with(folder);
        SignedIn.Opened one = desk.signedIn("owl", Desk.OWLS);
        SignedIn.Opened other = desk.signedIn("owl", Desk.OWLS);
        assertThat(desk.access.session(one.id(), one.session().csrf())).isPresent();
        assertThat(desk.access.session(one.id(), other.session().csrf())).isEmpty();
        assertThat(desk.access.session(one.id(), "")).isEmpty();
        assertThat(desk.access.session(one.id(), one.id())).isEmpty();
    }

    @Test
    void an_id_is_new_at_each_sign_in_and_one_from_outside_opens_nothing() {
        Desk desk = Desk.with(folder);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < Sessions.MOST; i++) {
            ids.add(desk.signedIn("owl", Desk.OWLS).id());
        }
        assertThat(ids)
                .hasSize(Sessions.MOST)
                .allSatisfy(id -> assertThat(desk.access.session(id)).isPresent());
        assertThat(desk.access.session("")).isEmpty();
        assertThat(desk.access.session("A".repeat(43))).isEmpty();
    }

    @Test
    void of_too_many_sessions_of_one_account_the_one_goes_that_was_longest_not_used() {
        Desk desk = Desk.with(folder);
        String first = desk.signedIn("owl", Desk.OWLS).id();
        desk.clock.goOn(Duration.ofSeconds(1));
        String second = desk.signedIn("owl", Desk.OWLS).id();
        desk.clock.goOn(Duration.ofSeconds(1));
        assertThat(desk.access.session(first)).isPresent();
        for (int i = 2; i <= Sessions.MOST; i++) {
            desk.signedIn("owl", Desk.OWLS);
        }
        assertThat(desk.access.session(first)).isPresent();
        assertThat(desk.access.session(second)).isEmpty();
    }

    @Test
    void a_session_ends_when_nobody_uses_it_and_after_a_watch_in_any_case() {
        Desk desk = Desk.with(folder);
        String id = desk.signedIn("owl", Desk.OWLS).id();
        for (int minutes = 0; minutes < 12 * 60 - 40; minutes += 40) {
            assertThat(desk.access.session(id)).as("after %d minutes", minutes).isPresent();
            desk.clock.goOn(Duration.ofMinutes(40));
        }
        assertThat(desk.access.session(id).orElseThrow().until())
                .isEqualTo(desk.clock.instant().plus(Duration.ofMinutes(40)));
        desk.clock.goOn(Duration.ofMinutes(40));
        assertThat(desk.access.session(id)).isEmpty();
        String idle = desk.signedIn("owl", Desk.OWLS).id();
        desk.clock.goOn(Desk.LIMITS.idle());
        assertThat(desk.access.session(idle)).isEmpty();
    }

    @Test
    void signing_out_ends_one_session_or_all_of_an_account() {
        Desk desk = Desk.with(folder);
        desk.admitted("kestrel", WORDS, "unit");
        String kestrels = desk.signedIn("kestrel", WORDS).id();
        SignedIn.Opened one = desk.signedIn("owl", Desk.OWLS);
        SignedIn.Opened other = desk.signedIn("owl", Desk.OWLS);
        desk.access.signOut(one.id());
        assertThat(desk.access.session(one.id())).isEmpty();
        assertThat(desk.access.session(other.id())).isPresent();
        desk.access.accounts().signOutAll(other.session().caller(), "owl");
        assertThat(desk.access.session(other.id())).isEmpty();
        assertThat(desk.access.session(kestrels)).isPresent();
    }

    @Test
    void a_new_process_knows_the_accounts_and_no_session() {
        Desk desk = Desk.with(folder);
        String id = desk.signedIn("owl", Desk.OWLS).id();
        Access again = desk.open();
        assertThat(again.session(id)).isEmpty();
        assertThat(again.signIn("owl", Desk.OWLS, Desk.at("192.0.2.9"))).isInstanceOf(SignedIn.Opened.class);
        assertThat(again.firstCode()).isEmpty();
    }

    @Test
    void there_is_no_account_at_first_and_a_code_makes_one_once() {
        Desk desk = Desk.bare(folder);
        assertThat(desk.signIn("admin", "admin")).isInstanceOf(SignedIn.Refusal.class);
        String code = desk.access.firstCode().orElseThrow().text();
        assertThat(desk.access.firstAccount(code, "owl", "OWL", List.of("en"), "short"))
                .isInstanceOf(Entered.Refused.class);
        assertThat(desk.access.firstAccount(code, "owl", "OWL", List.of("en"), Desk.OWLS))
                .isInstanceOf(Entered.Accepted.class);
        assertThat(desk.access.firstCode()).isEmpty();
        assertForbidden(desk, code);
    }

    @Test
    void a_code_ends_after_an_hour_and_when_a_newer_one_is_made() {
        Desk desk = Desk.bare(folder);
        String lost = desk.access.firstCode().orElseThrow().text();
        String newer = desk.access.firstCode().orElseThrow().text();
        assertForbidden(desk, lost);
        assertForbidden(desk, "");
        desk.clock.goOn(FirstStart.VALID);
        assertForbidden(desk, newer);
        assertThat(folder.resolve("access")).doesNotExist();
    }

    private static void assertForbidden(Desk desk, String code) {
        assertThatThrownBy(() -> desk.access.firstAccount(code, "crow", "CROW", List.of("en"), WORDS))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refused.Reason.FORBIDDEN));
    }

    /** What is printed may come into a journal. */
    @Test
    void secrets_are_not_printed() {
        Desk desk = Desk.bare(folder);
        FirstCode code = desk.access.firstCode().orElseThrow();
        assertThat(code.toString()).doesNotContain(code.text());
        desk.access
                .firstAccount(code.text(), "owl", "OWL", List.of("en"), Desk.OWLS)
                .orElseThrow();
        SignedIn.Opened opened = desk.signedIn("owl", Desk.OWLS);
        assertThat(opened.toString()).doesNotContain(opened.id());
    }

    @Test
    void many_threads_sign_in_and_change_accounts_and_nothing_is_lost() throws Exception {
        Desk desk = Desk.with(folder);
        Caller owl = desk.owl();
        List<Future<Entered<Account>>> admitted = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                AccountDraft draft = new AccountDraft("a" + i + "x", "A" + i, List.of("unit"), List.of("ar"));
                admitted.add(threads.submit(() -> {
                    Entered<Account> entered = desk.access.accounts().admit(owl, draft, WORDS);
                    assertThat(desk.access.signIn(draft.name(), WORDS, Desk.at("192.0.2.77")))
                            .isInstanceOf(SignedIn.Opened.class);
                    return entered;
                }));
            }
            for (Future<Entered<Account>> each : admitted) {
                assertThat(each.get()).isInstanceOf(Entered.Accepted.class);
            }
        }
        assertThat(desk.access.accounts().all(owl)).hasSize(41);
        assertThat(desk.open().accounts().all(owl))
                .isEqualTo(desk.access.accounts().all(owl));
    }

    @Test
    void what_cannot_be_written_does_not_count() throws Exception {
        Desk desk = Desk.bare(folder);
        Files.writeString(folder.resolve("access"), "in the way");
        String code = desk.access.firstCode().orElseThrow().text();
        assertThatThrownBy(() -> desk.access.firstAccount(code, "owl", "OWL", List.of("en"), Desk.OWLS))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(desk.signIn("owl", Desk.OWLS)).isInstanceOf(SignedIn.Refusal.class);
        Files.delete(folder.resolve("access"));
        assertThat(desk.access.firstAccount(code, "owl", "OWL", List.of("en"), Desk.OWLS))
                .isInstanceOf(Entered.Accepted.class);
    }
}
