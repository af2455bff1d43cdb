package org.parley.node.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.node.pairing.Couple.next;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.InviteCode;
import org.parley.ledger.words.SixWords;
import org.parley.link.Address;
import org.parley.link.relay.Relay;
import org.parley.node.Standing;
import org.parley.node.home.Peers;

/** Two officers, two nodes, and all the ways in which they do not get a line. */
class PairingsTest {
    @TempDir
    Path folder;

    private Couple couple;
    private Map<String, String> azureBefore;
    private Map<String, String> birchBefore;

    @BeforeEach
    void begin() throws Exception {
        couple = new Couple(folder, "AZURE", "BIRCH");
        azureBefore = couple.state("AZURE");
        birchBefore = couple.state("BIRCH");
    }

    @AfterEach
    void end() {
        couple.close();
    }

    private void assertUnchanged() throws Exception {
        assertThat(couple.state("AZURE")).isEqualTo(azureBefore);
        assertThat(couple.state("BIRCH")).isEqualTo(birchBefore);
    }

    private static void assertEnded(Dialogue dialogue, String cause, String text) throws Exception {
        News.Ended ended = next(dialogue, News.Ended.class);
        assertThat(ended.cause()).as(ended.text()).isEqualTo(cause);
        assertThat(ended.text()).contains(text).endsWith("; nothing was founded or stored");
    }

    private void assertPaired(LineId line) throws Exception {
        for (String party : new String[] {"AZURE", "BIRCH"}) {
            Standing standing = couple.node(party).standing();
            assertThat(standing.await(
                            () -> !standing.logs(line).isEmpty()
                                    && standing.logs(line).stream()
                                            .filter(origin ->
                                                    origin.party().name().equals(party))
                                            .allMatch(origin -> standing.isHeldByAll(origin, 0)),
                            Couple.LONG))
                    .as(party + " has receipts")
                    .isTrue();
        }
    }

    /** An invitation, one who joined, and the words that both were shown. */
    private record Met(Pairings.Invited invited, Dialogue inviter, Dialogue joiner, LineId line) {}

    private Met meet() throws Exception {
        return meet(couple.invite("AZURE"));
    }

