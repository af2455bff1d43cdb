package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
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
        try (Stream<Path> keys = Files.list(temp.resolve("a/keys"))) {
            assertThat(keys).hasSize(2).allMatch(PrivateFile::isPrivate).noneMatch(key -> key.endsWith("root.key"));
        }
        assertThatThrownBy(() -> NodeFolder.create(temp.resolve("b"), AZURE, Optional.of(stick), OPEN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("never overwritten");
    }

    @Test
    void a_passphrase_seals_every_key_and_is_asked_for() throws IOException {
        Path folder = temp.resolve("a");
        NodeFolder.create(folder, AZURE, Optional.empty(), with("correct horse"));
        try (Stream<Path> keys = Files.list(folder.resolve("keys"))) {
            assertThat(keys)
                    .hasSize(3)
                    .allSatisfy(key -> assertThat(Files.readString(key, StandardCharsets.US_ASCII))
                            .startsWith("parley/sealed/v1\n"));
        }
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
}
