package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Bytes;
import org.parley.ledger.contract.Sample;
import org.parley.ledger.line.Image.Trust;

class KillTest {
    private static final int KILLS = 10;

    @TempDir
    Path temp;

    @Test
    void nothing_acknowledged_is_missing_after_a_process_was_killed() throws Exception {
        Path path = temp.resolve("node");
        Folder.create(path).close();
        Random random = new Random(7);
        for (int i = 0; i < KILLS; i++) {
            long acknowledged = 0;
            try (Committer committer = Committer.start(path)) {
                for (int more = 1 + random.nextInt(20); more > 0; more--) {
                    acknowledged = committer.acknowledged();
                }
                acknowledged = committer.kill().orElse(acknowledged);
            }
            try (Node node = Node.open(path)) {
                assertThat(node.disk().problems()).isEmpty();
                assertThat(node.trust()).isEqualTo(Trust.SAME_BOOT);
                long size = Committer.size(node.disk());
                assertThat(size).isBetween(acknowledged, acknowledged + 1);
                assertThat(entries(node)).isEqualTo(expected(size));
            }
        }
    }

    private static List<Bytes> entries(Node node) {
        return node.disk().entries(Sample.OURS, 0, Integer.MAX_VALUE, Long.MAX_VALUE).stream()
                .map(it -> it.entry())
                .toList();
    }

    private static List<Bytes> expected(long size) {
        List<Bytes> expected = new ArrayList<>();
        for (long index = 0; index < size; index++) {
            expected.add(Committer.entry(index));
        }
        return expected;
    }
}
