package org.parley.ledger.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Refused;

/** What holds of every envelope and of all bytes. */
class EnvelopeLawTest {
    @Test
    void what_is_printed_reads_as_the_same_envelope() {
        for (long seed = 0; seed < 1_000; seed++) {
            Envelope envelope = Envelopes.any(new SplittableRandom(seed));
            byte[] entry = envelope.bytes();
            Envelope read = Envelope.parse(entry);
            assertThat(read).as("seed %d", seed).isEqualTo(envelope);
            assertThat(read.bytes()).as("seed %d", seed).isEqualTo(entry);
        }
    }

    @Test
    void a_changed_entry_is_refused_or_another_envelope() {
        int taken = 0;
        int refusals = 0;
        for (long seed = 0; seed < 5_000; seed++) {
            var random = new SplittableRandom(seed);
            Envelope envelope = Envelopes.any(random);
            byte[] entry = envelope.bytes();
            entry[random.nextInt(entry.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                Envelope read = Envelope.parse(entry);
                if (read.equals(envelope) || !Arrays.equals(read.bytes(), entry)) {
                    throw new AssertionError("seed " + seed + " reads as " + read);
                }
                taken++;
            } catch (Refused _) {
                refusals++;
            } catch (RuntimeException fault) {
                throw new AssertionError("seed " + seed, fault);
            }
        }
        assertThat(taken).isGreaterThan(100);
        assertThat(refusals).isGreaterThan(100);
    }
}
