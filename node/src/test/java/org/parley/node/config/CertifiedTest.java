package org.parley.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.node.home.PrivateFile;
import org.parley.space.Entered;
import org.parley.space.Problem;

class CertifiedTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    Path folder;

    private static List<Problem> problems(Config.Tls files) {
        return switch (Certified.read(files, NOW)) {
            case Entered.Refused<Certified>(List<Problem> problems) -> problems;
            case Entered.Accepted<Certified> accepted -> List.of();
        };
    }

    private static Problem problem(Config.Tls files) {
        List<Problem> problems = problems(files);
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static Pems of(String algorithm) {
        return Pems.of(algorithm, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)));
    }

    private static void putKey(Config.Tls files, String text) {
        PrivateFile.write(files.key(), text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void what_belongs_together_is_read_and_tells_nothing_of_the_key(String algorithm) {
        Pems pems = of(algorithm);
        Certified read = Certified.read(pems.put(folder), NOW).orElseThrow();
        assertThat(read.chain()).containsExactly(pems.certificate());
        assertThat(read.key()).isEqualTo(pems.key());
        assertThat(read.until()).isEqualTo(pems.certificate().getNotAfter().toInstant());
        assertThat(read.toString()).isEqualTo("Certified[CN=parley.example until " + read.until() + "]");
    }

    @Test
    void keys_in_the_older_forms_of_openssl_are_read() throws Exception {
        Pems rsa = of("RSA");
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(rsa.key().getEncoded());
        byte[] pkcs1 = info.parsePrivateKey().toASN1Primitive().getEncoded();
        Config.Tls files = rsa.put(folder);
        putKey(files, Pems.pem("RSA PRIVATE KEY", pkcs1));
        assertThat(Certified.read(files, NOW).orElseThrow().key()).isEqualTo(rsa.key());
        Pems ec = of("EC");
        ec.put(folder);
        ECPrivateKey sec1 = new ECPrivateKey(
                256, ((java.security.interfaces.ECPrivateKey) ec.key()).getS(), SECObjectIdentifiers.secp256r1);
        putKey(
                files,
                Pems.pem("EC PARAMETERS", SECObjectIdentifiers.secp256r1.getEncoded())
                        + Pems.pem("EC PRIVATE KEY", sec1.getEncoded()));
        assertThat(Certified.read(files, NOW).orElseThrow().chain())
                .as("it is the key of this one")
                .containsExactly(ec.certificate());
    }

    @Test
    void a_sealed_key_is_told_as_that() throws Exception {
        Pems pems = of("EC");
        Config.Tls files = pems.put(folder);
        StringWriter sealed = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(sealed)) {
            writer.writeObject(new JcaPKCS8Generator(
                    pems.key(),
                    new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                            .setProvider(new BouncyCastleProvider())
                            .setPassword("a passphrase".toCharArray())
                            .setRandom(new SecureRandom())
                            .build()));
        }
        putKey(files, sealed.toString());
        assertThat(problem(files).field()).isEqualTo("parley.toml, [api] key");
        assertThat(problem(files).reason()).startsWith("is sealed with a passphrase");
        assertThat(problem(files).wayOut()).contains("openssl pkey");
    }

    @Test
    void files_that_are_no_PEM_are_refused_both_at_once() throws Exception {
        Config.Tls files = of("EC").put(folder);
        Files.writeString(files.certificate(), "nothing");
        putKey(files, "-----BEGIN PRIVATE KEY-----\nAAAA secret AAAA\n-----END PRIVATE KEY-----\n");
        List<Problem> problems = problems(files);
        assertThat(problems)
                .extracting(Problem::field)
                .containsExactly("parley.toml, [api] certificate", "parley.toml, [api] key");
        assertThat(problems)
                .extracting(Problem::value)
                .containsExactly(files.certificate().toString(), files.key().toString());
        assertThat(problems.toString()).doesNotContain("secret");
        putKey(files, Files.readString(files.certificate()));
        assertThat(problems(files).getLast().reason()).isEqualTo("holds no private key in PEM");
        Files.writeString(files.certificate(), "");
        assertThat(problems(files).getFirst().reason()).isEqualTo("holds no certificate in PEM");
        Files.write(files.certificate(), new byte[(1 << 20) + 1]);
        assertThat(problems(files).getFirst().reason()).contains("larger than 1 MiB");
    }

    @Test
    void a_key_of_another_certificate_is_refused_and_a_wrong_order_is_told() {
        Pems own = of("EC");
        Config.Tls files = own.put(folder);
        Pems.putCertificates(files.certificate(), of("EC").certificate());
        assertThat(problem(files).reason())
                .isEqualTo("is not the key of the first certificate in " + files.certificate());
        assertThat(problem(files).wayOut()).isEqualTo("give the two that belong together");
        Pems.putCertificates(files.certificate(), of("RSA").certificate(), own.certificate());
        assertThat(problem(files).wayOut()).isEqualTo("put the node's own certificate before the others");
        Pems.putCertificates(files.certificate(), own.certificate(), of("RSA").certificate());
        assertThat(problems(files)).isEmpty();
    }

    @Test
    void a_key_that_browsers_do_not_take_is_refused() {
        assertThat(problem(of("Ed25519").put(folder)).reason()).contains("which browsers do not take");
    }

    @Test
    void a_certificate_that_is_over_or_not_yet_begun_is_refused() {
        Instant before = NOW.minus(Duration.ofDays(400));
        Problem over =
                problem(Pems.of("EC", before, NOW.minus(Duration.ofDays(1))).put(folder));
        assertThat(over.field()).isEqualTo("parley.toml, [api] certificate");
        assertThat(over.reason()).startsWith("ended on ");
        Problem early = problem(Pems.of("EC", NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(2)))
                .put(folder));
        assertThat(early.reason()).startsWith("holds only from ");
    }
}
