package org.parley.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.parley.ledger.words.Language;
import org.parley.link.Address;
import org.parley.node.access.Role;
import org.parley.node.access.SignInLimits;
import org.parley.node.config.Config.Step;
import org.parley.space.Entered;
import org.parley.space.Problem;

class ConfigTest {
    private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
    private static final List<Key<?>> KEYS = Keys.ALL;

    @TempDir
    Path folder;

    private Entered<Config> read(String text) {
        return Parsed.of(text, folder);
    }

    private static List<Problem> problems(Entered<Config> entered) {
        return switch (entered) {
            case Entered.Refused<Config>(List<Problem> problems) -> problems;
            case Entered.Accepted<Config> accepted -> List.of();
        };
    }

    private Problem problem(String text) {
        List<Problem> problems = problems(read(text));
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    @Test
    void the_sample_says_what_holds_without_it() {
        assertThat(read(Config.sample())).isEqualTo(Entered.accepted(Config.USUAL));
    }

    @Test
    void what_holds_without_a_file_is_this() throws Exception {
        assertThat(Config.read(folder)).isEqualTo(Entered.accepted(Config.USUAL));
        assertThat(Config.USUAL.api())
                .isEqualTo(new Config.Api(Address.of("127.0.0.1:8080"), Optional.empty(), List.of()));
        assertThat(Config.USUAL.signIn()).isEqualTo(SignInLimits.USUAL);
        assertThat(Config.USUAL.release().twoPerson()).isTrue();
        assertThat(Config.USUAL.release().kinds())
                .contains("activity", "message")
                .doesNotContain("stop", "answer");
        assertThat(Config.USUAL.watch().ladder())
                .containsExactly(new Step(Optional.of(Role.SUPERVISOR), 50), new Step(Optional.empty(), 100));
        assertThat(Config.USUAL.languages())
                .isEqualTo(new Config.Languages(Language.EN, Set.of(Language.EN, Language.RU, Language.AR)));
        assertThat(Config.USUAL.log()).isEqualTo(new Config.Log(Config.LogFormat.JSON, Level.INFO));
        assertThat(Config.USUAL.alarms())
                .isEqualTo(new Config.Alarms(Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofMinutes(1), 6));
    }

    @Test
    void the_guide_shows_the_sample() {
        assertThat(ROOT.resolve("docs/config.md")).content().contains("```toml\n" + Config.sample() + "```\n");
    }

    @ParameterizedTest
    @FieldSource("KEYS")
    void every_setting_says_what_it_means_and_takes_what_it_shows(Key<?> key) {
        assertThat(key.says()).endsWith(".");
        String text = "[" + key.section() + "]\n" + key.name() + " = " + key.written() + "\n";
        if (key.hasUsual()) {
            assertThat(read(text)).isEqualTo(Entered.accepted(Config.USUAL));
        } else {
            assertThat(problems(read(text)))
                    .allSatisfy(problem -> assertThat(problem.reason()).doesNotContain("is none that there is"));
        }
    }

    @Test
    void any_line_of_the_sample_may_be_left_out() {
        List<String> lines = Config.sample().lines().toList();
        for (String left : lines) {
            String rest = lines.stream().filter(line -> !line.equals(left)).collect(Collectors.joining("\n"));
            if (!left.startsWith("[")) {
                assertThat(read(rest)).as("without %s", left).isEqualTo(Entered.accepted(Config.USUAL));
            }
        }
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_each_with_its_line() {
        String wrong = Config.sample().lines().map(ConfigTest::withANumber).collect(Collectors.joining("\n"));
        List<String> lines = wrong.lines().toList();
        List<Problem> problems = problems(read(wrong));
        assertThat(problems).hasSameSizeAs(KEYS);
        for (Key<?> key : KEYS) {
            int line = lines.indexOf(key.name() + " = -1.5") + 1;
            assertThat(problems)
                    .filteredOn(problem -> problem.field()
                            .equals("parley.toml, line " + line + ", [" + key.section() + "] " + key.name()))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.value()).isEqualTo("-1.5"))
                    .satisfies(problem -> assertThat(problem.wayOut())
                            .isEqualTo("give " + key.value().asked()));
        }
    }

    /** No setting takes a fraction. */
    private static String withANumber(String line) {
        return line.replaceFirst("^(# )?([a-z-]+) = .*", "$2 = -1.5");
    }

