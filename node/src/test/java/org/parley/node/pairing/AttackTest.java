package org.parley.node.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.node.pairing.Couple.next;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.InviteCode;
import org.parley.ledger.words.SixWords;
import org.parley.link.Address;
import org.parley.link.Bounds;
import org.parley.link.Carrier;
import org.parley.link.Link;
import org.parley.link.Links;
import org.parley.link.PairingConnection;
import org.parley.link.TlsEngine;
import org.parley.link.TlsIdentity;

/** Somebody stands in between, or before the door. */
class AttackTest {
    @TempDir
    Path folder;

    private Couple couple;
    private Map<String, String> azureBefore;

    @BeforeEach
    void begin() throws Exception {
        couple = new Couple(folder, "AZURE", "BIRCH");
        azureBefore = couple.state("AZURE");
    }

    @AfterEach
    void end() {
        couple.close();
    }

    /**
     * A whole node in between that knows the code: it joins the inviter under the joiner's name, and invites the joiner under
     * the inviter's, at an address and with a key of its own put into the code.
     */
    @Test
    void a_node_in_between_that_pairs_with_both_shows_other_words_to_each() throws Exception {
        Map<String, String> birchBefore = couple.state("BIRCH");
        try (Couple between = new Couple(folder.resolve("between"), "to/BIRCH", "to/AZURE")) {
            Pairings.Invited invited = couple.invite("AZURE");
            Dialogue asBirch = between.join("to/BIRCH", invited);
            Pairings.Invited asAzure = between.invite("to/AZURE");
            Dialogue joiner = couple.join("BIRCH", asAzure);
            News.Words atAzure = next(invited.dialogue(), News.Words.class);
            News.Words atBirch = next(joiner, News.Words.class);
            assertThat(atAzure.peer().party().name()).isEqualTo("BIRCH");
            assertThat(atBirch.peer().party().name()).isEqualTo("AZURE");
            assertThat(SixWords.of(atAzure.line())).isNotEqualTo(SixWords.of(atBirch.line()));
            next(asBirch, News.Words.class);
            next(asAzure.dialogue(), News.Words.class);
            // The one in between confirms to both at once; what counts is what the officers hear from each other.
            asBirch.confirm(atAzure.line());
            asAzure.dialogue().confirm(atBirch.line());
            assertThatThrownBy(() -> invited.dialogue().heard(SixWords.of(atBirch.line())))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("ALARM");
            assertThatThrownBy(() -> joiner.heard(SixWords.of(atAzure.line())))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("ALARM");
            assertThat(next(invited.dialogue(), News.Ended.class).text()).startsWith("ALARM");
            assertThat(next(joiner, News.Ended.class).text()).startsWith("ALARM");
        }
        assertThat(couple.state("AZURE")).isEqualTo(azureBefore);
        assertThat(couple.state("BIRCH")).isEqualTo(birchBefore);
    }

    /** TLS ends at the one in between, who passes every frame on, both ways, and even knows the secret. */
    @Test
    void passing_frames_on_under_another_key_is_an_alarm_at_the_joiner() throws Exception {
        Pairings.Invited invited = couple.invite("AZURE");
        try (Stranger between = new Stranger()) {
            InetSocketAddress at = between.links.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            InviteCode code = invited.code();
            InviteCode moved = new InviteCode(
                    org.parley.ledger.pairing.Address.of("127.0.0.1:" + at.getPort()),
                    code.pin(),
                    code.secret(),
                    code.expiry());
            assertThatThrownBy(() -> couple.pairings("BIRCH").join(couple.root("BIRCH"), Optional.empty(), moved))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("ALARM: the node at 127.0.0.1:" + at.getPort() + " is not the one");
            // With his key in the code he gets a dialogue, and what he passes on is proof of nothing on the other
            // connection.
            between.target = Optional.of(Address.of(code.address().toString()));
            InviteCode own = InviteCode.of(moved.address(), between.pin, code.secret(), code.expiry());
            Dialogue joiner = couple.pairings("BIRCH").join(couple.root("BIRCH"), Optional.empty(), own);
            News.Ended ended = next(joiner, News.Ended.class);
            assertThat(ended.cause()).as(ended.text()).isEqualTo("silent");
            assertThat(invited.dialogue().isOver()).isFalse();
        }
        assertThat(couple.state("AZURE")).isEqualTo(azureBefore);
    }

