package org.parley.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.ledger.words.Language;
import org.parley.node.access.Role;
import org.parley.node.home.PrivateFile;
import org.parley.record.Kind;
import org.parley.record.Kinds;
import org.parley.record.Mechanism;
import org.parley.space.Entered;
import org.parley.space.Problem;

/** What a node refuses to be told. */
class RulesTest {
    @TempDir
    Path folder;

    private Config accepted(String text) {
        return Parsed.of(text, folder).orElseThrow();
    }

    private List<String> reasons(String text) {
        return switch (Parsed.of(text, folder)) {
            case Entered.Refused<Config>(List<Problem> problems) ->
                problems.stream().map(Problem::reason).toList();
            case Entered.Accepted<Config> accepted -> List.of();
        };
    }

    private static String kinds(String kind) {
        return "[release]\nkinds = [\"" + kind + "\"]";
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "hold", "force-claim", "distress", "check", "answer"})
    void no_second_person_is_ever_asked_for_these(String kind) {
        assertThat(reasons(kinds(kind)))
                .containsExactly("holds " + kind + ", which must never wait for a second person");
    }

    @Test
    void no_second_person_is_ever_asked_for_safety_or_an_answer_and_for_anything_else_it_may_be() {
        for (Kind kind : Kinds.all()) {
            boolean leaves = !Set.of("draft", "look-up").contains(kind.name());
            boolean may = leaves
                    && !kind.isSafety()
                    && Set.of(Mechanism.NOTICE, Mechanism.PROPOSAL, Mechanism.CALL)
                            .contains(kind.mechanism());
            assertThat(reasons(kinds(kind.name())).isEmpty()).as(kind.name()).isEqualTo(may);
        }
        assertThat(reasons(kinds("activty")))
                .containsExactly("holds activty, which is no kind of record; the nearest is activity");
    }

    @Test
    void a_second_person_is_asked_for_what_is_listed_where_one_is_wanted_at_all() {
        Config.Release wanted = accepted(kinds("site")).release();
        assertThat(wanted.isNeededFor("site")).isTrue();
        assertThat(wanted.isNeededFor("activity")).isFalse();
        assertThat(accepted(kinds("site") + "\ntwo-person = false").release().isNeededFor("site"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:80", "127.8.9.1:80", "[::1]:80", "localhost:80"})
    void this_machine_needs_no_TLS(String address) {
        assertThat(accepted("[api]\nlisten = \"" + address + "\"").api().tls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1:80",
                "[2001:db8::1]:80",
                "parley.example:80",
                "localhost.example:80",
                "0.0.0.0:80",
                "[::]:80"
            })
    void every_other_address_does(String address) throws Exception {
        String text = "[api]\nlisten = \"" + address + "\"\nhost-names = [\"parley.example\"]\n";
        assertThat(reasons(text))
                .containsExactly("is reached from other machines, and passwords would go there in the clear");
        putTls();
        assertThat(accepted(text + "certificate = \"c.pem\"\nkey = \"k.pem\"")
                        .api()
                        .tls())
                .contains(new Config.Tls(folder.resolve("c.pem"), folder.resolve("k.pem")));
    }

    private void putTls() throws Exception {
        Files.writeString(folder.resolve("c.pem"), "certificate");
        PrivateFile.write(folder.resolve("k.pem"), "key".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_certificate_needs_its_key_and_a_key_its_certificate() throws Exception {
        putTls();
        assertThat(reasons("[api]\ncertificate = \"c.pem\"")).containsExactly("is of no use alone");
        assertThat(reasons("[api]\nkey = \"k.pem\"")).containsExactly("is of no use alone");
        assertThat(reasons("[api]\nkey = \"k.pem\"\ncertificate = \"none.pem\""))
                .containsExactly("is no file that can be read");
        assertThat(reasons("[api]\nkey = \"k.pem\"\ncertificate = \".\""))
                .containsExactly("is no file that can be read");
        Files.setPosixFilePermissions(folder.resolve("k.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(reasons("[api]\nkey = \"k.pem\"\ncertificate = \"c.pem\""))
                .containsExactly("may be read by others than its owner");
    }

    @Test
    void an_address_that_means_all_needs_a_name() throws Exception {
        putTls();
        String text = "[api]\ncertificate = \"c.pem\"\nkey = \"k.pem\"\nlisten = \"0.0.0.0:8443\"\n";
        assertThat(reasons(text))
                .containsExactly("means every address of this machine, and none by which browsers may call it");
        assertThat(accepted(text + "host-names = [\"parley.example\"]").api().hostNames())
                .containsExactly("parley.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "8080", "localhost", "localhost:0", "localhost:65536", ":80", "http://localhost:80", "::1:80"
            })
    void what_is_no_address_is_refused(String address) {
        assertThat(reasons("[api]\nlisten = \"" + address + "\""))
                .singleElement()
                .asString()
                .startsWith("is no address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Parley.example", "parley.example:443", "-x", "x-", "", "пример", "a b"})
    void what_is_no_host_name_is_refused(String name) {
        assertThat(reasons("[api]\nhost-names = [\"" + name + "\"]"))
                .singleElement()
                .asString()
                .contains("no host's name");
    }

    @Test
    void a_session_is_not_idle_for_longer_than_it_lasts() {
        assertThat(reasons("[sign-in]\nidle = \"2 h\"\nabsolute = \"1 h\""))
                .containsExactly("is longer than a session lasts at all, 1 h");
        assertThat(accepted("[sign-in]\nidle = \"1 h\"\nabsolute = \"1 h\"")
                        .signIn()
                        .attempts())
                .isEqualTo(5);
    }

    @Test
    void the_first_language_is_one_of_those_offered() {
        assertThat(reasons("[languages]\nfirst = \"ar\"\noffered = [\"en\"]"))
                .containsExactly("is none of those that are offered");
        assertThat(reasons("[languages]\noffered = []")).containsExactly("is empty");
        assertThat(accepted("[languages]\nfirst = \"ar\"\noffered = [\"ar\", \"ru\"]")
                        .languages())
                .isEqualTo(new Config.Languages(Language.AR, Set.of(Language.AR, Language.RU)));
    }

    private static String ladder(String steps) {
        return "[watch]\nladder = [" + steps + "]";
    }

    @Test
    void a_ladder_goes_up_in_time_by_those_who_answer() {
        assertThat(accepted(ladder("\"duty-officer 25 %\", \"supervisor 25 %\", \"everyone 100 %\""))
                        .watch()
                        .ladder())
                .containsExactly(
                        new Config.Step(Optional.of(Role.DUTY_OFFICER), 25),
                        new Config.Step(Optional.of(Role.SUPERVISOR), 25),
                        new Config.Step(Optional.empty(), 100));
        assertThat(accepted(ladder("")).watch().ladder()).isEmpty();
        assertThat(reasons(ladder("\"everyone 100 %\", \"supervisor 50 %\"")))
                .containsExactly("is not in the order of time");
        assertThat(reasons(ladder("\"signatory 100 %\""))).containsExactly("holds signatory, whom no machine calls");
        assertThat(reasons(ladder("\"administrator 100 %\"")))
                .containsExactly("holds administrator, whom no machine calls");
        assertThat(reasons(ladder("\"king 100 %\""))).containsExactly("holds king, which is no role");
        assertThat(reasons(ladder("\"supervisor 101 %\""))).hasSize(1);
        assertThat(reasons(ladder("\"supervisor 0 %\""))).hasSize(1);
        assertThat(reasons(ladder("\"supervisor 50 %\", \"supervisor 50 %\"")))
                .containsExactly("holds something twice");
        assertThat(reasons(ladder("\"unit 1 %\", \"unit 2 %\", \"unit 3 %\", \"unit 4 %\", \"unit 5 %\", \"unit 6 %\","
                        + " \"unit 7 %\", \"unit 8 %\", \"unit 9 %\"")))
                .containsExactly("has 9 steps");
    }
}
