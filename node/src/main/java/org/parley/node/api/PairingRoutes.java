package org.parley.node.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.ledger.LineId;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.InviteCode;
import org.parley.ledger.words.SixWords;
import org.parley.link.Address;
import org.parley.node.access.Caller;
import org.parley.node.access.Right;
import tools.jackson.databind.JsonNode;

/** The first link of two parties, as {@code parley invite} and {@code parley join} make it: for a person who looks after node or line. */
final class PairingRoutes {
    private static final Duration USUAL = Duration.ofMinutes(15);

    private final FirstLink link;

    PairingRoutes(FirstLink link) {
        this.link = link;
    }

    List<Route> routes() {
        return List.of(
                Route.open("GET", "/api/v1/pairing", "How the pairing stands that was begun here", this::stands)
                        .gives("Pairing"),
                Route.open(
                                "POST",
                                "/api/v1/pairing/invite",
                                "A code for one other party: {seconds, address}; needs the root key in the folder",
                                this::invite)
                        .takes("Invite")
                        .gives(201, "Pairing"),
                Route.open(
                                "POST",
                                "/api/v1/pairing/join",
                                "Join who made a code: {code, address}; needs the root key in the folder",
                                this::join)
                        .takes("Join")
                        .gives(201, "Pairing"),
                Route.open(
                                "POST",
                                "/api/v1/pairing/confirm",
                                "An officer compared the six words: {words} that were heard, or {line} whose words are the same",
                                this::confirm)
                        .takes("Confirm")
                        .gives("Pairing"),
                Route.open("DELETE", "/api/v1/pairing", "No line after all", this::decline)
                        .givesNothing());
    }

    /** A person: a program compares no words. */
    private static void require(Call call) {
        Caller caller = call.visitor().require();
        if (!caller.isPerson() || !(caller.may(Right.ADMINISTER) || caller.may(Right.LINE))) {
            throw Unanswerable.of(
                    Trouble.MAY_NOT,
                    "right",
                    Right.ADMINISTER.word() + " or " + Right.LINE.word(),
                    "not among the rights of " + caller.account() + ", or no person",
                    "let an administrator or a supervisor do it");
        }
    }

    private Reply stands(Call call, Map<String, String> named) {
        require(call);
        return Reply.of(link.view());
    }

    private Reply invite(Call call, Map<String, String> named) {
        require(call);
        JsonNode asked = Said.json(call.body().array());
        JsonNode seconds = asked.path("seconds");
        link.invite(address(asked), seconds.isInt() ? Duration.ofSeconds(seconds.asInt()) : USUAL);
        return Reply.of(201, link.view());
    }

    private Reply join(Call call, Map<String, String> named) {
        require(call);
        JsonNode asked = Said.json(call.body().array());
        link.join(address(asked), InviteCode.parse(Said.text(asked, "code").orElse("")));
        return Reply.of(201, link.view());
    }

    private Reply confirm(Call call, Map<String, String> named) {
        require(call);
        JsonNode asked = Said.json(call.body().array());
        Said.text(asked, "words")
                .ifPresentOrElse(
                        words -> link.heard(SixWords.heard(words)),
                        () -> link.confirm(line(Said.text(asked, "line").orElse(""))));
        return Reply.of(link.view());
    }

    private Reply decline(Call call, Map<String, String> named) {
        require(call);
        link.decline();
        return Reply.nothing();
    }

    private static Optional<Address> address(JsonNode asked) {
        try {
            return Said.text(asked, "address").map(Address::of);
        } catch (IllegalArgumentException wrong) {
            throw Refused.malformed(String.valueOf(wrong.getMessage()));
        }
    }

    private static LineId line(String hex) {
        try {
            return new LineId(hex);
        } catch (IllegalArgumentException wrong) {
            throw Refused.malformed(String.valueOf(wrong.getMessage()));
        }
    }
}