    private Met meet(Pairings.Invited invited) throws Exception {
        Dialogue joiner = couple.join("BIRCH", invited);
        News.Words here = next(invited.dialogue(), News.Words.class);
        News.Words there = next(joiner, News.Words.class);
        assertThat(here.line()).isEqualTo(there.line());
        assertThat(here.peer().party().name()).isEqualTo("BIRCH");
        assertThat(there.peer().party().name()).isEqualTo("AZURE");
        return new Met(invited, invited.dialogue(), joiner, here.line());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void when_both_have_confirmed_there_is_a_line_and_it_works_at_once(boolean inviterFirst) throws Exception {
        Met met = meet();
        assertUnchanged();
        (inviterFirst ? met.inviter() : met.joiner()).confirm(met.line());
        assertUnchanged();
        (inviterFirst ? met.joiner() : met.inviter()).heard(SixWords.of(met.line()));
        assertThat(next(met.inviter(), News.Founded.class).paired().line()).isEqualTo(met.line());
        assertThat(next(met.joiner(), News.Founded.class).paired().line()).isEqualTo(met.line());
        assertPaired(met.line());
        for (String party : new String[] {"AZURE", "BIRCH"}) {
            PartyName other = new PartyName(party.equals("AZURE") ? "BIRCH" : "AZURE");
            int port = couple.node(other.name()).listening().getFirst().getPort();
            assertThat(couple.node(party).peers().all())
                    .containsEntry(new Peers.Member(met.line(), other), Address.of("127.0.0.1:" + port));
            assertThat(Files.readString(couple.path(party).resolve("peers.toml")))
                    .contains(met.line() + "/" + other);
        }
    }

    @Test
    void a_code_is_good_for_one_line_and_says_so_to_who_comes_later() throws Exception {
        Met met = meet();
        met.inviter().confirm(met.line());
        met.joiner().confirm(met.line());
        next(met.inviter(), News.Founded.class);
        next(met.joiner(), News.Founded.class);
        Map<String, String> after = couple.state("AZURE");
        assertEnded(couple.join("BIRCH", met.invited()), "spent", "the invitation was used before");
        assertThat(couple.state("AZURE")).isEqualTo(after);
        // Nor does the late comer count against the next invitation.
        Pairings.Invited next = couple.invite("AZURE");
        assertEnded(couple.join("BIRCH", met.invited()), "spent", "the invitation was used before");
        Met again = meet(next);
        assertThat(again.line()).isNotEqualTo(met.line());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void either_officer_may_decline_and_both_nodes_are_as_before(boolean inviter) throws Exception {
        Met met = meet();
        (inviter ? met.joiner() : met.inviter()).confirm(met.line());
        (inviter ? met.inviter() : met.joiner()).decline("given up here");
        assertEnded(inviter ? met.inviter() : met.joiner(), "declined", "given up here");
        assertEnded(inviter ? met.joiner() : met.inviter(), "declined", "the other side gave up: ");
        assertUnchanged();
        assertEnded(couple.join("BIRCH", met.invited()), "spent", "the invitation was used before");
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void other_words_end_it_with_an_alarm(boolean inviter) throws Exception {
        Met met = meet();
        SixWords six = SixWords.of(met.line());
        SixWords other =
                new SixWords(six.first(), six.second(), six.third(), six.fourth(), six.fifth(), six.sixth() ^ 1);
        (inviter ? met.joiner() : met.inviter()).confirm(met.line());
        Dialogue hearing = inviter ? met.inviter() : met.joiner();
        assertThatThrownBy(() -> hearing.heard(other))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("ALARM: the words that were heard are not those shown here");
        assertEnded(hearing, "declined", "ALARM");
        assertEnded(inviter ? met.joiner() : met.inviter(), "declined", "the other side gave up");
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_confirmed_may_give_up_until_the_other_has_confirmed_too(boolean inviter) throws Exception {
        Met met = meet();
        Dialogue first = inviter ? met.inviter() : met.joiner();
        Dialogue second = inviter ? met.joiner() : met.inviter();
        first.confirm(met.line());
        first.decline("given up here");
        assertEnded(first, "declined", "given up here");
        assertEnded(second, "declined", "the other side gave up");
        assertThatThrownBy(() -> second.confirm(met.line())).isInstanceOf(Refused.class);
        assertUnchanged();
    }

    @Test
    void an_invitation_to_which_nobody_comes_expires() throws Exception {
        Pairings.Invited invited = couple.invite("AZURE");
        couple.ahead.set(Duration.ofMinutes(14).toMillis());
        invited.dialogue().tick();
        assertThat(invited.dialogue().isOver()).isFalse();
        couple.ahead.set(Duration.ofMinutes(16).toMillis());
        assertThatThrownBy(() -> couple.join("BIRCH", invited))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the invitation expired at ");
        assertEnded(invited.dialogue(), "expired", "nobody came");
        assertUnchanged();
    }

    @Test
    void what_only_one_side_confirmed_ends_with_the_expiry() throws Exception {
        for (boolean inviter : new boolean[] {true, false}) {
            Met met = meet();
            (inviter ? met.inviter() : met.joiner()).confirm(met.line());
            couple.ahead.addAndGet(Duration.ofMinutes(16).toMillis());
            assertEnded(met.inviter(), "expired", "the invitation expired");
            assertEnded(met.joiner(), "expired", "the invitation expired");
            assertUnchanged();
        }
    }

    @Test
    void connections_that_break_at_any_time_are_made_good() throws Exception {
        try (Relay relay = new Relay(couple.node("AZURE").listening().getFirst())) {
            Address at = Address.of("127.0.0.1:" + relay.address().getPort());
            Met met = meet(couple.invite("AZURE", at));
            relay.cut();
            met.joiner().confirm(met.line());
            next(met.joiner(), News.Note.class);
            met.inviter().confirm(met.line());
            relay.heal();
            next(met.inviter(), News.Founded.class);
            next(met.joiner(), News.Founded.class);
            assertPaired(met.line());
        }
    }

    @Test
    void the_last_word_is_said_again_to_a_joiner_that_missed_it() throws Exception {
        try (Relay relay = new Relay(couple.node("AZURE").listening().getFirst())) {
            Address at = Address.of("127.0.0.1:" + relay.address().getPort());
            Met met = meet(couple.invite("AZURE", at));
            met.inviter().confirm(met.line());
            relay.oneWay();
            met.joiner().confirm(met.line());
            next(met.inviter(), News.Founded.class);
            relay.cut();
            met.joiner().decline("given up here");
            assertThat(met.joiner().isOver()).isFalse();
            relay.heal();
            next(met.joiner(), News.Founded.class);
            assertPaired(met.line());
        }
    }

    @Test
    void an_inviter_that_cannot_store_the_line_tells_the_joiner_that_there_is_none() throws Exception {
        Met met = meet();
        Path keys = couple.path("AZURE").resolve("keys");
        Path away = couple.path("AZURE").resolve("away");
        Files.move(keys, away);
        met.joiner().confirm(met.line());
        met.inviter().confirm(met.line());
        assertEnded(met.inviter(), "declined", "the line could not be stored here");
        assertEnded(met.joiner(), "declined", "the other side gave up");
        Files.move(away, keys);
        assertUnchanged();
    }

    @Test
    void a_second_attempt_with_the_code_takes_the_place_of_the_first() throws Exception {
        Met met = meet();
        try (Couple more = new Couple(folder.resolve("more"), "CEDAR")) {
            Dialogue cedar = more.join("CEDAR", met.invited());
            next(met.inviter(), News.Note.class);
            News.Words words = next(met.inviter(), News.Words.class);
            assertThat(words.peer().party().name()).isEqualTo("CEDAR");
            assertThat(words.line()).isNotEqualTo(met.line());
            assertEnded(met.joiner(), "replaced", "another attempt with the same invitation");
            assertThatThrownBy(() -> met.inviter().confirm(met.line()))
                    .hasMessage("these are the words of another attempt: compare again");
            cedar.decline("given up here");
            assertEnded(met.inviter(), "declined", "the other side gave up");
        }
        assertUnchanged();
    }

    @Test
    void what_cannot_begin_is_refused_with_its_reason() throws Exception {
        assertThatThrownBy(() -> couple.pairings("AZURE").underWay())
                .hasMessage("no pairing is under way in this node");
        assertThatThrownBy(() ->
                        couple.pairings("AZURE").invite(couple.root("BIRCH"), Optional.empty(), Duration.ofMinutes(1)))
                .hasMessage("that root key is not the one of AZURE");
        Pairings.Invited invited = couple.invite("AZURE");
        assertThatThrownBy(() -> couple.invite("AZURE")).hasMessageStartingWith("another pairing is under way");
        assertThatThrownBy(() -> couple.join("AZURE", invited)).hasMessageStartingWith("another pairing is under way");
        assertThatThrownBy(() -> invited.dialogue().confirm(new LineId("0".repeat(32))))
                .hasMessageStartingWith("there are no words to confirm yet");
        InviteCode code = invited.code();
        InviteCode nowhere = new InviteCode(
                org.parley.ledger.pairing.Address.of("127.0.0.1:1"), code.pin(), code.secret(), code.expiry());
        assertThatThrownBy(() -> couple.pairings("BIRCH").join(couple.root("BIRCH"), Optional.empty(), nowhere))
                .hasMessage("the inviter at 127.0.0.1:1 cannot be reached: nobody listens there");
        InviteCode another = InviteCode.of(code.address(), couple.node("BIRCH").tlsPin(), code.secret(), code.expiry());
        assertThatThrownBy(() -> couple.pairings("BIRCH").join(couple.root("BIRCH"), Optional.empty(), another))
                .hasMessageStartingWith("ALARM: the node at ");
        assertThat(couple.pairings("BIRCH"))
                .satisfies(free -> assertThatThrownBy(free::underWay).isInstanceOf(Refused.class));
        assertUnchanged();
    }

    @Test
    void namesakes_get_no_line() throws Exception {
        try (Couple more = new Couple(folder.resolve("more"), "AZURE")) {
            Pairings.Invited invited = couple.invite("AZURE");
            Dialogue namesake = more.join("AZURE", invited);
            assertEnded(invited.dialogue(), "same-name", "both sides have the same party name");
            assertEnded(namesake, "same-name", "both sides have the same party name");
        }
        assertUnchanged();
    }
}
