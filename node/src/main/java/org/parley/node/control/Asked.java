package org.parley.node.control;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import org.parley.ledger.Refused;
import org.parley.ledger.canonical.Json;
import org.parley.ledger.crypto.Algorithm;
import org.parley.ledger.crypto.SigningKey;
import org.parley.link.Address;
import org.parley.node.Node;
import org.parley.node.Standing;

/** What requests have in common. */
final class Asked {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Asked() {}

    /** The one line of this node that begins so. */
    static Standing.Line line(Node node, Json.Obj request) {
        return node.standing().lineThatBegins(request.require("line").text());
    }

    static boolean flag(Json.Obj request, String name) {
        return request.get(name).map(Json::flag).orElse(false);
    }

    static Optional<String> text(Json.Obj request, String name) {
        return request.get(name).map(Json::text);
    }

    static byte[] base64(Json.Obj request, String name) {
        try {
            return Base64.getDecoder().decode(request.require(name).text());
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("\"" + name + "\" is no base64");
        }
    }

    /** The seed of the root key, which is neither kept nor written down. */
    static SigningKey root(Json.Obj request) {
        return SigningKey.of(Algorithm.ED25519, base64(request, "root"));
    }

    /** Where somebody can be dialled, if that is said. */
    static Optional<Address> address(Json.Obj request) {
        return text(request, "address").map(Address::of);
    }

    /** Why a file that somebody named cannot be used: it is theirs, and the node goes on. */
    static Refused not(String what, Path file, IOException fault) {
        String why = switch (fault) {
            case NoSuchFileException missing -> missing.getMessage() + " is not there";
            case AccessDeniedException denied -> "the node's process may not";
            default -> String.valueOf(fault.getMessage());
        };
        return new Refused(Refused.Reason.UNKNOWN, file + " cannot " + what + ": " + why);
    }

    static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }
}
