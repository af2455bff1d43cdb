package org.parley.ledger.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Bytes;
import org.parley.ledger.Hash;

/** One dialogue to the byte. The values were computed by a Python program (hashlib, hmac, zlib) from docs/formats.md alone. */
class PairingVectorTest {
    private static final String CODE =
            "PARLEY1-DD4Y0-42YBS-F5WQJ-YBSF5-WQGH2-48H24-8H248-H248H-248H2-48H03-" + "0000G-73KSW-ESQQX-C";
    private static final String INVITERS_COMMIT = "0100b75dd522fc844b3d83fbdd128345395ecea455bd1b1e57582638ea216936cecb"
            + "803a2020a2d6df1d255bbe49961569e559a00b450dcc9d7640f0ed6e77dd8575";
    private static final String INVITERS_CONFIRMED =
            "03822ae340452716149edada3e45adaabe66167a4059f46749fa393654e8fde670";
    private static final String JOINERS_COMMIT = "01010b403ae95aefd739fdab770c6a9b60abd1011a0089b99a7265cf23fcd213556f"
            + "bf7d45a9bd15cae087b16effae3d4a3832467b205cfac66132afba9a97c672db";
    private static final String JOINERS_CONFIRMED =
            "032a109df9ab000383783db41f7f784b176aeb177d05fbb586431ce79cd026f876";

    @Test
    void an_invitation_has_this_text() {
        assertThat(Node.CODE.text()).isEqualTo(CODE);
    }

    @Test
    void a_dialogue_has_these_bytes() {
        Dialogue dialogue = new Dialogue().run();
        assertThat(hex(dialogue, Role.INVITER, 0)).isEqualTo(INVITERS_COMMIT);
        assertThat(hex(dialogue, Role.JOINER, 0)).isEqualTo(JOINERS_COMMIT);
        assertThat(hex(dialogue, Role.INVITER, 2)).isEqualTo(INVITERS_CONFIRMED);
        assertThat(hex(dialogue, Role.JOINER, 2)).isEqualTo(JOINERS_CONFIRMED);
        Paired paired = dialogue.joiner.paired().orElseThrow();
        assertThat(paired.line()).hasToString("2c4f1019f7a66d99b2ae6cac1736734f");
        assertThat(paired.transcript())
                .isEqualTo(Hash.ofHex("ba842debb27d5b1a3dbdcc62e59f1780c63cc1522f275efb9128c89f290cb73c"));
    }

    private static String hex(Dialogue dialogue, Role by, int number) {
        Bytes message = dialogue.sent.getOrDefault(by, List.of()).get(number);
        return HexFormat.of().formatHex(message.array());
    }
}
