package org.parley.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.link.TestNode.next;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;

/** Who is not let in, and that the others do not notice. */
class WrongPeersTest {
    private static final Bounds HASTY = new Bounds(
            new Bounds.Times(
                    Duration.ofMillis(1_500),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofMillis(500),
                    Duration.ofMillis(1_500)),
            Bounds.Sizes.USUAL,
            new Bounds.Crowd(64, 64, 1),
            TestNode.BOUNDS.waits());

    private final TlsIdentity stranger = TlsIdentity.create(new SecureRandom());

    @Test
    void a_peer_with_another_key_than_the_one_expected_is_refused_by_the_dialler() throws Exception {
        try (TestNode listener = new TestNode();
                TestNode dialler = new TestNode()) {
            dialler.links.dial(listener.listen(), Optional.of(stranger.pin()));
            assertThat(next(dialler.unreached).why()).contains("key is not the one that was expected");
            assertThat(dialler.up).isEmpty();
        }
    }

    @Test
    void without_a_certificate_nobody_gets_in() throws Exception {
        try (TestNode listener = new TestNode()) {
            SSLSocket socket = plain(listener.listen(), "TLSv1.3");
            socket.startHandshake(); // TLS 1.3 learns of the refusal on the first read
            assertThatThrownBy(() -> {
                        socket.getOutputStream().write(preface(Preface.CONTROL));
                        socket.getInputStream().read();
                    })
                    .isInstanceOf(IOException.class);
            next(listener.turnedAway);
            stillServes(listener);
        }
    }

    @Test
    void an_older_tls_is_refused() throws Exception {
        try (TestNode listener = new TestNode()) {
            SSLSocket socket = plain(listener.listen(), "TLSv1.2");
            assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
            next(listener.turnedAway);
        }
    }

    @Test
    void garbage_instead_of_tls_is_refused() throws Exception {
        try (TestNode listener = new TestNode();
                TestNode best = new TestNode(TestNode.BOUNDS, TlsEngine.best())) {
            for (TestNode node : new TestNode[] {listener, best}) {
                try (Socket socket = connect(node.listen())) {
                    socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    next(node.turnedAway);
                }
                stillServes(node);
            }
        }
    }

    @Test
    void whoever_says_nothing_is_sent_away_in_time() throws Exception {
        try (TestNode listener = new TestNode(HASTY, TlsEngine.jdk());
                Socket silent = connect(listener.listen())) {
            assertThat(next(listener.turnedAway)).isEqualTo("no handshake in time");
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void half_a_pair_is_sent_away_in_time_also_when_another_peer_comes_with_its_name() throws Exception {
        try (TestNode listener = new TestNode(HASTY, TlsEngine.jdk())) {
            Address at = listener.listen();
            try (Guest half = secured(at, stranger, Preface.CONTROL);
                    Guest foreign = secured(at, TlsIdentity.create(new SecureRandom()), Preface.BULK)) {
                assertThat(next(listener.turnedAway)).contains("second connection");
                assertThat(next(listener.turnedAway)).contains("second connection");
                assertThat(half.read()).isEqualTo(-1);
                assertThat(foreign.read()).isEqualTo(-1);
            }
            assertThat(listener.up).isEmpty();
            stillServes(listener);
        }
    }

    @Test
    void a_first_frame_that_is_too_large_or_empty_loses_the_link_before_it_is_read() throws Exception {
        try (TestNode listener = new TestNode()) {
            for (int length : new int[] {(1 << 20) + 1, 0, -1}) {
                Address at = listener.listen();
                try (Guest control = secured(at, stranger, Preface.CONTROL);
                        Guest bulk = secured(at, stranger, Preface.BULK)) {
                    next(listener.up);
                    control.secured()
                            .out()
                            .write(ByteBuffer.allocate(4).putInt(length).array());
                    TestNode.Lost lost = next(listener.lost);
                    assertThat(lost.link().loss()).contains(Loss.MALFORMED);
                    assertThat(lost.why()).contains("from 1 to 1048576");
                    assertThat(bulk.read()).isEqualTo(-1);
                }
            }
        }
    }

    @Test
    void only_so_many_strangers_are_heard_at_a_time() throws Exception {
        Bounds few = new Bounds(HASTY.times(), HASTY.sizes(), new Bounds.Crowd(64, 2, 1), HASTY.waits());
        try (TestNode listener = new TestNode(few, TlsEngine.jdk())) {
            Address at = listener.listen();
            try (Socket first = connect(at);
                    Socket second = connect(at);
                    Socket third = connect(at)) {
                assertThat(next(listener.turnedAway)).contains("too many");
                assertThat(third.getInputStream().read()).isEqualTo(-1);
                assertThat(next(listener.turnedAway)).isEqualTo("no handshake in time");
                assertThat(next(listener.turnedAway)).isEqualTo("no handshake in time");
                assertThat(first.getInputStream().read()
                                + second.getInputStream().read())
                        .isEqualTo(-2);
            }
            stillServes(listener);
        }
    }

    static void stillServes(TestNode listener) throws Exception {
        try (TestNode dialler = new TestNode()) {
            dialler.dial(listener.listen(), listener);
            next(dialler.up).send(Channel.CONTROL, new byte[] {1});
            assertThat(next(listener.frames)).containsExactly(1);
        }
    }

    private static Socket connect(Address to) throws IOException {
        return new Socket(InetAddress.getByName(to.host()), to.port());
    }

    private record Guest(Socket raw, Secured secured) implements AutoCloseable {
        /** The next byte, or -1. */
        int read() throws IOException {
            return secured.in().read();
        }

        @Override
        public void close() throws IOException {
            raw.close();
        }
    }

    /** A connection as the protocol wants it, with a preface. */
    private static Guest secured(Address to, TlsIdentity self, int kind) throws IOException {
        Socket raw = connect(to);
        Secured secured = Secured.handshake(raw, TlsEngine.jdk(), self, Optional.empty(), true);
        secured.out().write(preface(kind));
        return new Guest(raw, secured);
    }

    private static byte[] preface(int kind) {
        return new Preface(Bytes.of(new byte[Preface.NAME]), kind).bytes();
    }

    private static SSLSocket plain(Address to, String version) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new SelfSigned(Optional.empty())}, null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(connect(to), to.host(), to.port(), true);
        socket.setEnabledProtocols(new String[] {version});
        return socket;
    }
}
