package org.parley.ledger.pairing;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.parley.ledger.PartyName;
import org.parley.ledger.Refused;
import org.parley.ledger.pairing.Message.Aborted;
import org.parley.ledger.pairing.Message.Commit;
import org.parley.ledger.pairing.Message.Confirmed;
import org.parley.ledger.pairing.Message.Reveal;

/** Messages in bytes (docs/formats.md): a type byte and fields. The length in front is the carrier's. */
public final class MessageCodec {
    /** Bytes of a message: a reveal with the longest name and address has less than 400. */
    public static final int LIMIT = 512;

    private MessageCodec() {}

    /** The message as its type byte and fields. */
    public static byte[] bytes(Message message) {
        Out out = new Out();
        switch (message) {
            case Commit commit ->
                out.u8(1).u8(commit.role().code()).hash(commit.commitment()).hash(commit.proof());
            case Reveal reveal ->
                out.u8(2)
                        .text(reveal.party().name())
                        .raw(reveal.rootKey())
                        .raw(reveal.nonce())
                        .text(reveal.address().map(Address::toString).orElse(""));
            case Confirmed confirmed -> out.u8(3).hash(confirmed.mac());
            case Aborted aborted -> out.u8(4).u8(aborted.reason().code());
        }
        return out.toBytes();
    }

    /** Reads one message; anything else than exactly one message is {@link Refused}. */
    public static Message read(byte[] bytes) {
        if (bytes.length > LIMIT) {
            throw new Refused(Refused.Reason.TOO_LARGE, "a message of a pairing has at most " + LIMIT + " bytes");
        }
        In in = new In(bytes, "a message of a pairing");
        int type = in.u8();
        Message message = switch (type) {
            case 1 -> new Commit(one(Role.values(), Role::code, in.u8()), in.hash(), in.hash());
            case 2 -> reveal(in);
            case 3 -> new Confirmed(in.hash());
            case 4 -> new Aborted(one(Reason.values(), Reason::code, in.u8()));
            default -> throw Refused.malformed("a pairing has no message of type " + type);
        };
        in.end();
        return message;
    }

    private static Reveal reveal(In in) {
        String party = in.text();
        var rootKey = in.raw(Reveal.LENGTH);
        var nonce = in.raw(Reveal.LENGTH);
        String address = in.text();
        return in.value(() -> new Reveal(
                new PartyName(party),
                rootKey,
                nonce,
                address.isEmpty() ? Optional.empty() : Optional.of(Address.of(address))));
    }

    private static <T> T one(T[] values, ToIntFunction<T> codeOf, int code) {
        return Arrays.stream(values)
                .filter(value -> codeOf.applyAsInt(value) == code)
                .findAny()
                .orElseThrow(() -> Refused.malformed("a message of a pairing has a code that means nothing: " + code));
    }
}
