package org.parley.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Exit;
import org.parley.cli.Ran;
import org.parley.node.desk.Release;

/** What goes out is released by a second person; a program is reached by its token. */
class TwoPersonsTest {
    @TempDir
    Path temp;

    @Test
    void a_notice_waits_for_a_second_person_and_a_stop_for_nobody() throws IOException {
        try (TwoDesks desks = new TwoDesks(temp, Release.USUAL)) {
            Ran waits = desks.run("AZURE", DeskTest.A_02);
            assertThat(waits.code()).isEqualTo(Exit.WAITS);
            String draft = waits.out().strip().replaceFirst(".* ", "");
            assertThat(waits.out())
                    .isEqualTo(
                            "waits for a second person: parley release " + desks.folder("AZURE") + " " + draft + "\n");
            assertThat(desks.run("AZURE", "drafts", "NODE").out())
                    .contains(draft, "activity", "A-02", "owner, supervisor");
            Ran alone = desks.run("AZURE", "release", "NODE", draft);
            assertThat(alone.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(alone.err()).contains("its author does not release it");
            desks.say("AZURE", "stop", "NODE", "--what", "protected-place");
            assertThat(desks.run("AZURE", "records", "NODE").out())
                    .contains("stop")
                    .doesNotContain("A-02");
            assertThat(desks.run("AZURE", "drop", "NODE", draft).out()).isEqualTo("dropped; nothing was said\n");
            assertThat(desks.run("AZURE", "drafts", "NODE").out()).isEqualTo("no drafts for a second person\n");
        }
    }

    @Test
    void what_a_program_wrote_is_released_by_a_person() throws IOException {
        try (TwoDesks desks = new TwoDesks(temp, Release.USUAL)) {
            String address = desks.open("AZURE");
            Path token = token(desks);
            String[] words = DeskTest.and(DeskTest.A_02, "--token-file", token.toString());
            words[2] = address;
            Ran waits = Ran.of(words);
            assertThat(waits.code()).as(waits.toString()).isEqualTo(Exit.WAITS);
            String draft = waits.out().strip().replaceFirst(".* ", "");
            Ran released = desks.run("AZURE", "release", "NODE", draft);
            assertThat(released.code()).as(released.toString()).isZero();
            assertThat(released.out()).startsWith("AZURE-");
            Ran status = Ran.of("status", address, "--token-file", token.toString());
            assertThat(status.out()).contains("BIRCH", "AZURE: no alarms, no drafts for a second person");
        }
    }

    @Test
    void a_program_answers_for_nobody_and_a_stranger_sees_nothing() throws IOException {
        try (TwoDesks desks = new TwoDesks(temp, Release.NONE)) {
            String address = desks.open("AZURE");
            Path token = token(desks);
            String notice = desks.say("BIRCH", DeskTest.B_02);
            desks.awaitHas("AZURE", notice);
            Ran answer = Ran.of("answer", address, notice, "read", "--token-file", token.toString());
            assertThat(answer.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(answer.err()).contains("let somebody with that right do it");
            Ran stranger = Ran.of("picture", address);
            assertThat(stranger.code()).isEqualTo(Exit.BAD_INPUT);
            assertThat(stranger.err()).contains("sign in, or send a token as Bearer");
            String id = desks.run("AZURE", "token", "list", "NODE").out().replaceFirst("(?s) .*", "");
            assertThat(desks.run("AZURE", "token", "remove", "NODE", id).code()).isZero();
            assertThat(Ran.of("picture", address, "--token-file", token.toString())
                            .code())
                    .as("a token that was taken away opens nothing")
                    .isEqualTo(Exit.BAD_INPUT);
        }
        assertThat(Ran.of("status", "http://127.0.0.1:1").err()).contains("nobody answers at http://127.0.0.1:1");
        assertThat(Ran.of("status", "http://127.0.0.1:1/path").err()).contains("is not the address of a server");
    }

    private static Path token(TwoDesks desks) throws IOException {
        String text = token(desks, "read,draft,send", Instant.now().plus(Duration.ofDays(30)));
        return Files.writeString(desks.file("token.txt"), text);
    }

    /** Makes accounts of an administrator and an officer, and a token of the officer's; what is printed of that. */
    static String token(TwoDesks desks, String scopes, Instant until) throws IOException {
        Path password = Files.writeString(desks.file("password.txt"), "nine horses cross the river\n");
        account(desks, "ada", "administrator", password);
        account(desks, "kim", "duty-officer", password);
        assertThat(desks.run("AZURE", "account", "list", "NODE").lines()).hasSize(2);
        Ran made = desks.run(
                "AZURE",
                "token",
                "add",
                "NODE",
                "script",
                "--account",
                "kim",
                "--scopes",
                scopes,
                "--until",
                until.toString());
        assertThat(made.code()).as(made.toString()).isZero();
        return made.out();
    }

    private static void account(TwoDesks desks, String name, String role, Path password) {
        Ran made = desks.run(
                "AZURE",
                "account",
                "add",
                "NODE",
                name,
                "--officer",
                name + "-1",
                "--roles",
                role,
                "--languages",
                "en,ru",
                "--password-file",
                password.toString());
        assertThat(made.code()).as(made.toString()).isZero();
    }
}
