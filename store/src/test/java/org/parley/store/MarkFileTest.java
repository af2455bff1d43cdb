package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Epoch;
import org.parley.ledger.Lane;
import org.parley.ledger.LineId;
import org.parley.ledger.Origin;
import org.parley.ledger.contract.Sample;

class MarkFileTest {
    private static final Host HOST = new Host(Optional.of("machine"), Optional.of("boot"), () -> 0);

    @TempDir
    Path temp;

    private static Origin origin(int number) {
        return new Origin(Sample.LINE, Sample.BIRCH, Lane.MAIN, new Epoch(number, "0a1b2c3d"));
    }

    private static Mark newest(Path file) {
        return ((Mark.Found.Whole) Mark.read(file)).mark();
    }

    @Test
    void each_mark_is_read_back_and_sizes_never_fall() {
        Path file = temp.resolve("mark");
        try (MarkFile mark = new MarkFile(file, "home", HOST, Set.of(), Set.of(), 0, Map.of(origin(1), 7L))) {
            for (long commits = 1; commits < 9; commits++) {
                mark.advance(commits, Map.of(origin(1), commits));
                assertThat(newest(file).commits()).isEqualTo(commits);
                assertThat(newest(file).sizes()).isEqualTo(Map.of(origin(1), Math.max(7, commits)));
            }
        }
        assertThat(newest(file).home()).isEqualTo("home");
        assertThat(newest(file).boot()).isEqualTo("boot");
    }

    @Test
    void a_settled_line_is_written_at_once_and_is_lost_no_more() {
        Path file = temp.resolve("mark");
        LineId other = new LineId("77".repeat(16));
        try (MarkFile mark = new MarkFile(file, "home", HOST, Set.of(), Set.of(Sample.LINE, other), 3, Map.of())) {
            assertThat(newest(file).settled()).isEmpty();
            assertThat(newest(file).lost()).containsExactlyInAnyOrder(Sample.LINE, other);
            mark.settle(Sample.LINE);
            assertThat(newest(file))
                    .isEqualTo(new Mark(2, "home", "boot", 3, Map.of(), Set.of(Sample.LINE), Set.of(other)));
        }
    }

    @Test
    void the_file_grows_with_settled_lines_and_where_it_cannot_the_next_mark_is_tight() throws Exception {
        Path file = temp.resolve("mark");
        Set<LineId> lines = new HashSet<>();
        try (MarkFile mark = new MarkFile(file, "home", HOST, Set.of(), Set.of(), 0, Map.of())) {
            Path inTheWay = Files.createDirectory(temp.resolve("mark.part"));
            int refused = 0;
            for (int i = 0; i < 300; i++) {
                LineId line = new LineId(String.format(Locale.ROOT, "%032x", i));
                lines.add(line);
                try {
                    mark.settle(line);
                } catch (UncheckedIOException e) {
                    refused++;
                    assertThat(mark.tight(Map.of())).isTrue();
                    Files.delete(inTheWay);
                    mark.advance(i, Map.of());
                }
                assertThat(mark.tight(Map.of())).isFalse();
                assertThat(newest(file).settled()).isEqualTo(lines);
            }
            assertThat(refused).isEqualTo(1);
        }
    }

    @Test
    void a_write_that_is_torn_leaves_the_mark_before() throws Exception {
        Path file = temp.resolve("mark");
        for (long last = 1; last < 5; last++) {
            try (MarkFile mark = new MarkFile(file, "home", HOST, Set.of(), Set.of(), 0, Map.of())) {
                for (long commits = 1; commits < last; commits++) {
                    mark.advance(commits, Map.of(origin(1), commits));
                }
                byte[] before = Files.readAllBytes(file);
                mark.advance(last, Map.of(origin(1), last));
                byte[] after = Files.readAllBytes(file);
                int torn = Arrays.mismatch(before, after);
                System.arraycopy(after, 0, before, 0, torn + 30);
                Files.write(file, before);
            }
            long expected = last - 1;
            assertThat(Mark.read(file))
                    .isInstanceOfSatisfying(
                            Mark.Found.Torn.class,
                            found -> assertThat(found.rest()).map(Mark::commits).contains(expected));
        }
    }

    @Test
    void the_file_grows_before_a_mark_would_not_fit() {
        Path file = temp.resolve("mark");
        Map<Origin, Long> own = new LinkedHashMap<>();
        try (MarkFile mark = new MarkFile(file, "home", HOST, Set.of(), Set.of(), 0, own)) {
            for (int i = 1; i <= 300; i++) {
                own.put(origin(i), (long) i);
                if (mark.tight(own)) {
                    mark.grow();
                }
                mark.advance(i, own);
                assertThat(newest(file).commits()).isEqualTo(i);
                assertThat(newest(file).sizes()).isEqualTo(own);
            }
        }
    }
}
