package org.parley.node.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Lane;
import org.parley.ledger.line.Effect;
import org.parley.node.Node;
import org.parley.node.Standing;
import org.parley.node.Town;
import org.parley.picture.Held;

/** A fold takes what it was told, and reads the rest: it is the same. */
class LineFoldTest {
    private static final int SAID = 5;

    @TempDir
    Path folder;

    /** A fold of all that is there. */
    private static LineFold fold(Node node, Town town) {
        Standing.Line line = node.standing().line(town.line).orElseThrow();
        LineFold fold = new LineFold(line, new Records(node));
        node.standing().logs(town.line).forEach(fold::grows);
        fold.foldOn();
        return fold;
    }

    /** What was told, but what the one says that stands at a place; and twice. */
    private static List<Effect.Appended> without(int place, List<Effect.Appended> told) {
        List<Effect.Appended> all = new ArrayList<>(told);
        if (place < all.size()) {
            all.set(place, Pictures.bare(all.get(place)));
        }
        all.addAll(told);
        return all;
    }

    @Test
    void what_is_told_and_what_is_read_give_the_same_records() throws Exception {
        try (Town town = new Town(folder, "AZURE", "BIRCH")) {
            town.say("AZURE", Lane.MAIN, "before");
            town.awaitEqual();
            for (String party : List.of("AZURE", "BIRCH")) {
                Node node = town.node(party);
                List<Effect.Appended> told = new CopyOnWriteArrayList<>();
                List<LineFold> folds = new ArrayList<>();
                for (int i = 0; i <= SAID + 1; i++) {
                    folds.add(fold(node, town));
                }
                node.listen(effect -> {
                    if (effect instanceof Effect.Appended appended) {
                        told.add(appended);
                    }
                });
                for (int i = 0; i < SAID; i++) {
                    town.say("AZURE", Lane.MAIN, "record " + i);
                }
                town.awaitEqual();
                LineFold reading = folds.removeLast();
                node.standing().logs(town.line).forEach(reading::grows);
                List<Held> read = reading.foldOn().records();
                assertThat(read)
                        .filteredOn(record -> record.kind().equals("text"))
                        .hasSize(SAID);
                for (int place = 0; place < folds.size(); place++) {
                    without(place, told).forEach(folds.get(place)::grows);
                    assertThat(folds.get(place).foldOn().records())
                            .as("%s, told but for %d", party, place)
                            .containsExactlyInAnyOrderElementsOf(read);
                }
            }
        }
    }
}
