package org.parley.cli.desk;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parley.cli.BadInput;
import org.parley.cli.Exit;
import org.parley.cli.check.read.Complaints;
import org.parley.ledger.Refused;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** What the commands of the desk have in common: they ask a node, and tell what it answers or why it does not. */
abstract class DeskCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Where where = new Where();

    @Override
    public final Integer call() throws IOException, InterruptedException {
        try (Api api = where.open()) {
            int code = run(api);
            flush();
            return code;
        } catch (Unanswered why) {
            tell(why);
            return why.isFault() ? Exit.FAULT : Exit.BAD_INPUT;
        } catch (Refused refused) {
            throw new BadInput(refused.why(), "");
        }
    }

    abstract int run(Api api) throws IOException, InterruptedException;

    /** The command as picocli knows it, with what it alone takes. */
    final CommandSpec described(Description description) {
        CommandSpec made =
                CommandSpec.forAnnotatedObject(this).name(description.name()).mixinStandardHelpOptions(true);
        made.usageMessage()
                .description(description.text().replace("%", "%%"))
                .footer("%nExample:", "  parley " + description.example().replace("%", "%%"))
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(description.codes());
        complete(made);
        return made;
    }

    /** Adds what this command alone takes. */
    void complete(CommandSpec made) {}

    /** What the help says of a command. */
    record Description(String name, String text, String example, Map<String, String> codes) {}

    final Where where() {
        return where;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints what was answered, on one line. */
    final void print(JsonNode json) throws IOException {
        out().println(Jsons.print(json));
        flush();
    }

    /** Prints a line without what could steer a terminal. */
    final void line(String text) {
        out().println(Complaints.shown(text));
    }

    final void flush() throws IOException {
        out().flush();
        if (out().checkError()) {
            throw new IOException("standard output cannot be written");
        }
    }

    private void tell(Unanswered why) throws IOException {
        if (where.json()) {
            print(why.details());
            return;
        }
        flush();
        err().println("parley: " + Complaints.shown(String.valueOf(why.getMessage())));
        why.details().path("errors").forEach(each -> err().println("error: " + problem(each)));
        err().flush();
    }

    /** A reason as one line: field, value, reason, way out. */
    static String problem(JsonNode problem) {
        String value = problem.path("value").asString("");
        String wayOut = problem.path("wayOut").asString("");
        return Complaints.shown(problem.path("field").asString("")
                + (value.isEmpty() ? "" : " " + value)
                + ": " + problem.path("reason").asString("")
                + (wayOut.isEmpty() ? "" : "; " + wayOut));
    }
}