    @Test
    void a_crowd_before_the_door_is_bounded_and_the_one_who_was_invited_gets_in() throws Exception {
        Pairings.Invited invited = couple.invite("AZURE");
        Address at = Address.of(invited.code().address().toString());
        List<AutoCloseable> crowd = new ArrayList<>();
        try (Stranger stranger = new Stranger()) {
            for (int i = 0; i < 40; i++) {
                crowd.add(new Socket(InetAddress.getLoopbackAddress(), at.port()));
            }
            for (int i = 0; i < 8; i++) {
                stranger.pair(at).ifPresent(crowd::add); // says nothing
            }
            Dialogue joiner = couple.join("BIRCH", invited);
            Optional<News.Words> met = words(joiner);
            while (met.isEmpty()) {
                joiner = joinAgain(invited);
                met = words(joiner);
            }
            News.Words words = met.get();
            next(invited.dialogue(), News.Words.class);
            joiner.confirm(words.line());
            invited.dialogue().confirm(words.line());
            next(invited.dialogue(), News.Founded.class);
            next(joiner, News.Founded.class);
            for (AutoCloseable one : crowd) {
                one.close();
            }
        }
    }

    /** Empty when the door was too full for too long. */
    private static Optional<News.Words> words(Dialogue joiner) throws InterruptedException {
        while (true) {
            for (News news : joiner.await(Couple.LONG)) {
                if (news instanceof News.Words words) {
                    return Optional.of(words);
                }
                if (news instanceof News.Ended) {
                    return Optional.empty();
                }
            }
        }
    }

    /** As an officer would who is told that the inviter was not reached. */
    private Dialogue joinAgain(Pairings.Invited invited) {
        long end = System.nanoTime() + Couple.LONG.toNanos();
        while (true) {
            try {
                return couple.join("BIRCH", invited);
            } catch (Refused full) {
                assertThat(System.nanoTime()).as(full.why()).isLessThan(end);
            }
        }
    }

    @Test
    void a_hundred_guesses_end_the_invitation_with_an_alarm_and_get_no_answer() throws Exception {
        Pairings.Invited invited = couple.invite("AZURE");
        Address at = Address.of(invited.code().address().toString());
        byte[] guess = new byte[1 + 1 + 2 * Hash.LENGTH];
        guess[0] = 1;
        guess[1] = 1;
        try (Stranger stranger = new Stranger()) {
            int tried = 0;
            while (!invited.dialogue().isOver() && tried < 1_000) {
                tried++;
                Optional<PairingConnection> connection = stranger.pair(at);
                if (connection.isPresent()) {
                    try (PairingConnection guessing = connection.get()) {
                        guessing.write(guess);
                        assertThat(guessing.read()).isEmpty();
                    }
                }
            }
        }
        News.Ended ended = next(invited.dialogue(), News.Ended.class);
        assertThat(ended.cause()).isEqualTo("spent");
        assertThat(ended.text()).startsWith("ALARM: 100 connections came with another secret");
        assertThat(couple.state("AZURE")).isEqualTo(azureBefore);
    }

    /** Links of nobody's node, and a desk that passes on what comes in. */
    private static final class Stranger implements AutoCloseable, Carrier {
        final TlsIdentity tls = TlsIdentity.create(new SecureRandom());
        final Hash pin = tls.pin();
        final Links links =
                new Links(tls, TlsEngine.jdk(), Bounds.USUAL, this, this::pass, new SecureRandom(), System::nanoTime);
        volatile Optional<Address> target = Optional.empty();

        Optional<PairingConnection> pair(Address at) {
            try {
                return Optional.of(links.pair(at));
            } catch (IOException _) {
                return Optional.empty(); // turned away
            }
        }

        private void pass(PairingConnection in) {
            target.ifPresent(at -> {
                try (PairingConnection out = links.pair(at)) {
                    Optional<byte[]> first = in.read();
                    if (first.isPresent()) {
                        out.write(first.get());
                        assertThat(out.read()).isEmpty();
                    }
                } catch (IOException e) {
                    throw new AssertionError("the one in between lost a connection", e);
                }
            });
        }

        @Override
        public void up(Link link) {
            link.close("nobody is here");
        }

        @Override
        public void frame(Link link, byte[] frame) {}

        @Override
        public void lost(Link link, String why) {}

        @Override
        public void close() {
            links.close();
        }
    }
}
