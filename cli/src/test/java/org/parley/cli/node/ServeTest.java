package org.parley.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.node.Node;
import org.parley.node.NodeFolder;
import org.parley.node.Options;
import org.parley.node.control.ControlClient;
import org.parley.node.control.Requests;

class ServeTest {
    private static final Options OPTIONS = Options.usual(Optional.empty());

    @TempDir
    Path temp;

    private Path node() {
        Path folder = temp.resolve("azure");
        line = NodeFolder.create(folder, new PartyName("AZURE"), Optional.empty(), OPTIONS)
                .privateLine();
        return folder;
    }

    private LineId line = new LineId("0".repeat(32));

    private Json.Builder say(String text) {
        return Json.Obj.builder()
                .put("do", "say")
                .put("line", line.hex().substring(0, 6))
                .put("text", text);
    }

    private Json.Builder file(String what, Path file) {
        return Json.Obj.builder().put("do", what).put("line", line.hex()).put("file", file.toString());
    }

    @Test
    void a_program_reads_in_json_that_it_is_ready() throws Exception {
        try (Commanded serve = Commanded.begin(
                temp, "serve", node().toString(), "--json", "--listen", "127.0.0.1:0", "--public-logs", "0")) {
            Json.Obj ready = serve.item();
            assertThat(ready.require("ready").text()).isEqualTo("AZURE");
            assertThat(ready.require("listens").array().getFirst().text()).startsWith("127.0.0.1:");
            assertThat(ready.require("logs").text()).startsWith("http://127.0.0.1:");
        }
    }

    @Test
    void only_a_line_with_others_is_carried_through_a_folder() throws Exception {
        Path folder = node();
        for (String name : List.of(line.hex(), "ffff")) {
            try (Commanded serve = Commanded.begin(
                    temp,
                    "serve",
                    folder.toString(),
                    "--folder",
                    name,
                    temp.resolve("stick").toString())) {
                assertThat(serve.code()).isEqualTo(2);
                assertThat(serve.errors())
                        .containsAnyOf("is this node's own", "no line begins with ffff; parley lines names them");
            }
        }
    }

    @Test
    void a_served_folder_answers_on_a_private_socket_and_is_refused_to_a_second_process() throws Exception {
        Path folder = node();
        try (Served served = Served.begin(folder, "--listen", "127.0.0.1:0")) {
            assertThat(served.ready()).matches("ready: AZURE serves .*, listens on 127\\.0\\.0\\.1:[0-9]+");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("parley.sock"))))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> Node.open(folder, OPTIONS)).hasMessageContaining("is in use by process");
            assertThatThrownBy(() -> Served.begin(folder)).hasMessageContaining("it did not begin");
            List<Json.Obj> said = new ArrayList<>();
            try (ControlClient client = ControlClient.of(folder).orElseThrow()) {
                client.ask(say("good morning").put("wait", 1_000), said::add);
                assertThat(said.getFirst().require("record").text()).isEqualTo("AZURE-2");
                assertThat(said.getLast().require("all").flag()).isTrue();
                assertThatThrownBy(() -> client.ask(Json.Obj.builder().put("do", "fly"), said::add))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("this process knows the requests");
                for (String bundle : List.of("nosuch.bundle", "azure")) {
                    assertThatThrownBy(() -> client.ask(file("bundle-import", temp.resolve(bundle)), said::add))
                            .isInstanceOf(Refused.class)
                            .hasMessageContaining("cannot be read");
                }
                assertThatThrownBy(() -> client.ask(file("bundle-export", temp.resolve("no/such/folder")), said::add))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("cannot be written");
                client.ask(say("the node goes on"), said::add);
            }
            assertThat(served.stop()).isZero();
            assertThat(folder.resolve("clean")).exists();
            assertThat(folder.resolve("parley.sock")).doesNotExist();
        }
    }

    @Test
    void nothing_that_was_acknowledged_is_lost_by_ten_kills() throws Exception {
        Path folder = node();
        ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < 10; round++) {
            int before = acknowledged.size();
            try (Served served = Served.begin(folder)) {
                Thread saying = Thread.ofVirtual().start(() -> sayUntilItEnds(folder, acknowledged));
                while (acknowledged.size() < before + 20) {
                    Thread.onSpinWait();
                }
                served.kill();
                saying.join();
            }
        }
        List<String> stored = new ArrayList<>();
        try (Node node = Node.open(folder, OPTIONS)) {
            new Requests(node)
                    .answer(
                            Json.Obj.builder().put("do", "log").build(),
                            item -> stored.add(item.require("record").text() + " "
                                    + item.require("leaf").text()));
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(200);
        assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
    }

    private void sayUntilItEnds(Path folder, ConcurrentLinkedQueue<String> acknowledged) {
        try (ControlClient client = ControlClient.of(folder).orElseThrow()) {
            while (true) {
                client.ask(
                        say("x".repeat(300)),
                        item -> acknowledged.add(item.require("record").text() + " "
                                + item.require("leaf").text()));
            }
        } catch (IOException | Refused killed) {
            assertThat(killed).isNotNull();
        }
    }
}
