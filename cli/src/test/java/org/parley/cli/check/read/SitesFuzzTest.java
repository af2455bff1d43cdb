package org.parley.cli.check.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.parley.ledger.fuzzing.KeptInputs;

/** Whatever bytes come as a file of sites: sites or errors, never an exception, never a wait. */
class SitesFuzzTest {
    @TestFactory
    Stream<DynamicTest> kept_inputs_too() throws Exception {
        return KeptInputs.of(SitesFuzzTest.class, this::sites_are_read_or_refused);
    }

    @Timeout(20)
    @DictionaryFile(resourcePath = "/org/parley/cli/features.dict")
    @FuzzTest
    void sites_are_read_or_refused(byte[] bytes) {
        StringWriter err = new StringWriter();
        Complaints complaints = new Complaints(new PrintWriter(err));
        List<EnteredSite> sites = SitesReader.read(new Source("f", () -> new ByteArrayInputStream(bytes)), complaints);
        complaints.finish();
        assertThat(!sites.isEmpty() || complaints.anyError()).isTrue();
        Told.assertPrintable(err);
    }
}
