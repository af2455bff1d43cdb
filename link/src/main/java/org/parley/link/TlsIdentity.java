package org.parley.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;
import org.parley.ledger.Hash;
import org.parley.ledger.Refused;

/**
 * The key with which a node speaks TLS: ECDSA on P-256, and a certificate that it signs itself and that names nobody.
 *
 * <p>Trust is by {@link #pin} alone, so the certificate does not end: its last day is RFC 5280's "no well-defined expiration".
 */
public final class TlsIdentity {
    private static final X500Name NOBODY = new X500Name("CN=parley");
    private static final Instant FIRST_DAY = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST_DAY = Instant.parse("9999-12-31T23:59:59Z");
    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";

    private final PrivateKey key;
    private final X509Certificate certificate;

    private TlsIdentity(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** A new key pair and its certificate. */
    public static TlsIdentity create(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .setSecureRandom(random)
                    .build(pair.getPrivate());
            byte[] certificate = new JcaX509v3CertificateBuilder(
                            NOBODY,
                            new BigInteger(126, random).setBit(126),
                            Date.from(FIRST_DAY),
                            Date.from(LAST_DAY),
                            NOBODY,
                            pair.getPublic())
                    .build(signer)
                    .getEncoded();
            return new TlsIdentity(pair.getPrivate(), certificate(certificate));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this Java cannot make an ECDSA key on P-256", e);
        }
    }

    /** Reads what {@link #pem} gave; anything else, or a key that is not the certificate's, is {@link Refused}. */
    public static TlsIdentity read(byte[] pem) {
        try (PemReader reader = new PemReader(new StringReader(new String(pem, StandardCharsets.US_ASCII)))) {
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(next(reader, KEY)));
            X509Certificate certificate = certificate(next(reader, CERTIFICATE));
            if (!belongTogether(key, certificate)) {
                throw Refused.malformed("the TLS key is not the key of the certificate beside it");
            }
            return new TlsIdentity(key, certificate);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw Refused.malformed("this is no TLS identity: " + e.getMessage());
        }
    }

    /** The private key (PKCS #8) and the certificate, each in PEM. Secret. */
    public byte[] pem() {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(KEY, key.getEncoded()));
            writer.writeObject(new PemObject(CERTIFICATE, certificate.getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key that was made here has no encoding", e);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** What key sets name: SHA-256 of the SubjectPublicKeyInfo. */
    public Hash pin() {
        return pin(certificate);
    }

    static Hash pin(X509Certificate of) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256")
                    .digest(of.getPublicKey().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    PrivateKey key() {
        return key;
    }

    X509Certificate certificate() {
        return certificate;
    }

    private static byte[] next(PemReader reader, String type) throws IOException {
        PemObject object = reader.readPemObject();
        if (object == null || !object.getType().equals(type)) {
            throw Refused.malformed("this is no TLS identity: there is no " + type + " where one should be");
        }
        return object.getContent();
    }

    private static X509Certificate certificate(byte[] encoded) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        byte[] anything = "parley".getBytes(StandardCharsets.US_ASCII);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(anything);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(anything);
        return signature.verify(signed);
    }
}
