package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.ledger.PartyName;
import org.parley.node.NodeFolder;
import org.parley.node.Options;

/** What {@code invite} and {@code join} are told before anything begins. */
class PairingMistakesTest {
    @TempDir
    Path temp;

    private static void assertRefused(String why, Object... words) {
        var err = new StringWriter();
        String[] line = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            line[i] = words[i].toString();
        }
        int code = Main.run(new PrintWriter(Writer.nullWriter()), new PrintWriter(err), line);
        assertThat(err.toString()).startsWith("parley: " + why);
        assertThat(err.toString().lines().toList()).hasSizeLessThanOrEqualTo(2);
        assertThat(code).isEqualTo(2);
    }

    @Test
    void each_is_one_clear_line_and_exit_code_2() {
        Path azure = temp.resolve("azure");
        Path birch = temp.resolve("birch");
        Path root = temp.resolve("azure-root.key");
        Options options = Options.usual(Optional.empty());
        NodeFolder.create(azure, new PartyName("AZURE"), Optional.of(root), options);
        NodeFolder.create(birch, new PartyName("BIRCH"), Optional.empty(), options);
        assertRefused("nobody serves " + azure, "invite", azure, "--root", root);
        assertRefused("founding a line needs the root key", "invite", azure, "--listen", "127.0.0.1:0");
        assertRefused(
                "that root key is not the one of BIRCH", "invite", birch, "--listen", "127.0.0.1:0", "--root", root);
        assertRefused("this node listens on all addresses", "invite", birch, "--listen", "0.0.0.0:0");
        assertRefused("--expires 5 is not a time", "invite", birch, "--expires", "5");
        assertRefused("--listen nowhere is not HOST:PORT", "invite", birch, "--listen", "nowhere");
        assertRefused("an address is host:port", "invite", birch, "--listen", "127.0.0.1:0", "--address", "nowhere");
        assertRefused(temp.resolve("nothing").toString(), "invite", temp.resolve("nothing"));
        assertRefused("the code is missing", "join", birch);
        assertRefused("an invitation begins with PARLEY1", "join", birch, "HELLO");
        assertRefused("this is no invitation of version 1", "join", birch, "PARLEY2-00000");
        assertRefused("the end of the invitation was mistyped", "join", birch, "PARLEY1-DD4Y0-42YBS", "F5WQJ");
        assertRefused("the invitation was mistyped: 'U' never stands in one", "join", birch, "PARLEY1-UUUUU");
        assertRefused("no process serves", "join", birch, "--confirm", "one two three four five six");
    }
}
