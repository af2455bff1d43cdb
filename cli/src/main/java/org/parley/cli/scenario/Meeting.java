package org.parley.cli.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.node.keys.OneKey;
import org.parley.node.keys.Vault;

/** The first link of two nodes that know nothing of each other: a code, six words on both sides, and then a line. */
final class Meeting {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CODE_SECONDS = 900;

    private final Player host;
    private final Player guest;
    private final CompletableFuture<String> code = new CompletableFuture<>();
    private final List<CompletableFuture<Json.Obj>> words =
            List.of(new CompletableFuture<>(), new CompletableFuture<>());
    private final List<CompletableFuture<Boolean>> linked =
            List.of(new CompletableFuture<>(), new CompletableFuture<>());

    private Meeting(Player host, Player guest) {
        this.host = host;
        this.guest = guest;
    }

    /**
     * One invites, the other comes; over when both see six words.
     *
     * @param toHost where the host is dialled
     * @param toGuest where the guest is dialled
     */
    static Meeting of(Player host, Player guest, String toHost, String toGuest)
            throws IOException, InterruptedException {
        Meeting meeting = new Meeting(host, guest);
        meeting.begin(host, 0, request("invite", host, toHost).put("seconds", CODE_SECONDS));
        meeting.begin(guest, 1, request("join", guest, toGuest).put("code", awaited(meeting.code)));
        for (CompletableFuture<Json.Obj> each : meeting.words) {
            awaited(each);
        }
        return meeting;
    }

    private static Json.Builder request(String what, Player player, String address) {
        Path keys = player.folder().resolve("keys");
        Vault vault = new Vault(keys, Optional.empty(), new SecureRandom());
        byte[] seed = OneKey.read(OneKey.ROOT, vault.read(OneKey.ROOT)).seed();
        return Json.Obj.builder()
                .put("do", what)
                .put("address", address)
                .put("root", Base64.getEncoder().encodeToString(seed));
    }

    private void begin(Player player, int side, Json.Builder request) {
        Thread.ofVirtual().name("first link of " + player.party()).start(() -> {
            try {
                player.command(request, item -> take(item, side));
            } catch (IOException | Refused e) {
                fail(e);
            }
        });
    }

    private void take(Json.Obj item, int side) {
        if (item.has("code")) {
            code.complete(item.require("code").text());
        } else if (item.has("words")) {
            words.get(side).complete(item);
        } else if (item.has("linked")) {
            linked.get(side).complete(item.require("linked").flag());
        } else if (item.has("ended")) {
            fail(new IOException(item.require("why").text()));
        }
    }

    private void fail(Exception why) {
        code.completeExceptionally(why);
        words.forEach(each -> each.completeExceptionally(why));
        linked.forEach(each -> each.completeExceptionally(why));
    }

    /** The id of the line that will be. */
    String line() throws IOException, InterruptedException {
        return awaited(words.getFirst()).require("line").text();
    }

    /** The six words in a language, as the host shows them, or the guest. */
    List<String> words(boolean ofHost, String language) throws IOException, InterruptedException {
        List<String> six = new ArrayList<>();
        Json.Obj shown = awaited(words.get(ofHost ? 0 : 1)).require("words").object();
        shown.require(language).array().forEach(word -> six.add(word.text()));
        return six;
    }

    /** Each officer confirms the words that the other read out in the other's language; over when the line works. */
    void confirm() throws IOException, InterruptedException {
        confirm(host, words(false, "ru"));
        confirm(guest, words(true, "en"));
        for (CompletableFuture<Boolean> each : linked) {
            if (!awaited(each)) {
                throw new IOException("the line is founded and does not work");
            }
        }
    }

    private static void confirm(Player player, List<String> heard) throws IOException {
        player.command(Json.Obj.builder().put("do", "confirm").put("words", String.join(" ", heard)), item -> {});
    }

    private static <T> T awaited(CompletableFuture<T> what) throws IOException, InterruptedException {
        try {
            return what.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the first link failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException("the first link took longer than " + PATIENCE.toSeconds() + " s", e);
        }
    }
}
