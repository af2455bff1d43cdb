package org.parley.cli.node;

import java.util.ArrayList;
import java.util.List;
import org.parley.cli.BadInput;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.pairing.InviteCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code parley join}: the second half of a first link. */
@Command(
        name = "join",
        description = {
            "Dials the node that made a code, and shows six words that both officers compare.",
            "When both have confirmed them there is a line; until then nothing is trusted, founded or stored. Founding needs the"
                    + " root key."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "%nExample:",
            "  parley join birch PARLEY1-DD4Y0-42YBS-...",
            "%nAt a terminal answer yes or the words that you heard; a script gives the words, on standard input or with"
                    + " --confirm. Ctrl-C gives up."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there is a line",
            "2:there is none: a wrong code, refused, other words, or given up on either side",
            "3:not both confirmed before the invitation expired"
        })
public final class JoinCommand extends PairingCommand {
    private static final long SECOND = 1_000;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "CODE",
            description = "The code that parley invite printed; case, blanks and hyphens do not matter.")
    private List<String> code = new ArrayList<>();

    /** Made by picocli. */
    public JoinCommand() {}

    @Override
    Json.Builder wanted() {
        if (code.isEmpty()) {
            throw new BadInput("the code is missing", "parley join DIR CODE, as parley invite printed it");
        }
        InviteCode read = InviteCode.parse(String.join(" ", code));
        read.refuseAfterExpiry(System.currentTimeMillis() / SECOND);
        return request("join").put("code", read.text());
    }

    @Override
    boolean needsToListen() {
        return false;
    }
}
