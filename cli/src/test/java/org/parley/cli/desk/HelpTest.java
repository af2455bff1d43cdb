package org.parley.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Ran;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the help and the guide show can be typed. */
class HelpTest {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|((?:[^\\s']|'[^']*')+)");
    private static final Path GUIDE =
            Path.of(System.getProperty("parley.root", "..")).resolve("docs/desk.md");

    private static CommandLine desk() {
        CommandSpec root = CommandSpec.create().name("parley");
        DeskCommands.all().forEach((name, command) -> root.addSubcommand(name, new CommandLine(command.get())));
        return new CommandLine(root);
    }

    private static List<CommandSpec> leaves(CommandSpec spec) {
        List<CommandSpec> leaves = new ArrayList<>();
        for (CommandLine each : spec.subcommands().values()) {
            CommandSpec of = each.getCommandSpec();
            leaves.addAll(of.subcommands().isEmpty() ? List.of(of) : leaves(of));
        }
        return leaves;
    }

    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group().replace("'", ""));
        }
        return words.toArray(String[]::new);
    }

    private static void parses(String line) {
        String[] words = words(line.strip());
        assertThat(words[0]).as(line).endsWith("parley");
        try {
            var _ = desk().parseArgs(List.of(words).subList(1, words.length).toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void the_example_of_every_command_is_of_that_command_and_parses() {
        List<CommandSpec> leaves = leaves(desk().getCommandSpec());
        assertThat(leaves).hasSizeGreaterThan(30);
        for (CommandSpec leaf : leaves) {
            String example = leaf.usageMessage().footer()[1];
            assertThat(example).startsWith("  " + leaf.qualifiedName() + " ");
            parses(example);
        }
    }

    @Test
    void every_command_of_the_guide_parses_and_every_command_stands_in_it() throws IOException {
        String guide = Files.readString(GUIDE);
        List<String> lines = guide.lines()
                .filter(line -> line.matches("(\\$ )?(\\./)?parley .*"))
                .map(line -> line.replaceFirst("^\\$ ", ""))
                .filter(line -> DeskCommands.all().containsKey(words(line)[1]))
                .toList();
        assertThat(lines).hasSizeGreaterThan(20);
        lines.forEach(HelpTest::parses);
        for (CommandSpec leaf : leaves(desk().getCommandSpec())) {
            assertThat(guide).contains(leaf.qualifiedName().replaceFirst("parley ", ""));
        }
    }

    @Test
    void the_script_of_completion_is_one_that_bash_reads(@TempDir Path temp) throws Exception {
        Ran ran = Ran.of("completion");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("not-ours-passing-on", "--on-behalf-of", "protected-place", "verify");
        Path script = Files.writeString(temp.resolve("completion.sh"), ran.out());
        Process bash =
                new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();
        assertThat(bash.waitFor()).isZero();
    }

    @Test
    void a_group_without_a_command_says_what_is_missing() {
        Ran ran = Ran.of("activity");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("Missing required subcommand").contains("parley activity --help");
    }
}
