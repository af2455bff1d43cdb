package org.parley.cli.check.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.space.height.Geoid;
import org.parley.space.height.HeightTerms;

/** Whatever bytes come as a file of activities: volumes or errors, never an exception, never a wait. */
class ActivitiesFuzzTest {
    /** With all that heights of any reference need. */
    private static final HeightTerms TERMS =
            new HeightTerms(Geoid.egm96(), Optional.of(new HeightTerms.Terrain(-20, 350)), OptionalDouble.of(100));

    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(ActivitiesFuzzTest.class, this::activities_are_read_or_refused);
    }

    @Timeout(20)
    @DictionaryFile(resourcePath = "/org/parley/cli/features.dict")
    @FuzzTest
    void activities_are_read_or_refused(byte[] bytes) {
        StringWriter err = new StringWriter();
        Complaints complaints = new Complaints(new PrintWriter(err));
        PlansReader reader = new PlansReader(TERMS, true, complaints);
        reader.read(new Source("f", () -> new ByteArrayInputStream(bytes)));
        complaints.finish();
        assertThat(reader.plans().volumes() > 0 || complaints.anyError()).isTrue();
        Told.assertPrintable(err);
    }
}
