package org.parley.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.PartyName;
import org.parley.link.relay.Relay;

/** The network between two nodes is cut, stands still, carries one byte a second, or one direction only. */
class CutTest {
    /** Longer than a node waits for a silent peer (30 s), so that both have given the link up. */
    private static final Duration LONG = Duration.ofSeconds(45);

    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    Path temp;

    private final Map<String, Integer> seen = new TreeMap<>();

    /** Something that happens to a network. */
    private interface Fault {
        void happen() throws Exception;
    }

    @Test
    void a_line_goes_on_after_its_link_was_cut_and_after_it_stood_still() throws Exception {
        throughRelay((nodes, relay) -> {
            suffer(nodes, "cut for 0.5 s", relay::cut, SHORT, relay::heal);
            suffer(nodes, "still for 0.5 s", relay::halfOpen, SHORT, relay::heal);
        });
        System.out.println("Real processes, a relay between them: " + seen);
    }

    @Tag("faults")
    @Test
    void a_line_goes_on_after_everything_that_a_relay_does() throws Exception {
        throughRelay((nodes, relay) -> {
            for (int i = 0; i < 10; i++) {
                suffer(nodes, "cut for 0.5 s", relay::cut, SHORT, relay::heal);
                suffer(nodes, "still for 0.5 s", relay::halfOpen, SHORT, relay::heal);
            }
            suffer(nodes, "half-open for 45 s", relay::halfOpen, LONG, relay::heal);
            suffer(nodes, "one byte a second for 45 s", relay::trickle, LONG, relay::heal);
            suffer(nodes, "cut for 45 s", relay::cut, LONG, relay::heal);
        });
        System.out.println("Real processes, a relay between them: " + seen);
    }

    @Tag("faults")
    @Test
    void a_line_goes_on_after_a_cable_of_the_kernel_was_cut() throws Exception {
        Here.needs(TwoHosts.possible(), TwoHosts.MISSING);
        try (TwoHosts hosts = new TwoHosts();
                TwoNodes nodes = TwoNodes.of(on(0, "AZURE"), on(1, "BIRCH"))) {
            nodes.start(nodes.azure());
            nodes.start(nodes.birch());
            for (int i = 0; i < 10; i++) {
                suffer(nodes, "cable out for 0.5 s", hosts::cut, SHORT, hosts::heal);
            }
            for (int i = 0; i < 2; i++) {
                suffer(nodes, "cable out for 45 s", hosts::cut, LONG, hosts::heal);
                suffer(nodes, "one direction lost for 45 s", hosts::loseOneDirection, LONG, hosts::healDirection);
            }
        }
        System.out.println("Real processes, network namespaces: " + seen);
    }

    private Party on(int host, String name) {
        Party party = TwoNodes.party(name, temp, TwoHosts.address(host) + ":7443");
        return new Party(party.name(), party.folder(), party.listen(), TwoHosts.under(host));
    }

    private interface Course {
        void run(TwoNodes nodes, Relay relay) throws Exception;
    }

    /** AZURE dials through the relay, and BIRCH dials nobody. */
    private void throughRelay(Course course) throws Exception {
        int port = TwoNodes.freePort();
        try (Relay relay = relayTo(port)) {
            Party azure = TwoNodes.party("AZURE", temp, "127.0.0.1:" + TwoNodes.freePort());
            Party birch = TwoNodes.party("BIRCH", temp, "127.0.0.1:" + port);
            Map<PartyName, String> dialled =
                    Map.of(birch.name(), "127.0.0.1:" + relay.address().getPort());
            try (TwoNodes nodes = TwoNodes.of(azure, birch, dialled)) {
                nodes.start(birch);
                nodes.start(azure);
                course.run(nodes, relay);
            }
        }
    }

    private static Relay relayTo(int port) throws IOException {
        return new Relay(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private void suffer(TwoNodes nodes, String what, Fault begins, Duration time, Fault ends) throws Exception {
        nodes.awaitHealed();
        try (Voices _ = Voices.begin(nodes, seen.hashCode())) {
            awaitReceipts(nodes, 20);
            int before = nodes.promises().acknowledged();
            begins.happen();
            LockSupport.parkNanos(time.toNanos());
            ends.happen();
            assertThat(nodes.promises().acknowledged())
                    .as("what was acknowledged while %s", what)
                    .isGreaterThan(before);
            awaitReceipts(nodes, 20);
        }
        nodes.checkHealed();
        for (Party party : nodes.parties()) {
            assertThat(nodes.served(party).isAlive()).isTrue();
            if (time.equals(LONG)) {
                assertThat(nodes.served(party).journal())
                        .as("%s tells that the link was lost: %s", party, what)
                        .contains("link lost");
            }
        }
        seen.merge(what, 1, Integer::sum);
    }

    private static void awaitReceipts(TwoNodes nodes, int more) throws Exception {
        int until = nodes.promises().receipted() + more;
        assertThat(Patience.until(TwoNodes.HEALING, () -> nodes.promises().receipted() >= until))
                .as("receipts come")
                .isTrue();
    }
}
