package org.parley.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.LineId;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.words.Language;
import org.parley.ledger.words.SixWords;
import org.parley.node.NodeFolder;
import org.parley.node.Options;
import org.parley.node.control.ControlClient;

/** Two nodes linked by commands alone, as processes. */
class FirstLinkTest {
    private static final Options OPTIONS = Options.usual(Optional.empty());
    private static final String NOTHING = "; nothing was founded or stored\n";

    @TempDir
    Path temp;

    private Path azure;
    private Path birch;

    @BeforeEach
    void init() {
        azure = temp.resolve("azure");
        birch = temp.resolve("birch");
        NodeFolder.create(azure, new PartyName("AZURE"), Optional.of(temp.resolve("azure-root.key")), OPTIONS);
        NodeFolder.create(birch, new PartyName("BIRCH"), Optional.empty(), OPTIONS);
    }

    private Commanded command(String... words) throws IOException {
        return Commanded.begin(temp, words);
    }

    private static String spoken(Json.Obj words, String language) {
        return String.join(
                " ",
                words.require("words").object().require(language).array().stream()
                        .map(Json::text)
                        .toList());
    }

    private static List<Json.Obj> asked(Path folder, Json.Builder request) throws IOException {
        List<Json.Obj> items = new ArrayList<>();
        try (ControlClient client = ControlClient.of(folder).orElseThrow()) {
            client.ask(request, items::add);
        }
        return items;
    }

    private static List<Json.Obj> lines(Path folder) throws IOException {
        return asked(folder, Json.Obj.builder().put("do", "lines"));
    }

