package org.parley.cli.tracks;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.parley.cli.BadInput;
import org.parley.cli.check.read.Complaints;
import org.parley.cli.check.read.PlansReader;
import org.parley.cli.check.read.Source;
import org.parley.ledger.fuzzing.KeptInputs;
import org.parley.space.height.HeightTerms;

/** Whatever bytes come as rows of positions: refused, or made into features of which the reader refuses none. */
class TracksFuzzTest {
    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(TracksFuzzTest.class, this::rows_are_refused_or_become_features_that_are_read);
    }

    @Timeout(20)
    @DictionaryFile(resourcePath = "/org/parley/cli/tracks.dict")
    @FuzzTest
    void rows_are_refused_or_become_features_that_are_read(byte[] bytes) throws IOException {
        StringWriter features = new StringWriter();
        try {
            Tracks.USUAL.write(new ByteArrayInputStream(bytes), "rows", callsign -> "P", true, features);
        } catch (BadInput refused) {
            assertThat(refused).hasMessageStartingWith("rows: ");
            return;
        }
        byte[] written = features.toString().getBytes(StandardCharsets.UTF_8);
        if (written.length > 0) {
            StringWriter err = new StringWriter();
            Complaints complaints = new Complaints(new PrintWriter(err));
            PlansReader reader = new PlansReader(HeightTerms.none(), false, complaints);
            reader.read(new Source("f", () -> new ByteArrayInputStream(written)));
            complaints.finish();
            assertThat(complaints.anyError()).as(err.toString()).isFalse();
            assertThat(reader.volumes())
                    .isEqualTo((int) features.toString().lines().count());
        }
    }
}
