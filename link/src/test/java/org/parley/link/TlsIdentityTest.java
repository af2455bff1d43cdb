package org.parley.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Refused;

class TlsIdentityTest {
    private final TlsIdentity identity = TlsIdentity.create(new SecureRandom());

    @Test
    void what_is_stored_is_read_again() throws Exception {
        TlsIdentity read = TlsIdentity.read(identity.pem());
        assertThat(read.pin()).isEqualTo(identity.pin());
        assertThat(read.pem()).isEqualTo(identity.pem());
        assertThat(read.certificate()).isEqualTo(identity.certificate());
    }

    @Test
    void the_pin_is_the_hash_of_the_subject_public_key_info() throws Exception {
        byte[] info = identity.certificate().getPublicKey().getEncoded();
        assertThat(identity.pin().bytes())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(info));
        assertThat(TlsIdentity.create(new SecureRandom()).pin()).isNotEqualTo(identity.pin());
    }

    @Test
    void the_certificate_names_nobody_and_does_not_end() throws Exception {
        assertThat(identity.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=parley");
        assertThat(identity.certificate().getNotAfter().toInstant()).isEqualTo("9999-12-31T23:59:59Z");
        identity.certificate().verify(identity.certificate().getPublicKey());
    }

    @Test
    void a_key_beside_another_certificate_or_anything_else_is_refused() {
        String one = new String(identity.pem(), StandardCharsets.US_ASCII);
        String other = new String(TlsIdentity.create(new SecureRandom()).pem(), StandardCharsets.US_ASCII);
        int cut = one.indexOf("-----BEGIN CERTIFICATE");
        String mixed = one.substring(0, cut) + other.substring(other.indexOf("-----BEGIN CERTIFICATE"));
        for (String wrong :
                new String[] {mixed, one.substring(cut), one.substring(0, cut), "", "x", one.replace('M', 'A')}) {
            assertThatThrownBy(() -> TlsIdentity.read(wrong.getBytes(StandardCharsets.US_ASCII)))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void the_engine_says_what_it_offers() {
        assertThat(TlsEngine.best().describe()).contains("offered").contains("25519");
        assertThat(TlsEngine.jdk().describe()).contains("SunJSSE").contains("x25519");
    }
}
