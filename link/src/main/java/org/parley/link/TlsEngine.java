package org.parley.link;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.conscrypt.Conscrypt;
import org.parley.ledger.Hash;

/**
 * Who speaks TLS: Conscrypt when it loads, because it can exchange keys in a way that stored traffic cannot be read by a quantum
 * computer later; otherwise the JDK, whose TLS has no such group in version 25.
 */
public final class TlsEngine {
    private static final String VERSION = "TLSv1.3";
    private static final List<String> CLASSIC = List.of("x25519", "secp256r1", "secp384r1");
    private static final List<String> HYBRID = List.of("X25519MLKEM768", "X25519", "P-256", "P-384");

    private final Provider provider;
    private final List<String> groups;
    private final String note;

    private TlsEngine(Provider provider, List<String> groups, String note) {
        this.provider = provider;
        this.groups = groups;
        this.note = note;
    }

    /** Conscrypt when it is there and loads, otherwise the JDK; {@link #describe} says why not. */
    public static TlsEngine best() {
        try {
            return new TlsEngine(Conscrypt.newProvider(), HYBRID, "");
        } catch (LinkageError e) {
            // Not there, or its native library does not fit this machine: both are usual.
            return java("Conscrypt does not load: " + e.getMessage());
        }
    }

    /** The JDK's own TLS. */
    public static TlsEngine jdk() {
        return java("");
    }

    private static TlsEngine java(String note) {
        Provider jsse = Security.getProvider("SunJSSE");
        if (jsse == null) {
            throw new IllegalStateException("this Java has no TLS: provider SunJSSE is missing");
        }
        return new TlsEngine(jsse, CLASSIC, note);
    }

    /** The provider and the groups that are offered for the key exchange; which one a peer takes is not known. */
    public String describe() {
        String said = "TLS 1.3 by " + provider.getName() + " " + provider.getVersionStr() + ", key exchange offered: "
                + String.join(", ", groups);
        return note.isEmpty() ? said : said + " (" + note + ")";
    }

    /** A fresh context, so that no session is ever resumed and every handshake shows certificates. */
    SSLSocketFactory sockets(TlsIdentity identity, Optional<Hash> pin) {
        try {
            SSLContext context = SSLContext.getInstance(VERSION, provider);
            context.init(
                    new KeyManager[] {new OneKey(identity)},
                    new TrustManager[] {new SelfSigned(pin)},
                    new SecureRandom());
            SSLSocketFactory sockets = context.getSocketFactory();
            if (Conscrypted.is(provider)) {
                Conscrypted.onTopOfSockets(sockets);
            }
            return sockets;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS by " + provider.getName(), e);
        }
    }

    void configure(SSLSocket socket, boolean client) {
        socket.setUseClientMode(client);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {VERSION});
        parameters.setNamedGroups(groups.toArray(String[]::new));
        if (!client) {
            parameters.setNeedClientAuth(true);
        }
        socket.setSSLParameters(parameters);
    }

    /** What needs Conscrypt's classes, loaded only when they are there. */
    private static final class Conscrypted {
        static boolean is(Provider provider) {
            return provider.getName().equals("Conscrypt");
        }

        /** Reading and writing by Java's sockets, where a virtual thread waits without holding a thread of the machine. */
        static void onTopOfSockets(SSLSocketFactory sockets) {
            Conscrypt.setUseEngineSocket(sockets, true);
        }
    }
}