    @ParameterizedTest
    @FieldSource("KEYS")
    void a_mistyped_name_is_refused_and_the_nearest_is_named(Key<?> key) {
        String mistyped = key.name().substring(0, 1) + "x" + key.name().substring(1);
        Problem problem = problem("# settings\n\n[" + key.section() + "]\n" + mistyped + " = 1\n");
        assertThat(problem.field()).isEqualTo("parley.toml, line 4, [" + key.section() + "] " + mistyped);
        assertThat(problem.wayOut()).isEqualTo("the nearest is " + key.name());
    }

    @Test
    void a_setting_in_the_wrong_place_is_told_where_it_stands() {
        assertThat(problem("listen = \"127.0.0.1:80\"").toString())
                .isEqualTo(
                        "parley.toml, line 1, [listen] \"127.0.0.1:80\": is none that there is; it stands under [api]");
        assertThat(problem("[log]\nattempts = 3").wayOut()).isEqualTo("it stands under [sign-in]");
        assertThat(problem("[signin]\nattempts = 3").wayOut()).isEqualTo("the nearest is [sign-in]");
        assertThat(problem("[log]\nzebra-crossing = 3").wayOut()).isEqualTo("[log] has format, level");
        assertThat(problem("[zebra-crossing]").wayOut()).startsWith("there are [api], [sign-in]");
        assertThat(problem("api = 1").wayOut()).isEqualTo("begin a table by a line [api]");
    }

    @Test
    void a_file_in_a_nodes_folder_is_read() throws Exception {
        Files.writeString(
                folder.resolve("parley.toml"), "\uFEFF[sign-in]\r\nidle = \"30 min\" # quick\r\nattempts = 3\r\n");
        assertThat(Config.read(folder).orElseThrow().signIn())
                .isEqualTo(new SignInLimits(Duration.ofMinutes(30), Duration.ofHours(12), 3));
    }

    @Test
    void other_ways_of_TOML_to_write_the_same_are_read() {
        for (String text :
                List.of("sign-in.attempts = 3", "sign-in = { attempts = 3 }", "[\"sign-in\"]\n'attempts' = 0x3")) {
            assertThat(read(text).orElseThrow().signIn().attempts()).isEqualTo(3);
        }
        assertThat(problem("sign-in.attempts = 0").field()).isEqualTo("parley.toml, line 1, [sign-in] attempts");
        assertThat(problem("sign-in = { attempts = 0 }").field()).isEqualTo("parley.toml, [sign-in] attempts");
    }

    @Test
    void what_is_not_TOML_is_refused_with_the_line() throws Exception {
        assertThat(problem("[api]\nlisten = \n").field()).isEqualTo("parley.toml, line 2");
        assertThat(problem("[log]\nlevel = \"info\"\nlevel = \"fine\"\n").reason())
                .contains("Duplicate key");
        assertThat(problem("[".repeat(60_000)).field()).startsWith("parley.toml");
        assertThat(problem("a = " + "[".repeat(60_000)).field()).startsWith("parley.toml");
        Files.write(folder.resolve("parley.toml"), "# caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems(Config.read(folder))).extracting(Problem::reason).containsExactly("are not UTF-8");
        Files.writeString(folder.resolve("parley.toml"), "#".repeat(1 << 17));
        assertThat(problems(Config.read(folder))).extracting(Problem::reason).containsExactly("is larger than 64 KiB");
        Files.writeString(folder.resolve("parley.toml"), "");
        assertThat(Config.read(folder)).isEqualTo(Entered.accepted(Config.USUAL));
    }

    @Test
    void amounts_print_as_they_are_read() {
        for (long seconds : new long[] {1, 59, 60, 61, 3_600, 5_400, 86_400, 604_800}) {
            Duration span = Duration.ofSeconds(seconds);
            assertThat(Amounts.span(Amounts.text(span))).contains(span);
        }
        assertThat(Stream.of("", "5", "5s", "0 s", "-5 s", "5 m", "1.5 h", "1234567890 d", "5 s ", "٥ s")
                        .flatMap(text -> Amounts.span(text).stream()))
                .isEmpty();
    }

    /** Levenshtein's own laws. */
    @Test
    void a_distance_is_none_to_itself_and_the_same_both_ways() {
        List<String> words = List.of("", "a", "idle", "listen", "listne", "attempts", "tempts");
        for (String one : words) {
            assertThat(Nearest.distance(one, one)).isZero();
            for (String other : words) {
                assertThat(Nearest.distance(one, other)).isEqualTo(Nearest.distance(other, one));
            }
        }
        assertThat(Nearest.distance("listen", "listne")).isEqualTo(2);
        assertThat(Nearest.distance("attempts", "tempts")).isEqualTo(2);
        assertThat(Nearest.of("zebra", words)).isEmpty();
    }
}
