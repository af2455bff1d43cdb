package org.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    @TempDir
    Path temp;

    @Test
    void a_new_folder_is_for_its_owner_alone() throws Exception {
        try (Folder folder = Folder.create(temp.resolve("node"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.keys())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void a_folder_that_is_not_empty_is_refused_and_left_alone() throws Exception {
        Files.writeString(temp.resolve("letter"), "mine");
        assertThatThrownBy(() -> Folder.create(temp))
                .isInstanceOfSatisfying(
                        FolderRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(FolderRefused.Reason.NOT_EMPTY));
        assertThat(temp.toFile().list()).containsExactly("letter");
    }

    @Test
    void what_is_no_nodes_folder_is_refused() {
        assertThatThrownBy(() -> Folder.open(temp))
                .isInstanceOfSatisfying(
                        FolderRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(FolderRefused.Reason.NOT_A_NODE));
    }

    @Test
    void a_folder_has_one_owner_in_a_process_and_may_be_taken_again() {
        Path path = temp.resolve("node");
        try (Folder folder = Folder.create(path)) {
            assertThatThrownBy(() -> Folder.open(path))
                    .isInstanceOf(FolderRefused.class)
                    .hasMessage(folder.path() + " is in use by process "
                            + ProcessHandle.current().pid());
        }
        Folder.open(path).close();
    }

    @Test
    void another_process_is_told_who_owns_the_folder() throws Exception {
        Path path = temp.resolve("node");
        Folder.create(path).close();
        try (Committer owner = Committer.start(path)) {
            owner.acknowledged();
            assertThatThrownBy(() -> Folder.open(path))
                    .isInstanceOf(FolderRefused.class)
                    .hasMessageContaining(
                            "is in use by process " + owner.process().pid());
        }
    }
}
