package org.parley.node.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.util.encoders.DecoderException;
import org.parley.space.Entered;
import org.parley.space.Problem;

/**
 * With what the API shows over TLS whose it is.
 *
 * @param chain the node's own certificate first
 * @param key the private key of that one
 */
public record Certified(List<X509Certificate> chain, PrivateKey key) {
    /** Larger than any that people put there. */
    private static final long MOST_BYTES = 1 << 20;

    private static final String SEALED = "is sealed with a passphrase, which nobody types when a node starts";

    public Certified {
        chain = List.copyOf(chain);
    }

    /** Until when browsers take the node's own certificate. */
    public Instant until() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "Certified[" + chain.getFirst().getSubjectX500Principal() + " until " + until() + "]";
    }

    /**
     * Reads both files; refused, with the settings that name them, where one is not what it should be, where they do not belong
     * together, and where browsers would not take the certificate at this instant.
     */
    public static Entered<Certified> read(Config.Tls files, Instant now) {
        List<Problem> problems = new ArrayList<>();
        List<X509Certificate> chain = chain(files.certificate(), problems);
        Optional<PrivateKey> key = key(files.key(), problems);
        if (chain.isEmpty() || key.isEmpty()) {
            return new Entered.Refused<>(problems);
        }
        Certified read = new Certified(chain, key.get());
        read.checkPair(files, problems);
        read.checkTime(files.certificate(), now, problems);
        return problems.isEmpty() ? Entered.accepted(read) : new Entered.Refused<>(problems);
    }

    private static List<X509Certificate> chain(Path file, List<Problem> problems) {
        String why;
        try {
            List<X509Certificate> chain =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes(file)))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (!chain.isEmpty()) {
                return chain;
            }
            why = "";
        } catch (CertificateException e) {
            why = ": " + e.getMessage();
        } catch (IOException e) {
            why = ", for it cannot be read: " + e.getMessage();
        }
        problems.add(problem(
                Keys.CERTIFICATE,
                file,
                "holds no certificate in PEM" + why,
                "it begins with -----BEGIN CERTIFICATE-----"));
        return List.of();
    }

    private static Optional<PrivateKey> key(Path file, List<Problem> problems) {
        String why = "holds no private key in PEM";
        String wayOut = "it begins with -----BEGIN PRIVATE KEY-----";
        try (PEMParser parser = new PEMParser(new StringReader(new String(bytes(file), StandardCharsets.US_ASCII)))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
                switch (next) {
                    case PrivateKeyInfo key -> {
                        return Optional.of(converter.getPrivateKey(key));
                    }
                    case PEMKeyPair pair -> {
                        return Optional.of(converter.getPrivateKey(pair.getPrivateKeyInfo()));
                    }
                    case PKCS8EncryptedPrivateKeyInfo sealed -> why = SEALED;
                    case PEMEncryptedKeyPair sealed -> why = SEALED;
                    default -> {
                        // Parameters of a curve and certificates may stand beside the key.
                    }
                }
            }
            wayOut = why.equals(SEALED) ? "openssl pkey -in FILE -out KEY takes the passphrase away" : wayOut;
        } catch (IOException | DecoderException e) {
            // The message of a reader may hold a part of what it read.
            why = "cannot be read as PEM";
        }
        problems.add(problem(Keys.KEY, file, why, wayOut));
        return Optional.empty();
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("it is larger than 1 MiB");
        }
        return Files.readAllBytes(file);
    }

    private void checkPair(Config.Tls files, List<Problem> problems) {
        String algorithm = key.getAlgorithm();
        if (!algorithm.equals("RSA") && !algorithm.equals("EC")) {
            problems.add(problem(
                    Keys.KEY,
                    files.key(),
                    "is a key of " + algorithm + ", which browsers do not take",
                    "make one of RSA or EC"));
        } else if (!isKeyOf(chain.getFirst())) {
            boolean ofAnother = chain.stream().anyMatch(this::isKeyOf);
            problems.add(problem(
                    Keys.KEY,
                    files.key(),
                    "is not the key of the first certificate in " + files.certificate(),
                    ofAnother
                            ? "put the node's own certificate before the others"
                            : "give the two that belong together"));
        }
    }

    /** Whether what the key signs is what the certificate's key verifies. */
    private boolean isKeyOf(X509Certificate certificate) {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        byte[] anything = "parley".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(anything);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private void checkTime(Path file, Instant now, List<Problem> problems) {
        Instant from = chain.getFirst().getNotBefore().toInstant();
        if (now.isBefore(from)) {
            problems.add(problem(
                    Keys.CERTIFICATE,
                    file,
                    "holds only from " + from + " on, and it is " + now,
                    "look at the clock, or wait"));
        }
        if (now.isAfter(until())) {
            problems.add(problem(
                    Keys.CERTIFICATE, file, "ended on " + until() + ", and browsers refuse it", "put a new one there"));
        }
    }

    private static Problem problem(Key<Path> setting, Path file, String reason, String wayOut) {
        return new Problem(
                Parsed.FILE + ", [" + setting.section() + "] " + setting.name(), file.toString(), reason, wayOut);
    }
}
