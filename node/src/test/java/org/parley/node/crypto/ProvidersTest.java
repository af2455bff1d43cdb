package org.parley.node.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Provider;
import java.security.Security;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.SigningKey;
import org.parley.node.crypto.Providers.Candidate;

class ProvidersTest {
    private static final Candidate JDK = new Candidate("the JDK", () -> Security.getProvider("SunEC"));
    private static final Candidate JDK_ML_DSA = new Candidate("the JDK", () -> Security.getProvider("SUN"));

    @Test
    void the_best_signs_with_both_algorithms_and_says_who_it_is() {
        Chosen chosen = Providers.best();
        assertThat(chosen.name()).startsWith("Ed25519 by ").doesNotContain("verified only");
        assertThat(chosen.why()).contains("ML-DSA-44 is computed by the JDK, which gave the known answers.");
        for (Algorithm algorithm : Algorithm.values()) {
            SigningKey secret = SigningKey.of(algorithm, new byte[32]);
            byte[] signature = chosen.signatures().sign(secret, new byte[9]);
            assertThat(chosen.signatures().verifies(chosen.signatures().publicKey(secret), new byte[9], signature))
                    .isTrue();
        }
    }

    @Test
    void what_is_missing_does_not_load_or_computes_wrongly_is_named_and_passed_over() {
        var missing = new Candidate(
                "One",
                () -> Class.forName("not.There").asSubclass(Provider.class).cast(null));
        var native_ = new Candidate("Two", () -> {
            throw new UnsatisfiedLinkError("no such library");
        });
        var without = new Candidate("Three", () -> Security.getProvider("SUN"));
        Chosen chosen = Providers.best(List.of(missing, native_, without, JDK), List.of(JDK_ML_DSA));
        assertThat(chosen.name()).isEqualTo("Ed25519 by SunEC 25, ML-DSA-44 by SUN 25");
        assertThat(chosen.why().lines())
                .containsExactly(
                        "ML-DSA-44 is computed by the JDK, which gave the known answers.",
                        "Ed25519 is not computed by One: ClassNotFoundException: not.There.",
                        "Ed25519 is not computed by Two: UnsatisfiedLinkError: no such library.",
                        "Ed25519 is not computed by Three: NoSuchAlgorithmException: no such algorithm: Ed25519 for provider SUN.",
                        "Ed25519 is computed by the JDK, which gave the known answers.");
    }

    @Test
    void each_provider_of_ml_dsa_gives_the_known_answers() throws Exception {
        KnownAnswers.require(new JcaMlDsa(Security.getProvider("SUN")));
        KnownAnswers.require(new JcaMlDsa(Class.forName("org.bouncycastle.jce.provider.BouncyCastleProvider")
                .asSubclass(Provider.class)
                .getConstructor()
                .newInstance()));
    }

    @Test
    void with_nobody_left_it_says_who_was_tried() {
        assertThatThrownBy(() -> Providers.best(List.of(), List.of(JDK_ML_DSA)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing computes Ed25519 here");
    }
}
