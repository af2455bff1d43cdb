package org.parley.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.picture.Teller.LINE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.ledger.Hash;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.PartyName;

/** What is taken out of a picture that went on is what a fold from nothing says of the same sizes. */
class LiveFindingsTest {
    private int said;
    private final Set<Hash> hashes = new HashSet<>();

    @Test
    void a_picture_that_went_on_says_what_a_fold_of_the_same_sizes_says() {
        int asked = 0;
        for (int seed = 0; seed < 150; seed++) {
            Talk talk = new Talk(new Random(seed));
            Random random = new Random(seed);
            Picture picture = talk.folded();
            assertThat(LiveFindings.hash(picture, sizes(talk, random, 0), List.of()))
                    .as("where nothing came later")
                    .isPresent();
            compare(talk, picture, sizes(talk, random, 0));
            for (int most = 1; most < 8; most++, asked++) {
                compare(talk, picture, sizes(talk, random, most));
            }
        }
        assertThat(said).as("how often it could tell, of %s", asked).isGreaterThan(asked / 3);
        assertThat(hashes).hasSizeGreaterThan(asked / 6);
    }

    /** Of each log all but some of the last records. */
    private static Map<Origin, Long> sizes(Talk talk, Random random, int most) {
        Map<Origin, Long> sizes = new HashMap<>();
        for (Teller party : talk.parties) {
            sizes.put(party.log(Lane.MAIN), (long) Math.max(0, party.main.size() - random.nextInt(most + 1)));
            sizes.put(party.log(Lane.SAFETY), (long) Math.max(0, party.safety.size() - random.nextInt(most + 1)));
        }
        return sizes;
    }

    private void compare(Talk talk, Picture picture, Map<Origin, Long> sizes) {
        List<Held> all = talk.parties.stream()
                .flatMap(party -> Stream.concat(party.main.stream(), party.safety.stream()))
                .toList();
        Set<PartyName> members = talk.parties.stream().map(party -> party.name).collect(Collectors.toSet());
        List<Held> later = new ArrayList<>(all);
        later.removeIf(held -> isOf(sizes, held));
        Optional<Hash> told = LiveFindings.hash(picture, sizes, later);
        if (told.isPresent()) {
            said++;
            Hash folded = LiveFindings.hash(
                    LINE,
                    members,
                    sizes,
                    sink -> all.stream().filter(held -> isOf(sizes, held)).forEach(sink));
            hashes.add(folded);
            assertThat(told).contains(folded);
        }
    }

    private static boolean isOf(Map<Origin, Long> sizes, Held held) {
        return held.index() < sizes.getOrDefault(held.origin(), 0L);
    }
}
