package org.parley.cli.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.cli.Exit;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parley log}: records, and who holds them. */
@Command(
        name = "log",
        description =
                "Shows records by name with their time, kind and text, and who stored them since when: only where a"
                        + " receipt says it. Reads; a folder that nobody serves is opened for that moment.",
        mixinStandardHelpOptions = true,
        footer = {"%nExample:", "  parley log azure 4f0c --follow"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:the folder or the line is not there"})
public final class LogCommand extends NodeCommand {
    @Parameters(index = "0", paramLabel = "DIR", description = "The node's folder.")
    private Path folder;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "LINE",
            description = "The line, or how its name begins; all lines if it is not given.")
    private Optional<String> line = Optional.empty();

    @Option(names = "--follow", description = "Go on with what comes. The folder must be served.")
    private boolean follow;

    @Option(names = "--all", description = "Show the ledger's own entries too: keys and heads.")
    private boolean all;

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    /** Made by picocli. */
    public LogCommand() {}

    @Override
    int run() throws IOException, InterruptedException {
        Json.Builder request = request("log").put("follow", follow);
        line.ifPresent(prefix -> request.put("line", prefix));
        if (follow) {
            askServed(folder, request, this::told);
        } else {
            ask(folder, request, this::told);
        }
        return Exit.DONE;
    }

    private void told(Json.Obj item) throws IOException {
        if (item.has("content") && !all) {
            return;
        }
        if (json) {
            print(item);
        } else if (item.has("holder")) {
            out().println("    stored by " + item.require("holder").text() + " since "
                    + item.require("since").text() + ", up to "
                    + item.require("until").text());
        } else {
            out().println(words(item));
        }
        out().flush();
        if (out().checkError()) {
            throw new IOException("standard output cannot be written");
        }
    }

    private static String words(Json.Obj item) {
        String record = item.require("record").text();
        if (item.has("invalid")) {
            return record + "  invalid: " + item.require("invalid").text();
        }
        String held = item.require("held").object().members().stream()
                .map(holder -> holder.name() + " since " + holder.value().text())
                .collect(Collectors.joining(", "));
        return record + "  " + item.require("at").text() + "  "
                + item.require("kind").text() + "  " + said(item)
                + (held.isEmpty() ? "" : "  [stored by " + held + "]");
    }

    private static String said(Json.Obj item) {
        if (item.has("erased")) {
            return "(no body here)";
        }
        Json what = item.get("body").or(() -> item.get("content")).orElse(Json.of(""));
        if (what instanceof Json.Obj fields && fields.get("text").orElse(Json.of(0)) instanceof Json.Str text) {
            return text.value().replaceAll("\\p{Cntrl}", "?");
        }
        return new String(Canonical.bytes(what), StandardCharsets.UTF_8);
    }
}
