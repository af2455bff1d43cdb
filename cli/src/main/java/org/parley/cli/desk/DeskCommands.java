package org.parley.cli.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The commands of the desk, by the names under which {@code parley} has them. */
public final class DeskCommands {
    private DeskCommands() {}

    /** Each command with what describes it when it is needed. */
    public static Map<String, Supplier<Object>> all() {
        return Map.ofEntries(
                Map.entry("account", () -> group("account", "Accounts of people.", accounts())),
                Map.entry("activity", () -> group("activity", "Activities: notify, amend, start, stop.", activities())),
                Map.entry("agreement", () -> group("agreement", "The agreement of a line.", agreements())),
                Map.entry("alarms", () -> ReadCommand.of(Readings.alarms())),
                Map.entry("answer", () -> SayingCommand.of(Verbs.answer())),
                Map.entry("complete", () -> SayingCommand.of(Verbs.completeness())),
                Map.entry("conflicts", () -> ReadCommand.of(Readings.conflicts())),
                Map.entry("drafts", () -> ReadCommand.of(Readings.drafts())),
                Map.entry("drop", () -> ErrandCommand.of(Errand.drop())),
                Map.entry("duties", () -> ReadCommand.of(Readings.duties())),
                Map.entry("heard", () -> SayingCommand.of(Verbs.heard())),
                Map.entry("line", () -> group("line", "Suspends a line, and opens it again.", lineStates())),
                Map.entry("message", () -> SayingCommand.of(Verbs.message())),
                Map.entry("near", NearCommand::of),
                Map.entry("picture", () -> ReadCommand.of(Readings.picture())),
                Map.entry("presented", () -> ErrandCommand.of(Errand.presented())),
                Map.entry("records", RecordsCommand::records),
                Map.entry("release", () -> ErrandCommand.of(Errand.release())),
                Map.entry("replay", RecordsCommand::replay),
                Map.entry("report", () -> SayingCommand.of(Verbs.report())),
                Map.entry("site", () -> group("site", "Sites that are protected.", sites())),
                Map.entry("status", () -> ReadCommand.of(Readings.status())),
                Map.entry("stop", () -> SayingCommand.of(Verbs.stop())),
                Map.entry("tell", () -> SayingCommand.of(Verbs.tell())),
                Map.entry("token", () -> group("token", "Tokens of programs.", tokens())));
    }

    private static CommandSpec group(String name, String text, Stream<CommandSpec> commands) {
        CommandSpec group = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
        group.usageMessage().description(text).synopsisSubcommandLabel("COMMAND");
        commands.forEach(command -> group.addSubcommand(command.name(), command));
        return group;
    }

    private static Stream<CommandSpec> activities() {
        Stream<CommandSpec> verbs = Stream.of(
                        Verbs.preview(),
                        Verbs.notice(),
                        Verbs.amendment(),
                        Verbs.withdrawal("activity"),
                        Verbs.start(),
                        Verbs.end())
                .map(SayingCommand::of);
        return Stream.concat(verbs, Stream.of(ImportCommand.of()));
    }

    private static Stream<CommandSpec> sites() {
        Stream<CommandSpec> verbs = Stream.of(Verbs.site(), Verbs.siteAmendment(), Verbs.withdrawal("site"))
                .map(SayingCommand::of);
        return Stream.concat(verbs, Stream.of(ReadCommand.of(Readings.sites())));
    }

    private static Stream<CommandSpec> agreements() {
        Stream<CommandSpec> verbs =
                Stream.of(Verbs.proposal(), Verbs.acceptance()).map(SayingCommand::of);
        Stream<CommandSpec> readings =
                Stream.of(Readings.agreement(), Readings.difference()).map(ReadCommand::of);
        return Stream.concat(verbs, readings);
    }

    private static Stream<CommandSpec> lineStates() {
        return Stream.of(Verbs.suspension(), Verbs.resumption()).map(SayingCommand::of);
    }

    private static Stream<CommandSpec> accounts() {
        return List.of(Errand.accounts(), Errand.newAccount(), Errand.closedAccount()).stream()
                .map(ErrandCommand::of);
    }

    private static Stream<CommandSpec> tokens() {
        return List.of(Errand.tokens(), Errand.newToken(), Errand.revokedToken()).stream()
                .map(ErrandCommand::of);
    }
}
