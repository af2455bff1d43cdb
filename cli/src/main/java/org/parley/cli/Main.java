package org.parley.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.parley.cli.check.CheckCommand;
import org.parley.cli.demo.DemoCommand;
import org.parley.cli.desk.DeskCommands;
import org.parley.cli.node.BackupCommand;
import org.parley.cli.node.BundleCommand;
import org.parley.cli.node.DoctorCommand;
import org.parley.cli.node.EraseCommand;
import org.parley.cli.node.InitCommand;
import org.parley.cli.node.InviteCommand;
import org.parley.cli.node.JoinCommand;
import org.parley.cli.node.LinesCommand;
import org.parley.cli.node.LogCommand;
import org.parley.cli.node.ProofCommand;
import org.parley.cli.node.RestoreCommand;
import org.parley.cli.node.RevokeCommand;
import org.parley.cli.node.RotateCommand;
import org.parley.cli.node.SayCommand;
import org.parley.cli.node.ServeCommand;
import org.parley.cli.simulate.SimulateCommand;
import org.parley.cli.tracks.ActivitiesCommand;
import org.parley.cli.verify.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code parley} command. */
@Command(
        name = "parley",
        description =
                "Finds where activities of parties that share a space would come too near to each other, and runs the recorded"
                        + " line between them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = "%nIn a source folder the launcher also knows: build, test, format, bench, package.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; for a check: no conflict found among the volumes given; for a verification: verified",
            "1:a check found conflicts, a verification problems, or a simulation a seed that failed; at the desk: conflicts"
                    + " or breaches were found, where that is asked",
            "2:unknown option or command, or input that cannot be used; at the desk: refused",
            "3:what was waited for did not come in time, or waits for a second person",
            "4:something that was looked at must be put right",
            "69:the launcher misses something that must be installed",
            "70:a fault of Parley itself; PARLEY_DEBUG=1 shows the trace"
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] args) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int code = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs one command line and returns its exit code. Nothing is written but to the two writers. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line =
                withCommands(new CommandLine(new Main()), args).setOut(out).setErr(err);
        try {
            return line.execute(args);
        } catch (OutOfMemoryError e) {
            err.println("parley: not enough memory");
            err.println("hint: give it more, for example PARLEY_JAVA_OPTS=-Xmx8g");
            return Exit.FAULT;
        } catch (StackOverflowError e) {
            return Failures.report(e, err, Failures.debug());
        }
    }

    /** One line for each command. */
    private static final Map<String, Supplier<Object>> COMMANDS = new TreeMap<>(DeskCommands.all());

    static {
        COMMANDS.putAll(Map.ofEntries(
                Map.entry("activities", ActivitiesCommand::new),
                Map.entry("backup", BackupCommand::new),
                Map.entry("bundle", BundleCommand::new),
                Map.entry("check", CheckCommand::new),
                Map.entry("completion", CompletionCommand::new),
                Map.entry("demo", DemoCommand::new),
                Map.entry("doctor", DoctorCommand::new),
                Map.entry("erase", EraseCommand::new),
                Map.entry("init", InitCommand::new),
                Map.entry("invite", InviteCommand::new),
                Map.entry("join", JoinCommand::new),
                Map.entry("lines", LinesCommand::new),
                Map.entry("log", LogCommand::new),
                Map.entry("proof", ProofCommand::new),
                Map.entry("restore", RestoreCommand::new),
                Map.entry("revoke", RevokeCommand::new),
                Map.entry("rotate", RotateCommand::new),
                Map.entry("say", SayCommand::new),
                Map.entry("serve", ServeCommand::new),
                Map.entry("simulate", SimulateCommand::new),
                Map.entry("verify", VerifyCommand::new)));
    }

    /** To describe a command takes a tenth of a second: only those that this call may need are described. */
    private static CommandLine withCommands(CommandLine line, String[] args) {
        String first = args.length == 0 ? "" : args[0];
        boolean one = COMMANDS.containsKey(first) && !first.equals("completion");
        COMMANDS.forEach((name, command) -> {
            if (one ? name.equals(first) : !first.equals("--version")) {
                line.addSubcommand(command.get());
            }
        });
        if (!one && !first.equals("--version")) {
            line.addSubcommand(new CommandLine.HelpCommand());
        }
        return line.registerConverter(Double.class, Main::number)
                .registerConverter(double.class, Main::number)
                .setExecutionExceptionHandler(Failures::handle)
                .setParameterExceptionHandler(Failures::usage)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false);
    }

    private static Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no number; write it like 250 or 0.5");
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** UTF-8 whatever the locale says: names of parties and places are not ASCII. */
    private static PrintWriter utf8(FileDescriptor to) {
        return new PrintWriter(new FileOutputStream(to), false, StandardCharsets.UTF_8);
    }
}
