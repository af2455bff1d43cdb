package org.parley.node.config;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.parley.node.home.PrivateFile;

/** A key and a certificate that it signs itself, for 127.0.0.1, localhost and parley.example, as files. */
public record Pems(PrivateKey key, X509Certificate certificate) {
    /** Of a key of this algorithm, for the time between. */
    public static Pems of(String algorithm, Instant from, Instant until) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("RSA")) {
                generator.initialize(2048);
            } else if (algorithm.equals("EC")) {
                generator.initialize(256);
            }
            KeyPair pair = generator.generateKeyPair();
            X500Name name = new X500Name("CN=parley.example");
            var builder = new JcaX509v3CertificateBuilder(
                            name, BigInteger.TEN, Date.from(from), Date.from(until), name, pair.getPublic())
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                        new GeneralName(GeneralName.dNSName, "localhost"),
                        new GeneralName(GeneralName.dNSName, "parley.example"),
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                    }));
            String signature = switch (algorithm) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> algorithm;
            };
            return new Pems(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(new JcaContentSignerBuilder(signature).build(pair.getPrivate()))));
        } catch (GeneralSecurityException | CertIOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that holds at present. */
    public static Pems now() {
        Instant now = Instant.now();
        return of("EC", now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(30)));
    }

    /** Writes both files into a folder. */
    public Config.Tls put(Path folder) {
        Config.Tls files = new Config.Tls(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
        putCertificates(files.certificate(), certificate);
        PrivateFile.write(files.key(), pem("PRIVATE KEY", key.getEncoded()).getBytes(StandardCharsets.US_ASCII));
        return files;
    }

    static void putCertificates(Path file, X509Certificate... certificates) {
        try {
            StringWriter all = new StringWriter();
            for (X509Certificate each : Arrays.asList(certificates)) {
                all.append(pem("CERTIFICATE", each.getEncoded()));
            }
            Files.writeString(file, all.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(String type, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
