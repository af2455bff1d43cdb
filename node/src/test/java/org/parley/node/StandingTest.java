package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.Epoch;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.Signatures;
import org.parley.ledger.crypto.SigningKey;
import org.parley.ledger.crypto.VerifyingKey;
import org.parley.ledger.keys.KeyHistory;
import org.parley.ledger.keys.KeySet;
import org.parley.ledger.keys.LastHead;
import org.parley.ledger.keys.Opening;
import org.parley.ledger.keys.Revocation;
import org.parley.ledger.line.Effect;
import org.parley.node.crypto.Providers;

class StandingTest {
    private static final Signatures SIGNATURES = Providers.best().signatures();
    private static final LineId LINE = new LineId("0123456789abcdef0123456789abcdef");
    private static final PartyName BIRCH = new PartyName("BIRCH");
    private static final Epoch FIRST = Epoch.of("1-0a1b2c3d");

    private static SigningKey secret(Algorithm algorithm, int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return SigningKey.of(algorithm, bytes);
    }

    private static VerifyingKey open(Algorithm algorithm, int seed) {
        return SIGNATURES.publicKey(secret(algorithm, seed));
    }

    private static Origin log(Lane lane) {
        return new Origin(LINE, BIRCH, lane, FIRST);
    }

    /** A thief had the keys: what he could have said since is void, and no picture may have it. */
    @Test
    void from_where_a_revocation_voids_a_log_nothing_of_it_counts() {
        Standing standing = new Standing();
        for (Lane lane : Lane.values()) {
            standing.take(List.of(new Effect.Appended(
                    log(lane),
                    0,
                    Collections.nCopies(5, Bytes.of(new byte[] {1})),
                    Collections.nCopies(5, Optional.empty()))));
        }
        SigningKey root = secret(Algorithm.ED25519, 1);
        Opening opening = new Opening(FIRST, 1);
        KeySet keys = new KeySet(
                LINE,
                BIRCH,
                1,
                open(Algorithm.ED25519, 2),
                open(Algorithm.ML_DSA_44, 3),
                open(Algorithm.ED25519, 4),
                Hash.of(new byte[Hash.LENGTH]),
                opening,
                opening);
        KeyHistory history = KeyHistory.of(LINE, BIRCH, SIGNATURES.publicKey(root))
                .addKeys(SIGNATURES, keys.signedBy(SIGNATURES, root));
        standing.take(List.of(new Effect.LineChanged(LINE, Map.of(BIRCH, history))));
        assertThat(standing.counting(log(Lane.MAIN))).isEqualTo(5);

        LastHead three = new LastHead(FIRST, 3, Hash.of(new byte[Hash.LENGTH]));
        LastHead all = new LastHead(FIRST, 9, Hash.of(new byte[Hash.LENGTH]));
        Revocation revocation = new Revocation(LINE, BIRCH, 1, three, all);
        KeyHistory revoked = history.addRevocation(SIGNATURES, revocation.signedBy(SIGNATURES, root));
        standing.take(List.of(new Effect.LineChanged(LINE, Map.of(BIRCH, revoked))));
        assertThat(standing.counting(log(Lane.MAIN))).isEqualTo(3);
        assertThat(standing.counting(log(Lane.SAFETY))).isEqualTo(5);
        assertThat(standing.size(log(Lane.MAIN))).as("it is kept all the same").isEqualTo(5);
    }
}
