package org.parley.cli.node;

import java.util.Locale;
import org.parley.ledger.canonical.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code parley invite}: the first half of a first link. */
@Command(
        name = "invite",
        description = {
            "Prints a code for one other party, waits until it joins, and shows six words that both officers compare.",
            "When both have confirmed them there is a line; until then nothing is trusted, founded or stored. Founding needs the"
                    + " root key."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "%nExample:",
            "  parley invite azure --expires 30m",
            "  parley invite azure --listen 192.0.2.7:7443 --root /media/stick/azure-root.key",
            "%nAt a terminal answer yes or the words that you heard; a script gives the words, on standard input or with"
                    + " --confirm. Ctrl-C gives up."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there is a line",
            "2:there is none: refused, other words, or given up on either side",
            "3:nobody came, or not both confirmed, before the invitation expired"
        })
public final class InviteCommand extends PairingCommand {
    /** Whether the code is drawn. */
    enum Drawn {
        AUTO,
        ALWAYS,
        NEVER
    }

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            defaultValue = "15m",
            description = "How long the code is good for: 90s, 15m or 2h, up to 24h; ${DEFAULT-VALUE} if not said.")
    private String expires;

    @Option(
            names = "--qr",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Draw the code too: auto (at a terminal), always or never.")
    private Drawn drawn;

    /** Made by picocli. */
    public InviteCommand() {}

    @Override
    Json.Builder wanted() {
        return request("invite").put("seconds", Expiry.of(expires).toSeconds());
    }

    @Override
    boolean needsToListen() {
        return true;
    }

    @Override
    void told(Json.Obj item) {
        String code = item.require("code").text();
        out().println(item.require("party").text() + " invites one other party, until "
                + item.require("expires").text() + ". There:");
        out().println();
        out().println("  parley join DIR " + code);
        out().println();
        out().println("address      " + item.require("address").text());
        out().println("fingerprint  "
                + item.require("fingerprint")
                        .text()
                        .replaceAll("(.{4})(?=.)", "$1 ")
                        .toLowerCase(Locale.ROOT)
                + " (of the key of this node; the code has it)");
        boolean terminal = Officer.isTerminal();
        if (drawn == Drawn.ALWAYS || (drawn == Drawn.AUTO && terminal)) {
            out().println();
            QrText.lines(code, terminal).forEach(out()::println);
        }
        out().println();
        out().println("Waiting for the other side; Ctrl-C gives up.");
    }
}
