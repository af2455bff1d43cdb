package org.parley.link;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.parley.ledger.Hash;

/**
 * Trusts one certificate that signs itself: of a given pin, or any, when the protocol asks afterwards whose it is. TLS proves
 * that the peer has its key; names and dates mean nothing here.
 */
final class SelfSigned extends X509ExtendedTrustManager {
    private final Optional<Hash> pin;

    SelfSigned(Optional<Hash> pin) {
        this.pin = pin;
    }

    private void check(X509Certificate... chain) throws CertificateException {
        if (chain.length != 1) {
            throw new CertificateException("one certificate was expected, not " + chain.length);
        }
        try {
            chain[0].verify(chain[0].getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new CertificateException("the certificate does not sign itself", e);
        }
        if (pin.isPresent() && !pin.get().equals(TlsIdentity.pin(chain[0]))) {
            throw new CertificateException("the peer's key is not the one that was expected");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
