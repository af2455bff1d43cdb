package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Lane;
import org.parley.ledger.Origin;
import org.parley.ledger.line.Effect;
import org.parley.node.bundle.LineBearer;

/** Nodes without a link, and somebody who carries what lies in one folder into the other. */
class LineBearerTest {
    private static final Duration EVERY = Duration.ofMillis(20);

    @TempDir
    Path folder;

    @Test
    void what_is_said_without_a_link_is_held_and_receipted_on_both_sides() throws Exception {
        try (Town town = new Town(folder, "AZURE", "BIRCH")) {
            town.awaitHeldByAll("AZURE", town.say("AZURE", Lane.MAIN, "over the link"));
            town.stop("AZURE");
            town.stop("BIRCH");
            try (Node azure = Node.open(town.path("AZURE"), town.options());
                    Node birch = Node.open(town.path("BIRCH"), town.options());
                    LineBearer _ = bearer(azure, town);
                    LineBearer _ = bearer(birch, town)) {
                List<Effect.Said> said = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    said.add(say(i % 2 == 0 ? azure : birch, town, i % 5 == 0 ? Lane.SAFETY : Lane.MAIN));
                }
                for (Effect.Said each : said) {
                    awaitCarried(azure, birch, each);
                    awaitCarried(birch, azure, each);
                }
            }
        }
    }

    /** A stick that is lost: the next bundle waits for what was on it, and that is given again after a while without receipts. */
    @Test
    void what_was_lost_on_the_way_is_given_again() throws Exception {
        try (Town town = new Town(folder, "AZURE", "BIRCH")) {
            town.awaitHeldByAll("AZURE", town.say("AZURE", Lane.MAIN, "over the link"));
            town.stop("AZURE");
            town.stop("BIRCH");
            long began = System.currentTimeMillis();
            SteppedClock clock = new SteppedClock(began);
            try (Node azure = Node.open(town.path("AZURE"), town.options().withClock(clock));
                    Node birch = Node.open(town.path("BIRCH"), town.options());
                    LineBearer _ = bearer(azure, town);
                    LineBearer _ = bearer(birch, town)) {
                Effect.Said lost = say(azure, town, Lane.MAIN);
                while (lose("AZURE") == 0) {
                    azure.settle().join();
                }
                Effect.Said after = say(azure, town, Lane.MAIN);
                while (carry("AZURE", "BIRCH") == 0) {
                    azure.settle().join();
                }
                assertThat(birch.standing().size(lost.origin()))
                        .as("nothing is taken before what it stands on")
                        .isLessThanOrEqualTo(lost.index());
                clock.to(began + 11 * 60_000);
                awaitCarried(azure, birch, after);
            }
        }
    }

    private LineBearer bearer(Node node, Town town) throws IOException {
        return LineBearer.begin(node, town.line, of(node.identity().party().name()), EVERY);
    }

    private Path of(String party) {
        return folder.resolve("folder-" + party);
    }

    private static Effect.Said say(Node node, Town town, Lane lane) {
        return node.say(town.line, Town.text(lane, "without a link", new SecureRandom()))
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    /** Carries until a node knows by receipts that all hold it. */
    private void awaitCarried(Node node, Node other, Effect.Said said) throws Exception {
        String here = node.identity().party().name();
        String there = other.identity().party().name();
        long end = System.nanoTime() + Town.LONG.toNanos();
        Origin origin = said.origin();
        while (!node.standing().await(() -> node.standing().isHeldByAll(origin, said.index()), EVERY)) {
            assertThat(System.nanoTime()).as("%s is held by all", said).isLessThan(end);
            carry(here, there);
            carry(there, here);
        }
    }

    private int carry(String from, String to) {
        return files(from)
                .mapToInt(file -> move(file, of(to).resolve("in").resolve(file.getFileName())))
                .sum();
    }

    private int lose(String from) {
        return files(from).mapToInt(file -> move(file, folder.resolve("lost"))).sum();
    }

    private Stream<Path> files(String party) {
        try (Stream<Path> all = Files.list(of(party).resolve("out"))) {
            return all.filter(file -> !file.getFileName().toString().startsWith(".")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int move(Path file, Path to) {
        try {
            Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
