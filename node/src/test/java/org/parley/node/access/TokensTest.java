package org.parley.node.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.ledger.Refused;
import org.parley.space.Entered;
import org.parley.space.Problem;

class TokensTest {
    private static final String WORDS = "four words that fit";

    @TempDir
    Path folder;

    private Desk desk;
    private Tokens tokens;
    private Caller kestrel;

    @BeforeEach
    void open() {
        desk = Desk.with(folder);
        tokens = desk.access.tokens();
        kestrel = desk.admitted("kestrel", WORDS, "duty-officer");
    }

    private TokenDraft draft(String... scopes) {
        return new TokenDraft("radar", List.of(scopes), expiry());
    }

    private Instant expiry() {
        return desk.clock.instant().plus(Duration.ofDays(30));
    }

    private NewToken made(String... scopes) {
        return tokens.make(kestrel, draft(scopes)).orElseThrow();
    }

    @Test
    void a_program_with_a_token_may_what_the_token_says_in_the_name_of_its_account() {
        NewToken made = made("read", "send", "call");
        Caller program = desk.access.token(made.text()).orElseThrow();
        assertThat(program.account()).isEqualTo("kestrel");
        assertThat(program.officer()).isEqualTo("KESTREL");
        assertThat(program.rights()).containsOnly(Right.READ, Right.SEND, Right.CALL);
        assertThat(program.isPerson()).isFalse();
        assertThat(program.how()).isEqualTo(How.TOKEN);
    }

    @ParameterizedTest
    @EnumSource
    void no_program_ever_answers_for_the_party(Role role) {
        Caller person = desk.admitted("falcon", WORDS, role.word(), "supervisor", "administrator");
        for (Right right : Right.values()) {
            if (right.isOfPersonsOnly()) {
                assertThat(Desk.problems(tokens.make(person, draft("read", right.word()))))
                        .extracting(Problem::reason)
                        .containsExactly("is a person's alone");
            }
        }
        assertThat(Set.of(Right.ANSWER, Right.ACCEPT)).allMatch(Right::isOfPersonsOnly);
        assertThat(tokens.all(person)).isEmpty();
    }

    @Test
    void a_program_cannot_be_given_a_right_of_persons_by_any_other_way() {
        assertThatThrownBy(() -> new Caller("x", "X", Set.of(Role.UNIT), Set.of(Right.ANSWER), false, How.TOKEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        TokenDraft wrong = new TokenDraft("", List.of("fly", "line", "answer"), desk.clock.instant());
        assertThat(Desk.problems(tokens.make(kestrel, wrong)))
                .extracting(Problem::field, Problem::reason)
                .containsExactly(
                        tuple("name", ShortText.ASKED),
                        tuple("expires", "is not after now and within 366 days"),
                        tuple("scopes", "is no right"),
                        tuple("scopes", "is no right of kestrel"),
                        tuple("scopes", "is a person's alone"));
        TokenDraft forever =
                new TokenDraft("radar", List.of(), desk.clock.instant().plus(Duration.ofDays(367)));
        assertThat(Desk.problems(tokens.make(kestrel, forever)))
                .extracting(Problem::field)
                .containsExactly("expires", "scopes");
    }

    @Test
    void the_text_is_shown_once_and_never_kept() throws Exception {
        NewToken made = made("read");
        assertThat(made.text())
                .matches("parley_[A-Za-z0-9_-]{43}")
                .endsWith(made.token().ending());
        assertThat(made.toString()).doesNotContain(made.text());
        assertThat(made.token().ending()).hasSize(4);
        byte[] file = Files.readAllBytes(folder.resolve("access/accounts"));
        assertThat(Desk.holds(file, made.text().substring(Token.PREFIX.length())))
                .isFalse();
        assertThat(Desk.holds(file, Secret.hash(made.text()).toString())).isTrue();
        assertThat(desk.open().token(made.text())).isEqualTo(desk.access.token(made.text()));
    }

    @Test
    void a_token_opens_nothing_once_it_has_expired_or_was_taken_away() {
        NewToken one = made("read");
        NewToken other = made("read");
        tokens.revoke(kestrel, one.token().id());
        assertThat(desk.access.token(one.text())).isEmpty();
        desk.clock.goOn(Duration.ofDays(30).minusSeconds(1));
        assertThat(desk.access.token(other.text())).isPresent();
        desk.clock.goOn(Duration.ofSeconds(1));
        assertThat(desk.access.token(other.text())).isEmpty();
    }

    @Test
    void a_token_may_no_more_than_its_account_still_may() {
        NewToken made = made("read", "send");
        AccountDraft auditor = new AccountDraft("kestrel", "KESTREL", List.of("auditor"), List.of("en"));
        assertThat(desk.access.accounts().change(desk.owl(), auditor)).isInstanceOf(Entered.Accepted.class);
        assertThat(desk.access.token(made.text()).orElseThrow().rights()).containsOnly(Right.READ);
        desk.access.accounts().close(desk.owl(), "kestrel");
        assertThat(desk.access.token(made.text())).isEmpty();
    }

    @Test
    void people_see_and_take_away_their_own_tokens_and_an_administrator_all() {
        NewToken kestrels = made("read");
        Caller merlin = desk.admitted("merlin", WORDS, "unit");
        assertThat(tokens.all(merlin)).isEmpty();
        assertThatThrownBy(() -> tokens.revoke(merlin, kestrels.token().id()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("there is no token");
        assertThat(tokens.all(desk.owl())).containsExactly(kestrels.token());
        tokens.revoke(desk.owl(), kestrels.token().id());
        assertThat(tokens.all(kestrel)).isEmpty();
    }

    @Test
    void a_program_makes_no_token_and_who_has_no_account_neither() {
        Caller program = desk.access.token(made("read").text()).orElseThrow();
        assertThatThrownBy(() -> tokens.make(program, draft("read"))).hasMessage("a program makes no token");
        Caller socket = new Caller("root", "root", Set.of(Role.SUPERVISOR), Set.of(Right.READ), true, How.SOCKET);
        assertThatThrownBy(() -> tokens.make(socket, draft("read"))).hasMessage("there is no account root");
    }

    @Test
    void an_account_has_so_many_tokens_and_no_more() {
        for (int i = 0; i < Register.MOST_TOKENS; i++) {
            made("read");
        }
        assertThatThrownBy(() -> made("read")).hasMessageContaining("take away what is not used");
    }

    @Test
    void what_is_no_token_opens_nothing() {
        assertThat(desk.access.token("")).isEmpty();
        assertThat(desk.access.token("parley_")).isEmpty();
        assertThat(desk.access.token("parley_" + "A".repeat(43))).isEmpty();
    }
}
