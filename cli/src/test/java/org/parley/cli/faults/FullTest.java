package org.parley.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.node.Served;

/** The file system of a node is small, and full for a time. */
class FullTest {
    private static final int MIB = 1 << 20;
    private static final Duration FILLED = TwoNodes.HEALING;
    private static final int REFUSED = 2;

    @TempDir
    Path temp;

    @Test
    void a_node_on_a_full_file_system_refuses_and_goes_on_by_itself_with_room() throws Exception {
        onTmpfs(nodes -> {
            fillAndMakeRoom(nodes);
            System.out.println("Real processes, a full tmpfs: refused, and went on with room");
        });
    }

    @Tag("faults")
    @Test
    void a_node_on_a_full_file_system_may_be_killed_and_started() throws Exception {
        onTmpfs(nodes -> {
            for (int i = 0; i < 3; i++) {
                fillAndMakeRoom(nodes);
                killWhileFull(nodes);
            }
            System.out.println(
                    "Real processes, a full tmpfs: 6 times full, 3 of them killed and started while it was full");
        });
    }

    @Tag("faults")
    @Test
    void a_node_on_a_full_ext4_refuses_and_goes_on_by_itself_with_room() throws Exception {
        Path image = temp.resolve("image");
        Path folder = Files.createDirectory(temp.resolve("azure"));
        boolean mounted = Here.does("truncate", "-s", "24M", image.toString())
                && Here.does("mkfs.ext4", "-q", "-F", "-m", "0", image.toString())
                && Here.does("mount", "-o", "loop", image.toString(), folder.toString());
        Here.needs(mounted, "a loop file with ext4 cannot be mounted (it needs root), so no ext4 was filled");
        Files.delete(folder.resolve("lost+found"));
        onMounted(folder, nodes -> {
            for (int i = 0; i < 3; i++) {
                fillAndMakeRoom(nodes);
            }
            System.out.println(
                    "Real processes, a full ext4 on a loop file: 3 times full, refused, and went on with room");
        });
    }

    private interface Course {
        void run(TwoNodes nodes) throws Exception;
    }

    private void onTmpfs(Course course) throws Exception {
        Path folder = Files.createDirectory(temp.resolve("azure"));
        Here.needs(
                Here.does("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", folder.toString()),
                "a small file system cannot be mounted (it needs root), so none was filled");
        onMounted(folder, course);
    }

    private void onMounted(Path folder, Course course) throws Exception {
        try (TwoNodes nodes = TwoNodes.onLoopback(temp)) {
            nodes.start(nodes.azure());
            nodes.start(nodes.birch());
            nodes.awaitHealed();
            course.run(nodes);
            assertThat(nodes.served(nodes.azure()).stop()).isZero();
        } finally {
            Here.run("umount", folder.toString());
        }
    }

    private static Path ballast(TwoNodes nodes) {
        return nodes.azure().folder().resolve("ballast");
    }

    /** Leaves so much room that some hundred records fill it. */
    private static void load(TwoNodes nodes) throws Exception {
        long room = Files.getFileStore(nodes.azure().folder()).getUsableSpace();
        Files.write(ballast(nodes), new byte[(int) Math.max(0, room - 2 * MIB)]);
    }

    private static void fill(TwoNodes nodes) throws Exception {
        long before = nodes.promises().refusedForLackOfRoom();
        assertThat(Patience.until(FILLED, () -> nodes.promises().refusedForLackOfRoom() > before + 20))
                .as(
                        "there is no room in the end: %s",
                        nodes.served(nodes.azure()).journal())
                .isTrue();
    }

    private static void fillAndMakeRoom(TwoNodes nodes) throws Exception {
        Served azure = nodes.served(nodes.azure());
        load(nodes);
        try (Voices _ = Voices.begin(nodes, 7)) {
            fill(nodes);
            assertThat(azure.journal()).contains("DISK_FULL");
            nodes.checkAlive(nodes.azure());
            nodes.checkAlive(nodes.birch());
            Files.delete(ballast(nodes));
            int said = nodes.promises().receipted();
            assertThat(Patience.until(TwoNodes.HEALING, () -> nodes.promises().receipted() > said + 50))
                    .as("it goes on with room: %s", azure.journal())
                    .isTrue();
        }
        assertThat(azure.isAlive()).as(azure.journal()).isTrue();
        nodes.checkHealed();
    }

    /** A start without room is refused in words, or the node serves and refuses; neither loses anything. */
    private static void killWhileFull(TwoNodes nodes) throws Exception {
        load(nodes);
        try (Voices _ = Voices.begin(nodes, 9)) {
            fill(nodes);
            nodes.served(nodes.azure()).kill();
            nodes.checkDead(nodes.azure());
            Served begun = nodes.launch(nodes.azure(), List.of());
            if (begun.awaitReady()) {
                begun.kill();
            } else {
                assertThat(begun.awaitEnd()).as(begun.journal()).isEqualTo(REFUSED);
                assertThat(begun.journal()).contains("there is no room");
            }
            nodes.checkDead(nodes.azure());
            Files.delete(ballast(nodes));
        }
        nodes.start(nodes.azure());
        nodes.checkHealed();
    }
}
