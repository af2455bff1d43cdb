package org.parley.cli.node;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.node.control.ControlClient;

/**
 * The officer at the terminal, or a script there: is asked for the words, and answers. A terminal may say yes; a script never
 * may, it gives the six words that were heard from the other side.
 */
final class Officer {
    private final Path folder;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean silent;
    private final boolean terminal = isTerminal();
    private Optional<Thread> asking = Optional.empty();
    private volatile String line = "";

    /**
     * Of the node in this folder.
     *
     * @param silent prompts are not printed
     */
    Officer(Path folder, PrintWriter out, PrintWriter err, boolean silent) {
        this.folder = folder;
        this.out = out;
        this.err = err;
        this.silent = silent;
    }

    // From JDK 25 on it is null again where the standard streams are no terminal.
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Shows the words of a line in three languages. */
    void show(Json.Obj item) {
        out.println();
        out.println(item.require("party").text() + " says to be at the other end, with the root key "
                + item.require("root").text());
        if (item.require("stranger").flag()) {
            out.println("! a line of this node has a " + item.require("party").text() + " with another root key");
        }
        out.println(
                "Compare these six words with the other officer over a telephone; each may read out in their language:");
        out.println();
        Json.Obj words = item.require("words").object();
        List<Json> english = words.require("en").array();
        for (int i = 0; i < english.size(); i++) {
            // Arabic stands last, so that no terminal shows the others in another order.
            out.println(String.format(
                    Locale.ROOT,
                    "  %d  %-12s %-12s %s",
                    i + 1,
                    english.get(i).text(),
                    words.require("ru").array().get(i).text(),
                    words.require("ar").array().get(i).text()));
        }
        out.println();
    }

    /** From now on it is asked whether the words of this line are the same on both sides. */
    void ask(String ofLine) throws IOException {
        line = ofLine;
        if (asking.isEmpty() && terminal) {
            System.in.skipNBytes(System.in.available()); // typed before there was anything to compare
        }
        prompt();
        if (asking.isEmpty()) {
            Thread reading = new Thread(this::read, "officer");
            reading.setDaemon(true);
            asking = Optional.of(reading);
            reading.start();
        }
    }

    private void prompt() {
        if (!silent) {
            out.println("Are all six the same, in this order? "
                    + (terminal
                            ? "yes, no, or the six words that you heard:"
                            : "The six words that were heard, or no:"));
            out.flush();
        }
    }

    private void read() {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                if (!said.isBlank() && answered(said.strip())) {
                    return;
                }
            }
            told("standard input has ended; confirm with --confirm from another process, or give up with Ctrl-C");
        } catch (IOException e) {
            told("standard input cannot be read: " + e.getMessage());
        }
    }

    private boolean answered(String said) throws IOException {
        Json.Builder request = NodeCommand.request("confirm");
        String word = said.toLowerCase(Locale.ROOT);
        if (word.equals("no")) {
            request = NodeCommand.request("decline");
        } else if (word.equals("yes") && terminal) {
            request.put("line", line);
        } else if (word.equals("yes")) {
            told("yes is taken at a terminal only: give the six words that the other side read out");
            return false;
        } else {
            request.put("words", said);
        }
        Optional<ControlClient> served = ControlClient.of(folder);
        if (served.isEmpty()) {
            return true; // the process has ended, which the one who waits for it tells
        }
        try (ControlClient client = served.get()) {
            client.ask(request, item -> {});
            return true;
        } catch (Refused refused) {
            if (refused.reason() == Refused.Reason.INCONSISTENT) {
                return true; // the pairing was ended, and whoever follows it tells why
            }
            told(refused.why());
            prompt();
            return false;
        }
    }

    private void told(String what) {
        err.println("parley: " + what);
        err.flush();
    }
}
