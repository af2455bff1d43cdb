package org.parley.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Ran;
import org.parley.node.desk.Release;

/** Commands that go on with what comes. */
class WatchTest {
    @TempDir
    Path temp;

    /** A command that goes on, and somebody who reads what it prints. */
    private record Watched(CompletableFuture<Integer> code, BufferedReader out) {
        static Watched begin(String... words) throws IOException {
            PipedReader reader = new PipedReader(1 << 16);
            PipedWriter writer = new PipedWriter(reader);
            CompletableFuture<Integer> code = CompletableFuture.supplyAsync(
                    () -> Ran.into(writer, words), task -> Thread.ofVirtual().start(task));
            return new Watched(code, new BufferedReader(reader));
        }

        /** Reads until a line has this in it. */
        String until(String part) throws IOException {
            String line = out.readLine();
            while (line != null && !line.contains(part)) {
                line = out.readLine();
            }
            return Optional.ofNullable(line).orElseThrow(() -> new AssertionError("it ended before " + part));
        }
    }

    @Test
    void conflicts_are_shown_again_when_one_comes_until_the_node_is_gone() throws Exception {
        Watched watched;
        try (TwoDesks desks = new TwoDesks(temp, Release.NONE)) {
            String first = desks.say("AZURE", DeskTest.A_02);
            watched = Watched.begin("conflicts", desks.folder("AZURE").toString(), "--watch");
            watched.until("No conflict found among what has been notified.");
            String second = desks.say("BIRCH", DeskTest.B_02);
            assertThat(watched.until(second)).contains(first).endsWith("open");
            watched.until("1 conflict among what has been notified");
        }
        assertThat(watched.code().get(300, TimeUnit.SECONDS))
                .as("the node has gone")
                .isEqualTo(2);
    }

    @Test
    void records_are_followed_over_http_each_once() throws Exception {
        Watched watched;
        try (TwoDesks desks = new TwoDesks(temp, Release.NONE)) {
            String address = desks.open("AZURE");
            Path token = token(desks);
            desks.say("AZURE", "message", "NODE", "--text", "first");
            watched = Watched.begin("records", address, "--follow", "--token-file", token.toString());
            assertThat(watched.out().readLine()).endsWith("first");
            desks.say("BIRCH", "message", "NODE", "--text", "second");
            assertThat(watched.out().readLine()).endsWith("second");
            desks.say("AZURE", "message", "NODE", "--text", "third");
            assertThat(watched.out().readLine()).endsWith("third");
        }
        assertThat(watched.code().get(300, TimeUnit.SECONDS)).isNotNegative();
    }

    private static Path token(TwoDesks desks) throws IOException {
        return Files.writeString(
                desks.file("token.txt"),
                TwoPersonsTest.token(desks, "read", Instant.now().plus(Duration.ofDays(30))));
    }
}
