package org.parley.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Exit;
import org.parley.cli.Ran;
import org.parley.ledger.PartyName;
import org.parley.node.NodeFolder;
import org.parley.node.Options;

/** {@code parley serve --api}: where the API is opened, and why it is not. */
class ServeApiTest {
    /** As docs/config.md has it, for an address of this machine. */
    private static final String MAKE_CERTIFICATE =
            "umask 077; openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365"
                    + " -keyout key.pem -out certificate.pem -subj /CN=parley.example"
                    + " -addext subjectAltName=DNS:parley.example,IP:127.0.0.1";

    @TempDir
    Path temp;

    private Path folder = Path.of("");

    @BeforeEach
    void found() {
        folder = temp.resolve("azure");
        NodeFolder.create(folder, new PartyName("AZURE"), Optional.empty(), Options.usual(Optional.empty()));
    }

    private void settings(String text) throws IOException {
        Files.writeString(folder.resolve("parley.toml"), text);
    }

    private void certificate() throws Exception {
        Path tls = Files.createDirectories(folder.resolve("tls"));
        Process making = new ProcessBuilder("sh", "-c", MAKE_CERTIFICATE)
                .directory(tls.toFile())
                .redirectErrorStream(true)
                .start();
        making.getInputStream().readAllBytes();
        assumeTrue(making.waitFor() == 0, "there is no openssl here");
        settings("[api]\ncertificate = \"tls/certificate.pem\"\nkey = \"tls/key.pem\"\n");
    }

    private Ran refused(String address) {
        Ran ran = Ran.of("serve", folder.toString(), "--api", address);
        assertThat(ran.code()).as(ran.toString()).isEqualTo(Exit.BAD_INPUT);
        assertThat(folder.resolve("parley.sock")).doesNotExist();
        return ran;
    }

    @Test
    void with_a_certificate_that_anybody_can_make_it_answers_over_TLS() throws Exception {
        certificate();
        try (Served served = Served.begin(folder, "--api", "127.0.0.1:0")) {
            assertThat(served.ready()).matches(".*, answers at https://127\\.0\\.0\\.1:[0-9]+");
            String url = served.ready().replaceFirst(".*answers at ", "");
            while (served.isAlive() && !served.journal().contains("#first=")) {
                Thread.sleep(20); // it is told after the line that says ready
            }
            assertThat(served.journal())
                    .contains("make the first with " + url + "/#first=")
                    .contains("the API speaks TLS");
            String file = folder.resolve("tls/certificate.pem").toString();
            assertThat(Ran.of("status", url, "--certificate", file).err())
                    .contains("sign in, or send a token as Bearer");
            assertThat(Ran.of("status", url).err()).contains("does not show a certificate that is trusted here");
            assertThat(Ran.of(
                                    "status",
                                    url,
                                    "--certificate",
                                    folder.resolve("node.toml").toString())
                            .err())
                    .contains("holds no certificate in PEM");
        }
    }

    @Test
    void beyond_this_machine_it_is_not_opened_in_the_clear() {
        assertThat(refused("0.0.0.0:0").err())
                .contains("passwords would go there in the clear", "means every address of this machine");
        assertThat(refused("192.0.2.1:8080").err()).contains("give certificate and key in parley.toml");
        assertThat(refused("nowhere").err()).contains("--api nowhere is not HOST:PORT");
        assertThat(refused("nowhere.invalid:8080").err()).contains("there is no such host");
    }

    @Test
    void a_certificate_that_is_none_is_refused_before_the_node_begins() throws Exception {
        Path pem = Files.writeString(folder.resolve("some.pem"), "nothing");
        Files.setPosixFilePermissions(pem, PosixFilePermissions.fromString("rw-------"));
        settings("[api]\ncertificate = \"some.pem\"\nkey = \"some.pem\"\n");
        assertThat(refused("127.0.0.1:0").err())
                .contains(
                        "[api] certificate", "holds no certificate in PEM", "[api] key", "holds no private key in PEM");
        Files.setPosixFilePermissions(pem, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(refused("127.0.0.1:0").err()).contains("may be read by others than its owner");
    }

    @Test
    void the_journal_is_as_the_settings_have_it() throws Exception {
        settings("[log]\nformat = \"text\"\n");
        try (Served served = Served.begin(folder)) {
            assertThat(served.journal()).contains("Z fence: ").doesNotContain("{");
            assertThat(served.stop()).isZero();
        }
        settings("[log]\nlevel = \"alarm\"\n");
        try (Served served = Served.begin(folder)) {
            assertThat(served.journal()).doesNotContain("\"level\":\"info\"");
            assertThat(served.stop()).isZero();
        }
    }

    @Test
    void a_key_of_another_certificate_is_refused() throws Exception {
        certificate();
        Files.move(folder.resolve("tls/key.pem"), folder.resolve("key.pem"));
        certificate();
        settings("[api]\ncertificate = \"tls/certificate.pem\"\nkey = \"key.pem\"\n");
        assertThat(refused("127.0.0.1:0").err()).contains("is not the key of the first certificate in");
    }
}