    private Commanded invite(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "invite",
                azure.toString(),
                "--json",
                "--root",
                temp.resolve("azure-root.key").toString()));
        words.addAll(List.of(more));
        return command(words.toArray(String[]::new));
    }

    @Test
    void two_served_nodes_are_linked_by_commands_alone_and_a_record_is_stored_by_the_other() throws Exception {
        try (Served one = Served.begin(azure, "--listen", "127.0.0.1:0");
                Served two = Served.begin(birch, "--listen", "127.0.0.1:0");
                Commanded invite = invite()) {
            assertThat(one.ready()).isNotEqualTo(two.ready());
            Json.Obj code = invite.item("code");
            // As it comes out of somebody's mail.
            String typed = code.require("code")
                    .text()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace("-", " - ");
            try (Commanded join = command("join", birch.toString(), typed, "--json")) {
                Json.Obj here = invite.item("words");
                Json.Obj there = join.item("words");
                assertSameWords(here, there);
                assertThat(lines(azure)).hasSize(1);
                assertThat(lines(birch)).hasSize(1);
                invite.type("yes");
                invite.type(spoken(there, "ru"));
                join.type(spoken(here, "ar"));
                String line = invite.item("founded").require("founded").text();
                assertThat(join.item("founded").require("founded").text()).isEqualTo(line);
                assertThat(invite.item("linked").require("linked").flag()).isTrue();
                assertThat(join.item("linked").require("linked").flag()).isTrue();
                assertThat(invite.code()).isZero();
                assertThat(join.code()).isZero();
                assertThat(invite.errors()).contains("yes is taken at a terminal only");
                try (Commanded say = command("say", azure.toString(), line.substring(0, 6), "good morning", "--wait")) {
                    assertThat(say.code()).isZero();
                    assertThat(say.rest().getLast()).startsWith("stored by BIRCH since ");
                }
                try (Commanded log = command("log", birch.toString(), line.substring(0, 6))) {
                    assertThat(String.join("\n", log.rest())).containsPattern("AZURE-[0-9]+ .* good morning");
                }
                try (Commanded log = command("log", azure.toString(), line.substring(0, 6))) {
                    assertThat(String.join("\n", log.rest())).contains("stored by BIRCH");
                }
                assertThat(Files.readString(azure.resolve("peers.toml"))).contains("/BIRCH\" = \"127.0.0.1:");
                assertThat(Files.readString(birch.resolve("peers.toml"))).contains("/AZURE\" = \"127.0.0.1:");
                try (Commanded late =
                        command("join", birch.toString(), code.require("code").text())) {
                    assertThat(late.code()).isEqualTo(2);
                    assertThat(late.errors())
                            .isEqualTo("parley: the other side gave up: the invitation was used before, declined, or"
                                    + " tried too often; make a new one" + NOTHING);
                }
            }
        }
    }

    private static void awaitNoPairing(Path folder) throws IOException {
        long end = System.nanoTime() + 60_000_000_000L;
        String why = "";
        while (!why.equals("no pairing is under way in this node")) {
            assertThat(System.nanoTime()).as(why).isLessThan(end);
            try {
                asked(folder, Json.Obj.builder().put("do", "confirm").put("line", "0".repeat(32)));
            } catch (Refused refused) {
                why = refused.why();
            }
        }
    }

    private static void assertSameWords(Json.Obj here, Json.Obj there) {
        LineId line = new LineId(here.require("line").text());
        SixWords six = SixWords.of(line);
        assertThat(here.require("words")).isEqualTo(there.require("words"));
        for (Language language : Language.values()) {
            String name = language.name().toLowerCase(java.util.Locale.ROOT);
            List<String> said = List.of(spoken(here, name).split(" ", -1));
            assertThat(said).isEqualTo(six.words(language));
            // The same numbers in each list, as docs/words.md has them.
            assertThat(IntStream.range(0, 6).map(i -> SixWords.all(language).indexOf(said.get(i))))
                    .containsExactly(six.first(), six.second(), six.third(), six.fourth(), six.fifth(), six.sixth());
        }
    }

    @Test
    void nodes_that_nobody_serves_are_served_by_the_commands_for_that_moment() throws Exception {
        try (Commanded invite = invite("--listen", "127.0.0.1:0", "--qr", "never");
                Commanded join = command(
                        "join",
                        birch.toString(),
                        invite.item("code").require("code").text(),
                        "--json")) {
            Json.Obj words = invite.item("words");
            String heard = spoken(join.item("words"), "en");
            try (Commanded confirm = command("invite", azure.toString(), "--confirm", heard)) {
                assertThat(confirm.code()).as(confirm.errors()).isZero();
            }
            join.type(spoken(words, "ru"));
            assertThat(invite.item("linked").require("linked").flag()).isTrue();
            assertThat(join.item("linked").require("linked").flag()).isTrue();
            assertThat(invite.code()).isZero();
            assertThat(join.code()).isZero();
        }
        try (Served one = Served.begin(azure, "--listen", "127.0.0.1:0")) {
            assertThat(one.ready()).startsWith("ready: AZURE");
            assertThat(lines(azure)).hasSize(2);
        }
    }

    @Test
    void ctrl_c_on_either_side_ends_it_on_both_and_says_so_in_one_line() throws Exception {
        try (Served one = Served.begin(azure, "--listen", "127.0.0.1:0")) {
            assertThat(one.ready()).startsWith("ready: AZURE");
            for (boolean inviter : new boolean[] {true, false}) {
                try (Commanded invite = invite();
                        Commanded join = command(
                                "join",
                                birch.toString(),
                                invite.item("code").require("code").text(),
                                "--json")) {
                    invite.item("words");
                    join.item("words");
                    Commanded gone = inviter ? invite : join;
                    Commanded left = inviter ? join : invite;
                    gone.interrupt();
                    assertThat(gone.code()).isEqualTo(130);
                    assertThat(gone.errors()).isEqualTo("parley: given up here" + NOTHING);
                    assertThat(left.code()).isEqualTo(2);
                    assertThat(left.errors())
                            .isEqualTo("parley: the other side gave up: the six words were not confirmed" + NOTHING);
                }
            }
            assertThat(lines(azure)).hasSize(1);
            // A command that is killed has given up too.
            try (Commanded invite = invite()) {
                invite.item("code");
                invite.kill();
                awaitNoPairing(azure);
            }
        }
        assertThat(azure.resolve("peers.toml")).doesNotExist();
        assertThat(birch.resolve("peers.toml")).doesNotExist();
    }

    @Test
    void an_invitation_that_expires_and_words_that_differ_have_codes_of_their_own() throws Exception {
        try (Served one = Served.begin(azure, "--listen", "127.0.0.1:0")) {
            assertThat(one.ready()).startsWith("ready: AZURE");
            String code;
            try (Commanded invite = invite("--expires", "1s")) {
                code = invite.item("code").require("code").text();
                assertThat(invite.code()).isEqualTo(3);
                assertThat(invite.errors()).isEqualTo("parley: nobody came before the invitation expired" + NOTHING);
            }
            try (Commanded join = command("join", birch.toString(), code)) {
                assertThat(join.code()).isEqualTo(2);
                assertThat(join.errors()).startsWith("parley: the invitation expired at ");
            }
            try (Commanded invite = invite();
                    Commanded join = command(
                            "join",
                            birch.toString(),
                            invite.item("code").require("code").text(),
                            "--json")) {
                invite.item("words");
                String words = spoken(join.item("words"), "en");
                join.type("accordian " + words);
                join.type("accordion accordion accordion accordion accordion acrobat");
                assertThat(join.code()).isEqualTo(2);
                assertThat(join.errors())
                        .contains("parley: word 1, \"accordian\", is in none of the three lists\n")
                        .endsWith("parley: ALARM: the words that were heard are not those shown here: someone may stand"
                                + " between the two nodes" + NOTHING);
                assertThat(invite.code()).isEqualTo(2);
            }
            assertThat(lines(azure)).hasSize(1);
        }
    }
}
