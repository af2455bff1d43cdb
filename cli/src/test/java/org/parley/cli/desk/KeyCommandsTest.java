package org.parley.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Exit;
import org.parley.cli.Ran;
import org.parley.ledger.canonical.Canonical;
import org.parley.ledger.canonical.Json;
import org.parley.node.desk.Release;

/** What is done to keys and to bodies, by the owner of a folder. */
class KeyCommandsTest {
    @TempDir
    Path temp;

    @Test
    void a_body_that_is_erased_is_gone_here_and_every_proof_stays() throws IOException {
        try (TwoDesks desks = new TwoDesks(temp, Release.NONE)) {
            String line = desks.line().hex();
            String said = json(desks.run("AZURE", "say", "NODE", line, "a name that must go", "--wait=60", "--json"))
                    .require("record")
                    .text();
            assertThat(desks.run("BIRCH", "log", "NODE", line).out()).contains("a name that must go");

            Ran erased = desks.run("AZURE", "erase", "NODE", line, said);
            assertThat(erased.code()).as(erased.toString()).isZero();
            assertThat(erased.out()).isEqualTo(said + " is erased here; other members keep theirs\n");
            assertThat(desks.run("AZURE", "log", "NODE", line).out())
                    .contains(said)
                    .doesNotContain("a name that must go");
            assertThat(desks.run("BIRCH", "log", "NODE", line).out()).contains("a name that must go");
            for (String party : new String[] {"AZURE", "BIRCH"}) {
                Ran verified = verified(desks, party);
                assertThat(verified.code()).as(verified.toString()).isZero();
            }

            Ran foreign = desks.run("BIRCH", "erase", "NODE", line, said);
            assertThat(foreign.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(foreign.err()).contains("no record " + said + " of ours");
        }
    }

    /** A node that begins to write meanwhile makes it say so; then it is run again, as it asks for. */
    private static Ran verified(TwoDesks desks, String party) throws IOException {
        Ran verified = desks.run(party, "verify", "NODE");
        return verified.err().contains("hint: run it again") ? verified(desks, party) : verified;
    }

    @Test
    void after_a_revocation_nothing_is_said_until_there_are_new_keys() throws IOException {
        try (TwoDesks desks = new TwoDesks(temp, Release.NONE)) {
            String line = desks.line().hex();
            String root = desks.folder("AZURE").resolve("keys/root.key").toString();
            Ran wrongRoot = desks.run(
                    "AZURE",
                    "revoke",
                    "NODE",
                    line,
                    "--root",
                    desks.folder("BIRCH").resolve("keys/root.key").toString());
            assertThat(wrongRoot.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(wrongRoot.err()).contains("not the root key of AZURE");

            Ran revoked = desks.run("AZURE", "revoke", "NODE", line, "--root", root);
            assertThat(revoked.code()).as(revoked.toString()).isZero();
            assertThat(revoked.out()).contains("are revoked", "parley rotate");
            Ran refused = desks.run("AZURE", "say", "NODE", line, "with old keys");
            assertThat(refused.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(refused.err()).contains("a new key set is needed");

            Ran rotated = desks.run("AZURE", "rotate", "NODE", line, "--root", root, "--json");
            assertThat(json(rotated).require("line").text()).isEqualTo(line);
            Json.Obj said = json(desks.run("AZURE", "say", "NODE", line, "with new keys", "--wait=60", "--json"));
            assertThat(said.require("record").text()).as("a new epoch").startsWith("AZURE.2-");
            assertThat(desks.run("BIRCH", "log", "NODE", line).out()).contains("with new keys");
            Ran verified = desks.run("BIRCH", "verify", "NODE");
            assertThat(verified.code()).as(verified.toString()).isZero();
        }
    }

    @Test
    void a_folder_is_made_copied_and_put_back_in_json() throws IOException {
        String folder = temp.resolve("azure").toString();
        Json.Obj made = json(Ran.of("init", folder, "--party", "AZURE", "--json"));
        assertThat(made.require("party").text()).isEqualTo("AZURE");
        assertThat(Path.of(made.require("root-file").text())).exists();
        String file = temp.resolve("monday.db").toString();
        assertThat(json(Ran.of("backup", folder, file, "--json"))
                        .require("file")
                        .text())
                .isEqualTo(file);
        Json.Obj back = json(Ran.of("restore", file, temp.resolve("new").toString(), "--keys", folder, "--json"));
        assertThat(back.require("keys").flag()).isTrue();
    }

    private static Json.Obj json(Ran ran) {
        assertThat(ran.code()).as(ran.toString()).isZero();
        String first = ran.out().lines().findFirst().orElseThrow();
        return Canonical.parse(first.getBytes(StandardCharsets.UTF_8)).object();
    }
}
