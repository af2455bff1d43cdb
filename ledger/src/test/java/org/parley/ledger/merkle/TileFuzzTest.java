package org.parley.ledger.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/** Whatever bytes come as the path of a tile, a bundle of entries or a frontier: a value that prints the same, or a refusal. */
class TileFuzzTest {
    static Stream<byte[]> seeds() {
        Frontier frontier = Frontier.empty().append(Naive.leaves(0, 13));
        return Stream.of(
                "tile/entries/x001/x234/067.p/112".getBytes(UTF_8),
                "tile/12/x001/067".getBytes(UTF_8),
                "tile/0/000.p/1".getBytes(UTF_8),
                EntryBundle.encode(List.of(Naive.entry(0), new byte[0], Naive.entry(1))),
                frontier.bytes(),
                Frontier.empty().bytes());
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(TileFuzzTest.class, seeds(), this::pieces_of_a_log_are_read_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void pieces_of_a_log_are_read_or_refused(byte[] bytes) {
        RoundTrip.ofText(bytes, given -> Tile.parse(given).path());
        RoundTrip.of(bytes, given -> EntryBundle.encode(EntryBundle.decode(given)));
        RoundTrip.of(bytes, given -> {
            Frontier frontier = Frontier.read(given);
            assertThat(frontier.root())
                    .isEqualTo(Frontier.read(frontier.bytes()).root());
            return frontier.bytes();
        });
    }
}
