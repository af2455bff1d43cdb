package org.parley.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendBufferTest {
    private final List<Integer> kernel = new ArrayList<>();
    private final SendBuffer buffer = new SendBuffer(kernel::add);

    @Test
    void on_a_path_of_64_kbit_a_second_it_is_the_least() {
        buffer.wrote(16 << 10, Duration.ofSeconds(2).toNanos());
        assertThat(kernel).containsExactly(SendBuffer.AT_FIRST, SendBuffer.LEAST);
    }

    @Test
    void on_a_long_fast_path_it_grows_to_the_most() {
        for (int i = 0; i < 100; i++) {
            int size = kernel.getLast();
            buffer.wrote(size, Duration.ofMillis(100).toNanos()); // a buffer each round trip
        }
        assertThat(kernel).isSorted().last().isEqualTo(SendBuffer.MOST);
    }

    @Test
    void writes_that_did_not_wait_say_nothing() {
        for (int i = 0; i < 100_000; i++) {
            buffer.wrote(16 << 10, Duration.ofNanos(50_000).toNanos());
        }
        assertThat(kernel).containsExactly(SendBuffer.AT_FIRST);
    }
}
