package org.parley.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.parley.ledger.merkle.EntryBundle;
import org.parley.ledger.merkle.Frontier;
import org.parley.ledger.merkle.Tile;
import org.parley.ledger.note.AddCheckpoint;
import org.parley.ledger.note.Checkpoint;
import org.parley.ledger.note.SignatureLine;
import org.parley.ledger.note.SignedNote;
import org.parley.ledger.note.TlogProof;
import org.parley.ledger.note.VerifierKey;

/** Whatever a reader is given, it gives a value that prints as what was read, or refuses. */
class GarbageTest {
    private static final int ROUNDS = Boolean.getBoolean("parley.nightly") ? 1_000_000 : 20_000;
    private static final String[] PIECES = {
        "\n",
        "\n\n",
        "— ",
        " ",
        "=",
        "==",
        "+",
        "0",
        "-",
        "/",
        "x",
        ".p/",
        "tile/",
        "entries/",
        "old ",
        "index ",
        "extra ",
        "\u0000",
        "\u0085",
        "\u00a0",
        "\ud7ff",
        "٣",
        "9223372036854775807",
        "9223372036854775808",
        "a",
        "Z"
    };
    private static final String HASH = "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\n";
    private static final String LINE = "— log.example/é hI2DJ1roloI=";
    private static final String HEAD = "log.example/é\n109482\n" + HASH;
    private static final String NOTE = HEAD + "\n" + LINE + "\n" + LINE + "\n";

    private final SplittableRandom random = new SplittableRandom(20261124);

    @Test
    void notes() {
        garbage(NOTE, bytes -> SignedNote.parse(bytes).bytes());
        garbage(NOTE, bytes -> text(SignedNote.parse(new String(bytes, UTF_8)).toString(), bytes));
        garbage(
                LINE,
                bytes -> text(SignatureLine.parse(new String(bytes, UTF_8)).toString(), bytes));
    }

    @Test
    void checkpoints_and_keys() {
        garbage(
                HEAD + "more\n",
                bytes -> text(Checkpoint.parseExtended(new String(bytes, UTF_8)).text(), bytes));
        garbage(HEAD, bytes -> text(Checkpoint.parse(new String(bytes, UTF_8)).text(), bytes));
        String key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
        garbage(key, bytes -> text(VerifierKey.parse(new String(bytes, UTF_8)).toString(), bytes));
    }

    @Test
    void proofs_and_requests() {
        String proof = "c2sp.org/tlog-proof@v1\nextra YWdl\nindex 73894\n" + HASH + HASH + "\n" + NOTE;
        garbage(proof, bytes -> TlogProof.parse(bytes).bytes());
        garbage(
                "old 20\n" + HASH + "\n" + NOTE,
                bytes -> AddCheckpoint.parse(bytes).bytes());
    }

    @Test
    void tiles_bundles_and_frontiers() {
        garbage(
                "tile/entries/x001/x234/067.p/112",
                bytes -> text(Tile.parse(new String(bytes, UTF_8)).path(), bytes));
        garbage(
                "tile/12/x001/067",
                bytes -> text(Tile.parse(new String(bytes, UTF_8)).path(), bytes));
        garbage("\0\5entry\0\0\0\7another", bytes -> EntryBundle.encode(EntryBundle.decode(bytes)));
        garbage(
                "\0\0\0\0\0\0\0\3" + "h".repeat(64),
                bytes -> Frontier.read(bytes).bytes());
    }

    /** The print as bytes; of bytes that are no UTF-8 the reader saw another text, so they are taken as they are. */
    private static byte[] text(String printed, byte[] given) {
        return Arrays.equals(new String(given, UTF_8).getBytes(UTF_8), given) ? printed.getBytes(UTF_8) : given;
    }

    private void garbage(String valid, Function<byte[], byte[]> readAndPrint) {
        byte[] whole = valid.getBytes(UTF_8);
        assertThat(readAndPrint.apply(whole)).isEqualTo(whole);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutant = whole;
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                mutant = mutated(mutant);
            }
            try {
                byte[] printed = readAndPrint.apply(mutant);
                if (!Arrays.equals(printed, mutant)) {
                    assertThat(printed).as("round %d", round).isEqualTo(mutant);
                }
                read++;
            } catch (Refused e) {
                if (e.why().isEmpty()) {
                    throw new AssertionError("refused without a word", e);
                }
            }
        }
        assertThat(read).isBetween(1, ROUNDS - 1);
    }

    private byte[] mutated(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(Math.min(bytes.length - from, 1 + random.nextInt(40)) + 1);
        byte[] piece = switch (random.nextInt(5)) {
            case 0 -> PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8);
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            case 2 -> Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(60)));
            case 3 -> new byte[0];
            default -> new byte[] {(byte) (' ' + random.nextInt(95))};
        };
        int end = random.nextBoolean() ? from : to;
        byte[] mutant = new byte[from + piece.length + bytes.length - end];
        System.arraycopy(bytes, 0, mutant, 0, from);
        System.arraycopy(piece, 0, mutant, from, piece.length);
        System.arraycopy(bytes, end, mutant, from + piece.length, bytes.length - end);
        return mutant;
    }
}
