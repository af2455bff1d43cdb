package org.parley.ledger.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.parley.ledger.Refused;

/** The law of every reader of one form: what is taken prints as what was read, all else is refused, and says why. */
public final class RoundTrip {
    private RoundTrip() {}

    /** Of a form in bytes. Anything that is thrown but {@link Refused} goes up, and is what a fuzzer looks for. */
    public static void of(byte[] given, UnaryOperator<byte[]> readAndPrint) {
        try {
            byte[] printed = readAndPrint.apply(given);
            if (!Arrays.equals(printed, given)) {
                assertThat(printed).isEqualTo(given);
            }
        } catch (Refused refused) {
            assertThat(refused.why()).isNotEmpty();
        }
    }

    /** Of a form in text: the reader sees the bytes as UTF-8, what is not UTF-8 replaced. */
    public static void ofText(byte[] given, UnaryOperator<String> readAndPrint) {
        of(
                new String(given, UTF_8).getBytes(UTF_8),
                utf8 -> readAndPrint.apply(new String(utf8, UTF_8)).getBytes(UTF_8));
    }
}
