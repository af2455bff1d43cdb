package org.parley.cli.check.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.space.Limits;

/** Whatever bytes come as a file of minima: minima within their limits or errors, never an exception, never a wait. */
class MinimaFuzzTest {
    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(MinimaFuzzTest.class, this::minima_are_read_or_refused);
    }

    @Timeout(20)
    @DictionaryFile(resourcePath = "/org/parley/cli/minima.dict")
    @FuzzTest
    void minima_are_read_or_refused(byte[] bytes) {
        StringWriter err = new StringWriter();
        Complaints complaints = new Complaints(new PrintWriter(err));
        MinimaFile.Table table = MinimaFile.read(new Source("f", () -> new ByteArrayInputStream(bytes)), complaints);
        complaints.finish();
        Stream.concat(Stream.of(table.others()), table.pairs().values().stream())
                .forEach(MinimaFuzzTest::assertWithinLimits);
        Told.assertPrintable(err);
    }

    private static void assertWithinLimits(MinimaFile.Stated stated) {
        assertWithin(stated.horizontal(), Limits.HORIZONTAL_MINIMUM);
        assertWithin(stated.vertical(), Limits.VERTICAL_MINIMUM);
        assertWithin(stated.time(), Limits.TIME_MINIMUM);
    }

    private static void assertWithin(OptionalDouble stated, double most) {
        stated.ifPresent(value -> assertThat(value).isBetween(0.0, most));
    }
}
