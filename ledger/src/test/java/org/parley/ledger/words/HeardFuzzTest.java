package org.parley.ledger.words;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.ledger.fuzzing.RoundTrip;

/** Whatever is typed as six words: six that are heard again in every language, or a refusal. */
class HeardFuzzTest {
    static Stream<byte[]> seeds() {
        SixWords words = new SixWords(0, 1, 127, 128, 254, 255);
        return Arrays.stream(Language.values())
                .map(language -> String.join(" ", words.words(language)).getBytes(UTF_8));
    }

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(HeardFuzzTest.class, seeds(), this::words_are_heard_or_refused);
    }

    @Timeout(20)
    @MethodSource("seeds")
    @FuzzTest
    void words_are_heard_or_refused(byte[] bytes) {
        RoundTrip.ofText(bytes, typed -> {
            SixWords words = SixWords.heard(typed);
            for (Language language : Language.values()) {
                assertThat(SixWords.heard(String.join("/", words.words(language))))
                        .isEqualTo(words);
            }
            return typed;
        });
    }
}
