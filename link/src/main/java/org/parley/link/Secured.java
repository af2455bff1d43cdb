package org.parley.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;

/** One TLS connection after its handshake: TLS 1.3, both certificates shown. */
final class Secured {
    private static final int KEEP_ALIVE_SECONDS = 20;

    private final Socket raw;
    private final SSLSocket tls;
    private final X509Certificate peer;
    private final String address;

    private Secured(Socket raw, SSLSocket tls, X509Certificate peer, String address) {
        this.raw = raw;
        this.tls = tls;
        this.peer = peer;
        this.address = address;
    }

    /** Speaks TLS on a connected socket; whoever calls bounds the time by closing the socket. */
    static Secured handshake(Socket raw, TlsEngine engine, TlsIdentity self, Optional<Hash> pin, boolean client)
            throws IOException {
        raw.setTcpNoDelay(true);
        keepAlive(raw);
        InetSocketAddress to = (InetSocketAddress) raw.getRemoteSocketAddress();
        SSLSocket tls = (SSLSocket)
                engine.sockets(self, pin).createSocket(raw, to.getAddress().getHostAddress(), to.getPort(), true);
        engine.configure(tls, client);
        try {
            tls.startHandshake();
        } catch (RuntimeException e) {
            throw new IOException("TLS failed: " + e, e); // what a provider makes of garbage is not ours to know
        }
        if (!(tls.getSession().getPeerCertificates()[0] instanceof X509Certificate peer)) {
            throw new IOException("the peer showed something else than an X.509 certificate");
        }
        return new Secured(raw, tls, peer, Address.of(to).toString());
    }

    /** Bulk may be silent for hours, and what stands between forgets connections on which nothing moves. */
    private static void keepAlive(Socket raw) throws IOException {
        raw.setKeepAlive(true);
        if (raw.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            raw.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_ALIVE_SECONDS);
            raw.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_ALIVE_SECONDS);
        }
    }

    Hash peerPin() {
        return TlsIdentity.pin(peer);
    }

    Bytes peerCertificate() throws IOException {
        try {
            return Bytes.of(peer.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IOException("the peer's certificate has no encoding", e);
        }
    }

    String peerAddress() {
        return address;
    }

    InputStream in() throws IOException {
        return tls.getInputStream();
    }

    OutputStream out() throws IOException {
        return tls.getOutputStream();
    }

    /** Says to the peer that nothing more will come; what it still sends can be read. */
    void shutdownOutput() throws IOException {
        raw.shutdownOutput();
    }

    /** Asks the kernel to take this much of what is written before the peer has it. */
    void sendBuffer(int bytes) {
        try {
            raw.setSendBufferSize(bytes);
        } catch (SocketException _) {
            return; // closed meanwhile, which reading and writing will tell
        }
    }

    /** Ends what is blocked in reading or writing, at once. */
    void abort() {
        Sockets.close(raw);
    }

    /** After {@link #abort}, when nobody reads or writes any more: lets go of what TLS holds outside of the heap. */
    void release() {
        Sockets.close(tls);
    }
}
