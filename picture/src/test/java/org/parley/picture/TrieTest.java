package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class TrieTest {
    /** Keys of few hashes, which therefore often meet, and some of many. */
    private record Key(int number, boolean meets) {
        @Override
        public int hashCode() {
            return meets ? number % 3 : number * 7_919;
        }
    }

    @RepeatedTest(20)
    void it_holds_what_a_map_holds_and_what_it_was_stays(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        Map<Key, Integer> map = new HashMap<>();
        Trie<Key, Integer> trie = Trie.empty();
        List<Trie<Key, Integer>> before = new ArrayList<>();
        List<Map<Key, Integer>> then = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            int number = random.nextInt(400);
            Key key = new Key(number, number < 20);
            if (random.nextInt(i % 1_000 < 500 ? 4 : 2) > 0) {
                map.put(key, i);
                trie = trie.plus(key, i);
            } else {
                map.remove(key);
                trie = trie.minus(key);
            }
            if (i % 500 == 0) {
                before.add(trie);
                then.add(Map.copyOf(map));
            }
        }
        isSame(trie, map);
        for (int i = 0; i < before.size(); i++) {
            isSame(before.get(i), then.get(i));
        }
        for (Key key : List.copyOf(map.keySet())) {
            trie = trie.minus(key);
        }
        assertThat(trie.isEmpty()).isTrue();
        assertThat(trie.values()).isEmpty();
    }

    private static void isSame(Trie<Key, Integer> trie, Map<Key, Integer> map) {
        assertThat(trie.values()).containsExactlyInAnyOrderElementsOf(map.values());
        assertThat(trie.values()).hasSize(map.size());
        for (int number = 0; number < 400; number++) {
            Key key = new Key(number, number < 20);
            assertThat(trie.get(key)).isEqualTo(Optional.ofNullable(map.get(key)));
        }
    }
}
