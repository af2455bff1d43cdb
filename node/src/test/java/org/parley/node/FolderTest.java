package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.Bytes;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.line.Fence;
import org.parley.ledger.line.Image;
import org.parley.node.home.PrivateFile;
import org.parley.node.keys.OneKey;
import org.parley.node.keys.Passphrase;

class FolderTest {
    private static final PartyName AZURE = new PartyName("AZURE");

    @TempDir
    Path temp;

    private static Options with(String passphrase) {
        return Options.usual(Optional.of(new Passphrase(passphrase.toCharArray())));
    }

    private static final Options OPEN = Options.usual(Optional.empty());

    @Test
    void the_root_key_may_lie_elsewhere_and_nobody_else_may_read_a_key() throws IOException {
        Path stick = temp.resolve("stick.key");
        NodeFolder.create(temp.resolve("a"), AZURE, Optional.of(stick), OPEN);
        assertThat(PrivateFile.isPrivate(stick)).isTrue();
        assertThat(secrets(temp.resolve("a")))
                .hasSize(2)
                .allMatch(PrivateFile::isPrivate)
                .noneMatch(key -> key.endsWith("root.key"));
        assertThatThrownBy(() -> NodeFolder.create(temp.resolve("b"), AZURE, Optional.of(stick), OPEN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("never overwritten");
    }

    @Test
    void a_passphrase_seals_every_key_and_is_asked_for() throws IOException {
        Path folder = temp.resolve("a");
        NodeFolder.create(folder, AZURE, Optional.empty(), with("correct horse"));
        assertThat(secrets(folder))
                .hasSize(3)
                .allSatisfy(key -> assertThat(Files.readString(key, StandardCharsets.US_ASCII))
                        .startsWith("parley/sealed/v1\n"));
        assertThatThrownBy(() -> Node.open(folder, OPEN)).hasMessageContaining("its passphrase is needed");
        assertThatThrownBy(() -> Node.open(folder, with("wrong horse"))).hasMessageContaining("does not open");
        try (Node node = Node.open(folder, with("correct horse"))) {
            assertThat(node.linesWithoutKeys()).isEmpty();
            assertThat(node.vault().read(OneKey.ROOT)).isNotEmpty();
        }
    }

    @Test
    void one_process_has_a_folder() {
        Path folder = temp.resolve("a");
        NodeFolder.create(folder, AZURE, Optional.empty(), OPEN);
        try (Node node = Node.open(folder, OPEN)) {
            assertThat(node.identity().party()).isEqualTo(AZURE);
            assertThatThrownBy(() -> Node.open(folder, OPEN))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("is in use by process");
        }
    }

    @Test
    void a_restored_folder_goes_on_with_its_keys_and_says_so_where_it_has_none() {
        Path folder = temp.resolve("a");
        NodeFolder.create(folder, AZURE, Optional.empty(), OPEN);
        Path backup = temp.resolve("backup.db");
        Backups.write(folder, backup);
        Backups.restore(backup, temp.resolve("b"), Optional.of(folder), OPEN);
        Backups.restore(backup, temp.resolve("c"), Optional.empty(), OPEN);
        try (Node with = Node.open(temp.resolve("b"), OPEN);
                Node without = Node.open(temp.resolve("c"), OPEN)) {
            assertThat(with.identity().party()).isEqualTo(AZURE);
            assertThat(with.linesWithoutKeys()).isEmpty();
            assertThat(without.linesWithoutKeys())
                    .containsExactly(without.identity().privateLine());
        }
    }

    /** The backup is older than the rotation, and on the private line nobody else can tell of it. */
    @Test
    void a_restored_database_learns_the_keys_again_that_lie_in_the_folder() throws InterruptedException {
        Path folder = temp.resolve("a");
        NodeFolder.create(folder, AZURE, Optional.empty(), OPEN);
        Path backup = temp.resolve("backup.db");
        Backups.write(folder, backup);
        List<Bytes> rotated;
        try (Node node = Node.open(folder, OPEN)) {
            LineId line = node.identity().privateLine();
            assertThat(node.standing().await(() -> isOpen(node, line), Duration.ofMinutes(1)))
                    .isTrue();
            node.rotate(line, OneKey.read(OneKey.ROOT, node.vault().read(OneKey.ROOT)))
                    .join();
            rotated = keySets(node);
        }
        assertThat(rotated).hasSize(2);
        Backups.restore(backup, temp.resolve("b"), Optional.of(folder), OPEN);
        try (Node restored = Node.open(temp.resolve("b"), OPEN)) {
            assertThat(keySets(restored)).isEqualTo(rotated);
            assertThat(restored.linesWithoutKeys()).isEmpty();
        }
    }

    private static boolean isOpen(Node node, LineId line) {
        return node.standing()
                .fence(line)
                .filter(fence -> fence.state() == Fence.State.OPEN)
                .isPresent();
    }

    @Test
    void damaged_notes_of_keys_are_told_and_the_node_starts() throws IOException {
        Path folder = temp.resolve("a");
        NodeFolder.create(folder, AZURE, Optional.empty(), OPEN);
        try (Node node = Node.open(folder, OPEN)) {
            assertThat(keySets(node)).hasSize(1);
        }
        Files.write(keys(folder, ".notes").getFirst(), new byte[100]);
        try (Node node = Node.open(folder, OPEN)) {
            assertThat(keySets(node)).hasSize(1);
            assertThat(node.problems()).singleElement().asString().contains("this is no bundle");
        }
    }

    private static List<Path> secrets(Path folder) throws IOException {
        return keys(folder, ".key");
    }

    private static List<Path> keys(Path folder, String suffix) throws IOException {
        try (Stream<Path> keys = Files.list(folder.resolve("keys"))) {
            return keys.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private static List<Bytes> keySets(Node node) {
        Image.LineImage line = node.disk().load().lines().getFirst();
        return Optional.ofNullable(line.keySets().get(AZURE)).orElseThrow();
    }
}
